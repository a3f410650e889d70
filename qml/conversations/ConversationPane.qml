// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Files
import Frontdesk.Models
import Frontdesk.Theme

// The open conversation: header, messages, who is typing, composer.
Rectangle {
    id: pane

    required property ConversationPage page
    property alias canGoBack: header.canGoBack
    property alias detailsOpen: header.detailsOpen

    signal back
    signal detailsToggled

    function takeFocus() {
        composer.takeFocus();
    }

    color: Theme.colors.surface

    ColumnLayout {
        anchors.fill: parent
        spacing: 0

        ConversationHeader {
            id: header
            page: pane.page
            onBack: pane.back()
            onDetailsToggled: pane.detailsToggled()
            Layout.fillWidth: true
        }
        MessageList {
            id: messages
            page: pane.page
            onEditStarted: composer.takeFocus()
            Layout.fillWidth: true
            Layout.fillHeight: true
        }
        Row {
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space24
            Layout.rightMargin: Theme.space24
            Layout.preferredHeight: 28

            TypingDots {
                id: dots
                visible: pane.page.typingText !== ""
                anchors.verticalCenter: parent.verticalCenter
            }
            Label {
                objectName: "typing"
                visible: pane.page.typingText !== ""
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, parent.width - dots.width - parent.spacing)
                text: Bidi.sentence(pane.page.typingText)
                font: Theme.small
                color: Theme.colors.text2
                Accessible.role: Accessible.StaticText
                Accessible.name: pane.page.typingText
            }
            Icon {
                visible: hint.visible
                anchors.verticalCenter: parent.verticalCenter
                name: "cloud-off"
                size: Theme.iconSmall
                color: Theme.colors.warn
            }
            Label {
                id: hint
                visible: pane.page.offlineHint !== "" && pane.page.typingText === ""
                anchors.verticalCenter: parent.verticalCenter
                width: Math.min(implicitWidth, pane.width - 80)
                text: pane.page.offlineHint
                font: Theme.small
                color: Theme.colors.warn
                Accessible.role: Accessible.StaticText
                Accessible.name: text
            }
        }
        Composer {
            id: composer
            page: pane.page
            maximumTextHeight: Math.max(80, pane.height * 0.4)
            onSent: messages.jumpToNewest()
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.rightMargin: Theme.space20
            Layout.bottomMargin: Theme.space16
        }
    }
    DropTarget {
        objectName: "drop"
        anchors.fill: parent
        enabled: !pane.page.composer.editing
        onChosen: files => {
            pane.page.composer.files.attach(files);
            composer.takeFocus();
        }
    }
}
