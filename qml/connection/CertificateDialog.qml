// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The certificate that is refused now. There is nothing to press that would accept it: trust is given by an authority's file in the settings.
Dialog {
    id: dialog

    required property ConnectionStatus connection

    title: qsTr("The server's certificate")
    confirmText: qsTr("Copy")
    onConfirmed: Clipboard.copy(connection.certificate)

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        Label {
            text: dialog.connection.certificateProblem
            font: Theme.body
            color: Theme.colors.error
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        CertificateFacts {
            facts: dialog.connection.certificate
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("Nothing is sent while the certificate is not trusted. If your organisation signs its certificates itself, choose its certificate file in the settings.")
            font: Theme.small
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
    }
}
