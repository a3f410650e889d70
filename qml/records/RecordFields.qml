// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// All fields of a record, one below the other.
Column {
    id: fields

    required property RecordPage page
    required property Crm crm
    readonly property int labelWidth: 96

    signal recordOpened(string record)
    signal pickerAsked(string field, string kind)

    Repeater {
        model: fields.page.fields

        Item {
            id: place

            required property string field
            required property string label
            required property string text
            required property string editText
            required property string type
            required property string reference
            required property string refersTo
            required property int longest
            required property bool waiting
            required property string editorsText
            required property string editorsInitials
            required property string editorsAvatar
            required property var entries

            width: fields.width
            implicitHeight: (one.visible ? one.implicitHeight : several.implicitHeight) + (mark.visible ? mark.implicitHeight + Theme.space8 : 0)
            height: implicitHeight

            Rectangle {
                visible: mark.visible
                anchors.fill: parent
                anchors.leftMargin: -Theme.space8
                radius: Theme.radiusTag
                color: Theme.colors.accentSoft
            }
            EditorsMark {
                id: mark
                anchors.left: parent.left
                anchors.right: parent.right
                anchors.bottom: parent.bottom
                anchors.leftMargin: fields.labelWidth + 2 * Theme.space8
                anchors.bottomMargin: Theme.space4
                text: place.editorsText
                initials: place.editorsInitials
                avatarKey: place.editorsAvatar
            }
            Lazy {
                id: one
                visible: place.type !== "list"
                active: visible
                implicitHeight: item?.implicitHeight ?? 0
                anchors.left: parent.left
                anchors.right: parent.right
                height: implicitHeight

                FieldRow {
                    anchors.left: parent?.left
                    anchors.right: parent?.right
                    page: fields.page
                    crm: fields.crm
                    labelWidth: fields.labelWidth
                    field: place.field
                    label: place.label
                    text: place.text
                    editText: place.editText
                    type: place.type
                    reference: place.reference
                    refersTo: place.refersTo
                    longest: place.longest
                    waiting: place.waiting
                    onReferenceOpened: record => fields.recordOpened(record)
                    onPickerAsked: fields.pickerAsked(field, refersTo)
                }
            }
            Lazy {
                id: several
                visible: place.type === "list"
                active: visible
                implicitHeight: item?.implicitHeight ?? 0
                anchors.left: parent.left
                anchors.right: parent.right
                height: implicitHeight

                EntriesRow {
                    anchors.left: parent?.left
                    anchors.right: parent?.right
                    page: fields.page
                    labelWidth: fields.labelWidth
                    field: place.field
                    label: place.label
                    entries: place.entries
                    longest: place.longest
                    waiting: place.waiting
                }
            }
        }
    }
}
