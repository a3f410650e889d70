// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Records
import Frontdesk.Theme

// Whom a conversation is about: the contact with open deals and tasks, all changed here; or the ways to say who it is.
ColumnLayout {
    id: part

    required property Crm crm
    required property ConversationPage page

    readonly property RecordPage contact: page.contact
    readonly property bool known: contact !== null && contact.available

    signal recordOpened(string record)

    // A dialog is about what was looked at when it was opened, whatever is looked at when it ends.
    function pick() {
        (picker.createObject(part, { page: page, records: crm.choicesFrom("contact"), mayBeNone: contact !== null }) as RecordPicker).open();
    }

    function askForContact() {
        (newContact.createObject(part, { page: page, proposed: { name: page.kind === "direct" ? page.title : "" } }) as NewRecordDialog).open();
    }

    function askForDeal() {
        (newDeal.createObject(part, { values: { contact: contact.avatarKey } }) as NewRecordDialog).open();
    }

    spacing: Theme.space8

    RowLayout {
        spacing: Theme.space4

        SectionTitle {
            text: qsTr("Contact")
            Layout.fillWidth: true
        }
        Button {
            objectName: "link"
            kind: Button.Quiet
            text: part.contact === null ? qsTr("Link") : qsTr("Change")
            Accessible.name: part.contact === null ? qsTr("Link a contact") : qsTr("Link another contact")
            onClicked: part.pick()
        }
        Button {
            objectName: "new"
            visible: part.contact === null
            kind: Button.Quiet
            text: qsTr("New")
            Accessible.name: qsTr("New contact from this person")
            onClicked: part.askForContact()
        }
    }
    Label {
        visible: !part.known
        text: part.contact === null ? qsTr("Nobody is linked. With a contact, deals and tasks stand here.") : qsTr("The contact is not known here.")
        font: Theme.small
        color: Theme.colors.text2
        wrapMode: Text.Wrap
        elide: Text.ElideNone
        Layout.fillWidth: true
    }
    Lazy {
        active: part.known
        visible: active
        implicitHeight: item?.implicitHeight ?? 0
        Layout.fillWidth: true

        ColumnLayout {
            anchors.left: parent?.left
            anchors.right: parent?.right
            spacing: Theme.space16

            ListRow {
                id: card
                objectName: "contact"

                implicitHeight: 56
                Accessible.name: part.contact.title + (part.contact.subtitle === "" ? "" : ", " + part.contact.subtitle) + (part.contact.statusText === "" ? "" : ", " + part.contact.statusText)
                Accessible.description: part.contact.deleted ? qsTr("In the bin") : ""
                onClicked: part.recordOpened(part.contact.record)
                Layout.fillWidth: true

                background: Rectangle {
                    radius: Theme.radiusControl
                    color: card.ground
                    border.width: 1
                    border.color: Theme.colors.line

                    FocusRing { control: card; inset: 0 }
                }
                contentItem: RowLayout {
                    spacing: Theme.space8

                    Avatar {
                        initials: part.contact.initials
                        colorKey: part.contact.avatarKey
                        size: Theme.avatarTable
                        ground: card.ground
                    }
                    ColumnLayout {
                        spacing: 2
                        Layout.fillWidth: true

                        Label {
                            text: part.contact.title
                            font: Theme.labelStrong
                            Layout.fillWidth: true
                        }
                        Label {
                            visible: text !== ""
                            text: part.contact.subtitle
                            font: Theme.small
                            color: Theme.colors.text2
                            Layout.fillWidth: true
                        }
                    }
                    Icon {
                        visible: part.contact.waiting
                        name: "clock"
                        size: Theme.iconSmall
                    }
                    StatusChip {
                        visible: text !== ""
                        tone: part.contact.statusColor
                        text: part.contact.statusText
                    }
                }
            }
            RelatedPart {
                title: qsTr("Open deals")
                records: part.contact.deals
                openOnly: true
                addName: qsTr("Add a deal")
                onOpened: record => part.recordOpened(record)
                onAddAsked: part.askForDeal()
                Layout.fillWidth: true
            }
            TasksPart {
                tasks: part.contact.tasks
                openOnly: true
                crm: part.crm
                about: part.contact.record
                begun: part.contact.begunTask
                Layout.fillWidth: true
            }
        }
    }

    Component {
        id: picker

        RecordPicker {
            required property ConversationPage page // null: it has gone since

            title: qsTr("Contact of this conversation")
            onChosen: record => page?.linkContact(record)
            onClosed: destroy()
        }
    }
    Component {
        id: newContact

        NewRecordDialog {
            required property ConversationPage page // null: it has gone since

            crm: part.crm
            kind: "contact"
            onMade: record => page?.linkContact(record)
            onRecordOpened: record => page?.linkContact(record)
            onClosed: destroy()
        }
    }
    Component {
        id: newDeal

        NewRecordDialog {
            crm: part.crm
            kind: "deal"
            onClosed: destroy()
        }
    }
}
