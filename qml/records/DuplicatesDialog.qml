// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Who is in the records twice, as groups to merge or to leave.
Dialog {
    id: dialog

    required property Crm crm
    required property string kind

    readonly property DuplicateGroupsModel groups: crm.duplicates

    title: kind === "company" ? qsTr("Companies that are there twice") : qsTr("Contacts that are there twice")
    width: Math.min(620, (parent ? parent.width : 640) - 2 * Theme.space16)
    confirmText: qsTr("Search again")
    confirmEnabled: !groups.scanning
    onConfirmed: groups.scan(kind)
    onAboutToShow: groups.scan(kind)
    onAboutToHide: groups.stop()

    footer: RowLayout {
        spacing: Theme.space8

        Item { Layout.fillWidth: true }
        Button {
            text: qsTr("Search again")
            enabled: dialog.confirmEnabled
            onClicked: dialog.groups.scan(dialog.kind)
            Layout.bottomMargin: Theme.space20
        }
        Button {
            kind: Button.Primary
            text: qsTr("Done")
            onClicked: dialog.close()
            Layout.rightMargin: Theme.space20
            Layout.bottomMargin: Theme.space20
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space8

        RowLayout {
            visible: dialog.groups.scanning
            spacing: Theme.space8

            Spinner {
                size: 16
            }
            Label {
                text: qsTr("Comparing all of them")
                font: Theme.label
                color: Theme.colors.text2
            }
        }
        Label {
            visible: dialog.groups.scanned && list.count === 0
            text: qsTr("Nobody is there twice.")
            font: Theme.body
            color: Theme.colors.text2
        }
        ListView {
            id: list
            objectName: "groups"

            implicitHeight: Math.min(contentHeight, 420)
            clip: true
            spacing: Theme.space8
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: dialog.groups
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: dialog.title

            delegate: Rectangle {
                id: group

                required property int index
                required property string title
                required property string reason

                width: ListView.view.width
                implicitHeight: 60
                radius: Theme.radiusControl
                color: "transparent"
                border.width: 1
                border.color: Theme.colors.line
                Accessible.role: Accessible.ListItem
                Accessible.name: title + ", " + reason

                RowLayout {
                    anchors.fill: parent
                    anchors.leftMargin: Theme.space12
                    anchors.rightMargin: Theme.space12
                    spacing: Theme.space8

                    ColumnLayout {
                        spacing: 2
                        Layout.fillWidth: true

                        Label {
                            text: group.title
                            font: Theme.labelStrong
                            Layout.fillWidth: true
                        }
                        Label {
                            text: group.reason
                            font: Theme.small
                            color: Theme.colors.text2
                            Layout.fillWidth: true
                        }
                    }
                    Button {
                        objectName: "leave"
                        kind: Button.Quiet
                        text: qsTr("Not the same")
                        Accessible.description: group.title
                        onClicked: dialog.groups.leaveOut(group.index)
                    }
                    Button {
                        objectName: "merge"
                        text: qsTr("Merge…")
                        Accessible.description: group.title
                        onClicked: dialog.crm.startMerge(dialog.groups.recordsOf(group.index))
                    }
                }
            }
        }
    }
}
