// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Theme

// That somebody else changes the field above just now.
RowLayout {
    id: mark

    required property string text
    required property string initials
    required property string avatarKey

    visible: text !== ""
    spacing: Theme.space4

    Avatar {
        visible: mark.initials !== ""
        initials: mark.initials
        colorKey: mark.avatarKey
        size: Theme.avatarMark
    }
    Label {
        objectName: "editors"
        text: mark.text
        font: Theme.small
        color: Theme.colors.accent
        Accessible.role: Accessible.StaticText
        Accessible.name: text
        Layout.fillWidth: true
    }
}
