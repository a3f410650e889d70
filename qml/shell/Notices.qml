// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// What a person should read and the eye does not see otherwise. Each takes a line of its own, so that it hides nothing, and stays until it is dismissed.
Flickable {
    id: list

    required property NoticeListModel notices

    signal shown(string record) // what the notice is about

    implicitHeight: Math.min(contentHeight, Window.height / 3)
    contentHeight: column.implicitHeight
    clip: true
    boundsBehavior: Flickable.StopAtBounds
    ScrollBar.vertical: ScrollBar { }

    FocusInSight { flickable: list }
    Column {
        id: column
        width: list.width

        Repeater {
            model: list.notices

            Rectangle {
                id: notice

                required property int noticeId
                required property string text
                required property string record

                width: column.width
                implicitHeight: Math.max(44, row.implicitHeight + Theme.space8)
                color: Theme.colors.warnSoft
                Accessible.role: Accessible.AlertMessage
                Accessible.name: text

                RowLayout {
                    id: row
                    anchors.fill: parent
                    anchors.leftMargin: Theme.space16
                    anchors.rightMargin: Theme.space8
                    spacing: Theme.space12

                    Icon {
                        name: "triangle-alert"
                        color: Theme.colors.warn
                    }
                    Label {
                        text: notice.text
                        font: Theme.labelStrong
                        color: Theme.colors.warn
                        wrapMode: Text.Wrap
                        elide: Text.ElideNone
                        Layout.fillWidth: true
                    }
                    Button {
                        objectName: "show"
                        visible: notice.record !== ""
                        kind: Button.Quiet
                        text: qsTr("Show")
                        onClicked: {
                            list.shown(notice.record);
                            list.notices.dismiss(notice.noticeId);
                        }
                    }
                    IconButton {
                        iconName: "x"
                        text: qsTr("Dismiss")
                        onClicked: list.notices.dismiss(notice.noticeId)
                    }
                }
                Divider {
                    anchors.bottom: parent.bottom
                    width: parent.width
                }
            }
        }
    }
}
