// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Makes one record of several: which one stays, for each field which value, and what becomes of the rest.
Dialog {
    id: dialog

    required property RecordMerge merge

    title: qsTr("Merge into one")
    width: Math.min(680, (parent ? parent.width : 700) - 2 * Theme.space16)
    confirmText: qsTr("Merge")
    confirmEnabled: merge.loaded
    stays: true
    onConfirmed: merge.merge()

    Connections {
        target: dialog.merge

        function onMerged() {
            dialog.close();
        }
    }

    component Choice: T.RadioButton {
        id: choice

        property string detail: ""

        implicitHeight: 28
        implicitWidth: implicitContentWidth + leftPadding
        leftPadding: 24
        focusPolicy: Qt.StrongFocus
        Accessible.name: detail === "" ? text : text + ", " + detail

        indicator: Rectangle {
            x: choice.mirrored ? choice.width - width : 0
            anchors.verticalCenter: parent.verticalCenter
            width: 16
            height: 16
            radius: 8
            color: "transparent"
            border.width: choice.checked ? 5 : 1
            border.color: choice.checked ? Theme.colors.accent : Theme.colors.text3

            FocusRing { control: choice; radius: 10 }
        }
        contentItem: RowLayout {
            spacing: Theme.space8

            Label {
                text: choice.text
                font: choice.checked ? Theme.labelStrong : Theme.label
                Layout.fillWidth: true
            }
            Label {
                visible: text !== ""
                text: choice.detail
                font: Theme.small
                color: Theme.colors.text2
            }
        }
    }

    ColumnLayout {
        anchors.fill: parent
        spacing: Theme.space12

        Label {
            objectName: "problem"
            visible: text !== ""
            text: dialog.merge.problem
            font: Theme.labelStrong
            color: Theme.colors.error
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        Label {
            text: qsTr("This one stays; the other goes to the bin, with a note in both.")
            font: Theme.label
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
        ColumnLayout {
            spacing: 0
            Layout.fillWidth: true

            Repeater {
                model: dialog.merge.records

                Choice {
                    required property var modelData

                    objectName: "keep." + modelData.value
                    text: modelData.text
                    detail: qsTr("made %1", "when").arg(modelData.detail)
                    checked: dialog.merge.kept === modelData.value
                    onClicked: dialog.merge.kept = modelData.value
                    Layout.fillWidth: true
                }
            }
        }
        Divider {
            Layout.fillWidth: true
        }
        ListView {
            id: list
            objectName: "fields"

            implicitHeight: Math.min(contentHeight, 380)
            clip: true
            spacing: Theme.space8
            activeFocusOnTab: true
            boundsBehavior: Flickable.StopAtBounds
            model: dialog.merge
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.fillHeight: true
            Accessible.role: Accessible.List
            Accessible.name: qsTr("What it will hold")

            delegate: RowLayout {
                id: row

                required property string field
                required property string label
                required property bool choosable
                required property var choices
                required property string result

                width: ListView.view.width
                spacing: Theme.space12

                Label {
                    text: row.label
                    font: Theme.label
                    color: Theme.colors.text2
                    Layout.preferredWidth: 110
                    Layout.alignment: Qt.AlignTop
                    Layout.topMargin: Theme.space4 + 2
                }
                ColumnLayout {
                    spacing: 0
                    Layout.fillWidth: true

                    Label {
                        visible: !row.choosable
                        text: row.result
                        font: Theme.label
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                        topPadding: Theme.space4 + 2
                        Layout.fillWidth: true
                    }
                    Repeater {
                        model: row.choosable ? row.choices : null

                        Choice {
                            required property var modelData

                            objectName: row.field + "." + modelData.value
                            text: modelData.text
                            checked: modelData.chosen
                            Accessible.description: row.label
                            onClicked: dialog.merge.choose(row.field, modelData.value)
                            Layout.fillWidth: true
                        }
                    }
                }
            }
        }
        Label {
            text: dialog.merge.summary
            font: Theme.small
            color: Theme.colors.text2
            wrapMode: Text.Wrap
            elide: Text.ElideNone
            Layout.fillWidth: true
        }
    }
}
