// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Theme

// A modal question in the middle of the window: a title, its content, and below it what can be done.
T.Dialog {
    id: control

    property string confirmText: qsTr("OK")
    property bool confirmEnabled: true
    property bool destructive: false
    property bool stays: false // confirming it does not close it: what it does may fail

    signal confirmed

    function confirm() {
        if (!confirmEnabled)
            return;
        confirmed();
        if (!stays)
            close();
    }

    parent: T.Overlay.overlay
    anchors.centerIn: parent
    width: Math.min(440, (parent ? parent.width : 480) - 2 * Theme.space16)
    implicitHeight: implicitHeaderHeight + contentHeight + implicitFooterHeight + topPadding + bottomPadding
    height: Math.min(implicitHeight, (parent ? parent.height : 640) - 2 * Theme.space16)
    modal: true
    focus: true
    closePolicy: T.Popup.CloseOnEscape // a press beside it would take with it what is typed
    leftPadding: Theme.space20
    rightPadding: Theme.space20
    topPadding: Theme.space4
    bottomPadding: Theme.space16

    T.Overlay.modal: Rectangle {
        objectName: "scrim" // by which a dialog is seen from outside
        color: Theme.colors.scrim
    }

    header: RowLayout {
        Label {
            text: control.title
            font: Theme.title
            Accessible.role: Accessible.Heading
            Accessible.name: text
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space20
            Layout.topMargin: Theme.space16
            Layout.bottomMargin: Theme.space8
        }
        IconButton {
            iconName: "x"
            text: qsTr("Close")
            onClicked: control.close()
            Layout.rightMargin: Theme.space12
            Layout.topMargin: Theme.space8
        }
    }
    footer: RowLayout {
        spacing: Theme.space8

        Item { Layout.fillWidth: true }
        Button {
            text: qsTr("Cancel")
            onClicked: control.close()
            Layout.bottomMargin: Theme.space20
        }
        Button {
            objectName: "confirm"
            kind: Button.Primary
            destructive: control.destructive
            text: control.confirmText
            enabled: control.confirmEnabled
            onClicked: control.confirm()
            Layout.rightMargin: Theme.space20
            Layout.bottomMargin: Theme.space20
        }
    }
    background: Rectangle {
        radius: Theme.radiusCard
        color: Theme.colors.raised
        border.width: 1
        border.color: Theme.colors.line

        Shadow { }
    }
    enter: Transition {
        NumberAnimation { property: "opacity"; from: 0; to: 1; duration: Theme.fast; easing.type: Theme.easing }
    }
    exit: Transition {
        NumberAnimation { property: "opacity"; from: 1; to: 0; duration: Theme.fast; easing.type: Theme.easing }
    }
}
