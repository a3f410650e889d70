// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Connection
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme
import Frontdesk.Welcome

// The workspace's name, the way to jump anywhere, and the connection.
Rectangle {
    id: bar

    required property Workspace workspace
    property bool narrow: false
    property T.Popup inspector: null // since it was asked for

    signal jumpRequested

    function inspect() {
        if (inspector === null)
            inspector = inspectorFile.create(badge, { bar: bar, badge: badge });
        inspector.open();
    }

    implicitHeight: Theme.topBarHeight
    color: Theme.colors.surface

    RowLayout {
        anchors.fill: parent
        anchors.leftMargin: Theme.space16 + 2
        anchors.rightMargin: Theme.space16
        spacing: Theme.space16

        RowLayout { // as wide as the other side, so that the middle is in the middle where there is room
            spacing: Theme.space8
            Layout.fillWidth: !bar.narrow
            Layout.preferredWidth: bar.narrow ? implicitWidth : 1
            Layout.minimumWidth: bar.narrow ? implicitWidth : Math.min(implicitWidth, 160)

            Logo {
                size: 26
            }
            Label {
                visible: !bar.narrow
                text: bar.workspace.label
                font: Theme.bodyStrong
                Layout.fillWidth: true
            }
        }
        T.AbstractButton {
            id: jump

            implicitHeight: Theme.controlHeight
            focusPolicy: Qt.StrongFocus
            text: bar.narrow ? qsTr("Search…") : qsTr("Search or jump to…")
            Layout.preferredWidth: 440
            Layout.maximumWidth: bar.narrow ? bar.width : 440
            Layout.minimumWidth: 120
            Layout.fillWidth: bar.narrow
            Accessible.name: text
            Keys.onReturnPressed: jump.clicked()
            Keys.onEnterPressed: jump.clicked()
            onClicked: bar.jumpRequested()

            contentItem: RowLayout {
                spacing: Theme.space8

                Icon {
                    name: "search"
                    size: Theme.iconSmall
                    Layout.leftMargin: Theme.space12
                }
                Label {
                    text: jump.text
                    font: Theme.label
                    color: Theme.colors.text2
                    Layout.fillWidth: true
                }
                KeyHint {
                    keys: qsTr("Ctrl K")
                    Layout.rightMargin: Theme.space8
                }
            }
            background: Rectangle {
                radius: Theme.radiusControl
                color: jump.hovered ? Theme.colors.pressed : Theme.colors.sunken
                border.width: Theme.highContrast ? 1 : 0
                border.color: Theme.colors.control

                FocusRing { control: jump }
            }
        }
        Item {
            implicitHeight: badge.height
            Layout.fillWidth: !bar.narrow
            Layout.preferredWidth: bar.narrow ? badge.width : 1
            Layout.minimumWidth: badge.width

            ConnectionBadge {
                id: badge
                anchors.right: parent.right
                connection: bar.workspace.connection
                compact: bar.narrow
                onClicked: {
                    if (bar.inspector?.visible)
                        bar.inspector.close();
                    else
                        bar.inspect();
                }
            }
        }
    }
    Divider {
        anchors.bottom: parent.bottom
        width: parent.width
    }
    PopupFile {
        id: inspectorFile
        file: Qt.resolvedUrl("popups/InspectorPopup.qml")
    }
}
