// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// What others see of this person, and what of it has two values.
SettingsSection {
    id: section

    required property Workspace workspace

    title: qsTr("Profile")

    ProfileField {
        objectName: "name"
        title: qsTr("Your name")
        help: qsTr("Others see it beside what you write")
        value: section.workspace.myName
        version: section.workspace.myVersion
        onSaved: (value, seenVersion, seenValue) => section.workspace.setDisplayName(value, seenVersion, seenValue)
    }
    Divider { Layout.fillWidth: true }
    ProfileField {
        objectName: "about"
        title: qsTr("About you")
        help: qsTr("What you do here, in one line")
        value: section.workspace.myAbout
        version: section.workspace.myVersion
        longest: 200
        mayBeEmpty: true
        onSaved: (value, seenVersion, seenValue) => section.workspace.setAbout(value, seenVersion, seenValue)
    }
    ConflictList {
        conflicts: section.workspace.profileConflicts
        Layout.fillWidth: true
        Layout.topMargin: Theme.space8
        Layout.bottomMargin: Theme.space8
    }
}
