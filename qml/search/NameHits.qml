// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The conversations and people whose names answer what is typed, the best first; the newest and the first of them while nothing is.
Column {
    id: names

    required property Workspace workspace
    required property string text
    required property int conversationLimit
    required property int personLimit
    property bool active: true // else there is nothing
    property int currentRow: -1 // shown as the one that Enter opens
    property color base: Theme.colors.surface
    property int focusPolicy: Qt.StrongFocus

    readonly property int count: conversations.count + people.count

    signal conversationChosen(string conversationId)
    signal personChosen(string userId, bool isMe)
    signal stepped(int row, int by) // up or down was pressed in a row

    function itemAt(row: int): NameRow {
        const found = row < conversations.count ? conversationRepeater.itemAt(row) : personRepeater.itemAt(row - conversations.count);
        return found as NameRow;
    }

    component Title: SectionTitle {
        leftPadding: Theme.space12
        height: 32
    }

    FilterModel {
        id: conversations
        sourceModel: names.active ? names.workspace.conversations : null
        nameRoles: ["title", "labelsText"]
        closedRole: "closed"
        text: names.text
        limit: names.conversationLimit
    }
    FilterModel {
        id: people
        sourceModel: names.active ? names.workspace.people : null
        nameRoles: ["displayName", "name"]
        text: names.text
        limit: names.personLimit
    }

    Title {
        visible: conversations.count > 0
        text: qsTr("Conversations")
    }
    Repeater {
        id: conversationRepeater
        model: conversations

        NameRow {
            required property int index
            required property var model

            objectName: "conversationHit" + index
            width: names.width
            base: names.base
            focusPolicy: names.focusPolicy
            highlighted: names.currentRow === index
            title: model.title
            marks: model.marks
            help: model.lastAuthor === "" ? model.lastText : Bidi.sentence(qsTr("%1: %2").arg(Bidi.isolate(model.lastAuthor)).arg(Bidi.isolate(model.lastText)))
            initials: model.initials
            avatarKey: model.avatarKey
            presence: model.presence
            group: model.kind === "group"
            onClicked: names.conversationChosen(model.conversationId)
            stepsOut: true
            onSteppedOut: by => names.stepped(index, by)
        }
    }
    Title {
        visible: people.count > 0
        text: qsTr("People")
    }
    Repeater {
        id: personRepeater
        model: people

        NameRow {
            required property int index
            required property var model

            readonly property int row: conversations.count + index

            objectName: "personHit" + index
            width: names.width
            base: names.base
            focusPolicy: names.focusPolicy
            highlighted: names.currentRow === row
            title: model.isMe ? qsTr("%1 (you)").arg(model.displayName) : model.displayName
            marks: model.marks
            help: model.presenceText
            initials: model.initials
            avatarKey: model.avatarKey
            presence: model.presence
            onClicked: names.personChosen(model.userId, model.isMe)
            stepsOut: true
            onSteppedOut: by => names.stepped(row, by)
        }
    }
}
