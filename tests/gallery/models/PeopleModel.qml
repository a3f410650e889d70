// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

SampleList {
    function contains(userId: string): bool {
        return values.some(person => person.userId === userId);
    }
}
