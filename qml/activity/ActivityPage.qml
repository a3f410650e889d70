// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What everybody did, newest first, as far as one may see it.
Rectangle {
    id: page

    required property Workspace workspace

    readonly property ActivityModel activity: workspace.activity

    signal conversationOpened
    signal recordChosen(record: string)

    color: Theme.colors.window

    ColumnLayout {
        x: parent.LayoutMirroring.enabled ? parent.width - width - Theme.space24 : Theme.space24
        y: Theme.space20
        width: Math.min(parent.width - 2 * Theme.space24, Theme.readingWidth)
        height: parent.height - Theme.space20 - Theme.space24
        spacing: Theme.space16

        Label {
            text: qsTr("Activity")
            font: Theme.heading
            Accessible.role: Accessible.Heading
            Accessible.name: text
        }
        Rectangle {
            radius: Theme.radiusCard
            color: Theme.colors.surface
            border.width: 1
            border.color: Theme.colors.line
            Layout.fillWidth: true
            Layout.fillHeight: true

            ListView {
                id: list

                anchors.fill: parent
                anchors.margins: Theme.space8
                clip: true
                activeFocusOnTab: true
                boundsBehavior: Flickable.StopAtBounds
                cacheBuffer: 0 // as in a RecordTable
                model: page.activity
                ScrollBar.vertical: ScrollBar { }
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Activity")
                onAtYEndChanged: {
                    if (atYEnd && !page.activity.complete && !page.activity.loading && page.activity.loadProblem === "")
                        page.activity.loadOlder();
                }

                delegate: ActivityRow {
                    width: list.width
                    onClicked: {
                        if (record !== "") {
                            page.recordChosen(record);
                        } else {
                            page.workspace.openConversation(conversationId);
                            page.conversationOpened();
                        }
                    }
                }
            }
            EmptyState {
                visible: list.count === 0
                anchors.fill: parent
                busy: !page.activity.loaded
                iconName: "activity"
                title: busy ? qsTr("Reading the feed") : qsTr("Nothing has happened yet")
                text: busy ? "" : qsTr("Who writes, joins, starts a group or sees to a customer appears here at once.")
            }
        }
        RowLayout {
            visible: list.count > 0 && (page.activity.loading || page.activity.loadProblem !== "")
            spacing: Theme.space8
            Layout.alignment: Qt.AlignHCenter

            Spinner {
                visible: page.activity.loading
            }
            Label {
                text: page.activity.loading ? qsTr("Loading older entries") : page.activity.loadProblem
                font: Theme.small
                color: Theme.colors.text2
            }
            Button {
                visible: !page.activity.loading
                kind: Button.Quiet
                text: qsTr("Try again")
                onClicked: page.activity.loadOlder()
            }
        }
    }
}
