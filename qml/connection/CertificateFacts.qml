// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// What a person needs to judge a certificate: for whom, by whom, how long, its fingerprint.
Rectangle {
    id: card

    required property string facts // lines

    implicitHeight: words.implicitHeight + 2 * Theme.space8
    radius: Theme.radiusControl
    color: Theme.colors.sunken
    border.width: Theme.highContrast ? 1 : 0
    border.color: Theme.colors.control

    Label {
        id: words
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        anchors.margins: Theme.space12
        text: card.facts
        font: Theme.small
        color: Theme.colors.text2
        wrapMode: Text.WrapAtWordBoundaryOrAnywhere
        elide: Text.ElideNone
        Accessible.role: Accessible.StaticText
        Accessible.name: text
    }
}
