// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A line across the window for the two states that only a person can end: the sign-in has run out, or the server speaks another version.
Rectangle {
    id: banner

    required property AppController app
    required property ConnectionStatus connection

    readonly property bool signInNeeded: connection.state === ConnectionStatus.SignInNeeded
    readonly property bool incompatible: connection.state === ConnectionStatus.Incompatible

    visible: signInNeeded || incompatible
    implicitHeight: row.implicitHeight + 2 * Theme.space8
    color: incompatible ? Theme.colors.errorSoft : Theme.colors.warnSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        spacing: Theme.space12

        Icon {
            name: banner.incompatible ? "circle-alert" : "log-in"
            color: words.color
        }
        Label {
            id: words
            text: banner.incompatible
                ? (banner.connection.lastError === "" ? qsTr("This server speaks another version of Frontdesk's protocol. Update the older of the two.") : banner.connection.lastError)
                : banner.app.signInProblem === "" ? qsTr("Your sign-in has ended. Everything is kept: sign in again and it is sent.") : banner.app.signInProblem
            color: banner.incompatible ? Theme.colors.error : Theme.colors.warn
            font: Theme.labelStrong
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        TextField {
            id: password
            objectName: "password"
            visible: banner.signInNeeded
            implicitHeight: Theme.controlHeight
            echoMode: TextInput.Password
            placeholderText: qsTr("Password")
            enabled: !banner.app.signingIn
            onAccepted: signIn.clicked()
            Layout.preferredWidth: 180
        }
        Button {
            id: signIn
            visible: banner.signInNeeded
            kind: Button.Primary
            text: qsTr("Sign in")
            busy: banner.app.signingIn
            enabled: password.text !== "" && !busy
            onClicked: {
                if (!enabled)
                    return;
                banner.app.signInAgain(password.text);
                password.clear();
            }
        }
    }
}
