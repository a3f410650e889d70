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

    function pick() {
        (picker.createObject(part, { records: crm.choicesFrom("contact"), mayBeNone: contact !== null }) as RecordPicker).open();
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
            onClicked: (newContact.createObject(part) as NewRecordDialog).open()
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
                onAddAsked: (newDeal.createObject(part) as NewRecordDialog).open()
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
            title: qsTr("Contact of this conversation")
            onChosen: record => part.page.linkContact(record)
            onClosed: destroy()
        }
    }
    Component {
        id: newContact

        NewRecordDialog {
            crm: part.crm
            kind: "contact"
            proposed: ({ name: part.page.kind === "direct" ? part.page.title : "" })
            onMade: record => part.page.linkContact(record)
            onRecordOpened: record => part.page.linkContact(record)
            onClosed: destroy()
        }
    }
    Component {
        id: newDeal

        NewRecordDialog {
            crm: part.crm
            kind: "deal"
            values: ({ contact: part.contact.avatarKey })
            onClosed: destroy()
        }
    }
}
