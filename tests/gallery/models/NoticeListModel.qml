// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    function dismiss(noticeId: int) {
        values = values.filter(notice => notice.noticeId !== noticeId);
    }
}
