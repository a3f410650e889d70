// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// A line across the window for what only a person can end: the sign-in has run out, the server speaks another version, or its certificate is not trusted.
Rectangle {
    id: banner

    required property AppController app
    required property ConnectionStatus connection

    readonly property bool signInNeeded: connection.state === ConnectionStatus.SignInNeeded
    readonly property bool incompatible: connection.state === ConnectionStatus.Incompatible

    readonly property bool untrusted: connection.certificateProblem !== ""

    visible: signInNeeded || incompatible || untrusted
    implicitHeight: row.implicitHeight + 2 * Theme.space8
    color: signInNeeded ? Theme.colors.warnSoft : Theme.colors.errorSoft
    Accessible.role: Accessible.AlertMessage
    Accessible.name: words.text

    RowLayout {
        id: row
        anchors.fill: parent
        anchors.leftMargin: Theme.space16
        anchors.rightMargin: Theme.space16
        spacing: Theme.space12

        Icon {
            name: banner.signInNeeded ? "log-in" : banner.incompatible ? "circle-alert" : "shield-alert"
            color: words.color
        }
        Label {
            id: words
            text: banner.signInNeeded
                ? (banner.app.signInProblem === "" ? qsTr("Your sign-in has ended. Everything is kept: sign in again and it is sent.") : banner.app.signInProblem)
                : banner.incompatible
                ? (banner.connection.lastError === "" ? qsTr("This server speaks another version of Frontdesk's protocol. Update the older of the two.") : banner.connection.lastError)
                : qsTr("%1 Nothing is sent meanwhile; what you write is kept.", "what is wrong with the certificate").arg(banner.connection.certificateProblem)
            color: banner.signInNeeded ? Theme.colors.warn : Theme.colors.error
            font: Theme.labelStrong
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Button {
            objectName: "showCertificate"
            visible: banner.untrusted && banner.connection.certificate !== ""
            text: qsTr("Show the certificate")
            onClicked: certificate.open()
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

    CertificateDialog {
        id: certificate
        objectName: "certificateDialog"
        connection: banner.connection
    }
}
