// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The first start: three ways to begin, each with the least that it needs to know.
Rectangle {
    id: page

    required property AppController app
    property string way: "" // "", "here" or "join"

    function joinNow() {
        if (!join.complete)
            return;
        app.joinTeam(address.text.trim(), loginName.text.trim(), password.text);
        password.text = "";
    }

    function openNow() {
        if (ownName.text.trim() !== "")
            app.openThisComputer(ownName.text.trim());
    }

    color: Theme.colors.window
    Keys.onEscapePressed: way = ""
    onWayChanged: {
        if (way === "here")
            ownName.field.forceActiveFocus();
        else if (way === "join")
            address.field.forceActiveFocus();
    }

    onVisibleChanged: { // again, when nothing could be opened: what was typed is there but for the password
        if (visible && way === "here")
            ownName.field.forceActiveFocus();
        else if (visible && way === "join")
            password.field.forceActiveFocus();
    }

    Flickable {
        anchors.fill: parent
        contentHeight: Math.max(height, column.implicitHeight + 2 * Theme.space32)
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { }

        ColumnLayout {
            id: column
            anchors.centerIn: parent
            width: Math.min(parent.width - 2 * Theme.space24, 480)
            spacing: Theme.space12

            Logo {
                size: 64
                Layout.alignment: Qt.AlignHCenter
            }
            Label {
                text: page.way === "join" ? qsTr("Join a team") : page.way === "here" ? qsTr("This computer") : qsTr("Welcome to Frontdesk")
                font: Theme.figure
                horizontalAlignment: Text.AlignHCenter
                Accessible.role: Accessible.Heading
                Accessible.name: text
                Layout.fillWidth: true
            }
            Label {
                text: page.way === "join" ? qsTr("Whoever looks after the server gave you these three.")
                    : page.way === "here" ? qsTr("Conversations stay on this computer. Nothing else needs to be installed.")
                    : qsTr("Answer people, alone or with a team. It works offline, too.")
                font: Theme.body
                color: Theme.colors.text2
                horizontalAlignment: Text.AlignHCenter
                wrapMode: Text.Wrap
                elide: Text.ElideNone
                Layout.fillWidth: true
                Layout.bottomMargin: Theme.space16
            }

            WayRow {
                visible: page.way === ""
                objectName: "thisComputer"
                iconName: "monitor"
                title: qsTr("This computer")
                help: qsTr("Use Frontdesk on its own, with its server inside")
                onClicked: page.way = "here"
                Layout.fillWidth: true
            }
            WayRow {
                visible: page.way === ""
                objectName: "joinTeam"
                iconName: "users"
                title: qsTr("Join a team")
                help: qsTr("Sign in to your team's server")
                onClicked: page.way = "join"
                Layout.fillWidth: true
            }
            WayRow {
                visible: page.way === ""
                objectName: "lookAround"
                iconName: "compass"
                title: qsTr("Look around")
                help: qsTr("Try it with a sample team that answers you")
                onClicked: page.app.lookAround()
                Layout.fillWidth: true
            }

            Rectangle {
                visible: page.way !== ""
                radius: Theme.radiusCard
                color: Theme.colors.surface
                border.width: 1
                border.color: Theme.colors.line
                implicitHeight: form.implicitHeight + 2 * Theme.space20
                Layout.fillWidth: true

                ColumnLayout {
                    id: form
                    anchors.fill: parent
                    anchors.margins: Theme.space20
                    spacing: Theme.space16

                    FormField {
                        id: ownName
                        visible: page.way === "here"
                        label: qsTr("Your name")
                        placeholder: qsTr("As others see it")
                        field.maximumLength: 100
                        onAccepted: page.openNow()
                        Layout.fillWidth: true
                    }
                    FormField {
                        id: address
                        visible: page.way === "join"
                        label: qsTr("Address")
                        placeholder: "https://desk.example.org"
                        onAccepted: loginName.field.forceActiveFocus()
                        Layout.fillWidth: true
                    }
                    FormField {
                        id: loginName
                        visible: page.way === "join"
                        label: qsTr("Name")
                        onAccepted: password.field.forceActiveFocus()
                        Layout.fillWidth: true
                    }
                    FormField {
                        id: password
                        visible: page.way === "join"
                        label: qsTr("Password")
                        echoMode: TextInput.Password
                        onAccepted: page.joinNow()
                        Layout.fillWidth: true
                    }
                    RowLayout {
                        spacing: Theme.space8

                        Button {
                            text: qsTr("Back")
                            onClicked: page.way = ""
                        }
                        Item { Layout.fillWidth: true }
                        Button {
                            visible: page.way === "here"
                            kind: Button.Primary
                            text: qsTr("Begin")
                            enabled: ownName.text.trim() !== ""
                            onClicked: page.openNow()
                        }
                        Button {
                            id: join

                            readonly property bool complete: address.text.trim() !== "" && loginName.text.trim() !== "" && password.text !== ""

                            visible: page.way === "join"
                            kind: Button.Primary
                            text: qsTr("Sign in")
                            enabled: complete
                            onClicked: page.joinNow()
                        }
                    }
                }
            }
        }
    }
}
