// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// Why something was not done; nothing when it was.
Label {
    visible: text !== ""
    font: Theme.small
    color: Theme.colors.error
    wrapMode: Text.Wrap
    elide: Text.ElideNone
    Accessible.role: Accessible.AlertMessage
    Accessible.name: text
}
