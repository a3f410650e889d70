// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What a person should read and the eye does not see otherwise; each stays until it is dismissed.
Column {
    id: column

    required property NoticeListModel notices

    spacing: Theme.space8

    Repeater {
        model: column.notices

        Toast {
            required property int noticeId

            width: column.width
            iconName: "triangle-alert"
            tone: Theme.colors.warn
            onDismissed: column.notices.dismiss(noticeId)
        }
    }
}
