// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Chooses one record out of all of a kind by its name.
Dialog {
    id: dialog

    required property RecordTableModel records
    property bool mayBeNone: true

    signal chosen(string record) // empty: none

    visible: true
    confirmText: qsTr("None")
    confirmEnabled: mayBeNone
    onConfirmed: chosen("")
    onOpened: search.forceActiveFocus()
    onClosed: records.text = ""

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8

        SearchField {
            id: search
            placeholderText: qsTr("Find by name")
            onTextChanged: dialog.records.text = text
            Layout.fillWidth: true
        }
        ListView {
            id: list
            objectName: "choices"

            implicitHeight: 320
            clip: true
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: dialog.records
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: dialog.title

            delegate: ListRow {
                id: choice

                required property string record
                required property string title
                required property string initials
                required property string avatarKey

                width: ListView.view.width
                implicitHeight: 44
                base: Theme.colors.raised
                enabled: record !== ""
                text: title
                Accessible.name: title
                onClicked: {
                    dialog.chosen(record);
                    dialog.close();
                }

                contentItem: Row {
                    spacing: Theme.space8

                    Avatar {
                        anchors.verticalCenter: parent.verticalCenter
                        initials: choice.initials
                        colorKey: choice.avatarKey
                        size: Theme.avatarTable
                    }
                    Label {
                        anchors.verticalCenter: parent.verticalCenter
                        text: choice.title
                        font: Theme.label
                    }
                }
            }
        }
        Label {
            visible: list.count === 0
            text: qsTr("Nothing was found.")
            font: Theme.label
            color: Theme.colors.text2
        }
    }
}
