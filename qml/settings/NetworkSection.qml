// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// How servers are reached from this computer: the proxy, and certificates that are trusted besides the system's. What is typed stays until it is saved.
SettingsSection {
    id: section

    required property NetworkSettings network

    readonly property bool manual: network.proxyMode === "manual"

    function saveProxy() {
        if (network.setProxy(proxyAddress.text, proxyUser.text, proxyPassword.text))
            proxyPassword.clear();
    }

    component Field: TextField {
        implicitWidth: 260
        implicitHeight: Theme.controlHeight
    }

    title: qsTr("Network")

    SettingsRow {
        title: qsTr("Proxy")
        help: qsTr("Applies from the next connection on")

        Segmented {
            name: qsTr("Proxy")
            value: section.network.proxyMode
            options: [
                { value: "system", text: qsTr("System") },
                { value: "none", text: qsTr("None", "no proxy") },
                { value: "manual", text: qsTr("Manual") }
            ]
            onChosen: value => section.network.proxyMode = value
        }
    }
    SettingsRow {
        objectName: "proxyRow"
        visible: section.manual
        title: qsTr("Address of the proxy")
        help: qsTr("For SOCKS5 write socks5:// before it")
        problem: section.network.proxyProblem

        Field {
            id: proxyAddress
            objectName: "proxyAddress"
            text: section.network.proxyAddress
            placeholderText: "proxy.example.org:3128"
            wrong: section.network.proxyProblem !== ""
            Accessible.name: qsTr("Address of the proxy")
            onAccepted: section.saveProxy()
        }
    }
    SettingsRow {
        visible: section.manual
        title: qsTr("User")
        help: qsTr("Where the proxy asks for one")

        Field {
            id: proxyUser
            objectName: "proxyUser"
            text: section.network.proxyUser
            Accessible.name: qsTr("User of the proxy")
            onAccepted: section.saveProxy()
        }
    }
    SettingsRow {
        visible: section.manual
        title: qsTr("Password")
        help: section.network.proxyPasswordKept ? qsTr("One is kept where sign-ins are; it is not shown again") : qsTr("Kept where sign-ins are")

        Field {
            id: proxyPassword
            objectName: "proxyPassword"
            implicitWidth: 260 - save.implicitWidth - Theme.space8
            echoMode: TextInput.Password
            // The one that is kept is never shown, not even its length.
            placeholderText: section.network.proxyPasswordKept ? qsTr("Replace") : ""
            Accessible.name: qsTr("Password of the proxy")
            onAccepted: section.saveProxy()
        }
        Button {
            id: save
            objectName: "saveProxy"
            text: qsTr("Save")
            enabled: proxyAddress.text.trim() !== "" && (proxyAddress.text !== section.network.proxyAddress
                                                         || proxyUser.text !== section.network.proxyUser || proxyPassword.text !== "")
            onClicked: section.saveProxy()
        }
    }
    Divider { Layout.fillWidth: true }
    SettingsRow {
        objectName: "authorityRow"
        title: qsTr("Certificate file")
        help: qsTr("A PEM file of your organisation, trusted besides what this computer trusts")
        problem: section.network.authorityProblem

        Field {
            id: authorityFile
            objectName: "authorityFile"
            implicitWidth: 260 - saveFile.implicitWidth - Theme.space8
            text: section.network.authorityFile
            placeholderText: qsTr("None", "no certificate file")
            wrong: section.network.authorityProblem !== ""
            Accessible.name: qsTr("Certificate file")
            onAccepted: section.network.setAuthorityFile(text)
        }
        Button {
            id: saveFile
            objectName: "saveAuthority"
            text: qsTr("Save")
            enabled: authorityFile.text !== section.network.authorityFile
            onClicked: section.network.setAuthorityFile(authorityFile.text)
        }
    }
}
