// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Controls
import Frontdesk.Models

// The saved views of a table with how many records each finds, and what can be done to the present one.
Menu {
    id: list

    implicitWidth: 300

    required property SavedViewsModel views
    required property string allText

    signal nameAsked(bool another) // for another view, or for the present one

    MenuItem {
        text: list.allText
        checked: list.views.current === ""
        onTriggered: list.views.choose("")
    }
    Instantiator {
        model: list.views
        onObjectAdded: (index, object) => list.insertItem(index + 1, object)
        onObjectRemoved: (index, object) => list.removeItem(object)

        MenuItem {
            required property string record
            required property string name
            required property string countText
            required property bool current

            text: countText === "" ? name : qsTr("%1 (%2)", "view, how many it finds").arg(name).arg(countText)
            checked: current
            onTriggered: list.views.choose(record)
        }
    }
    MenuItem {
        text: qsTr("Save as a new view")
        iconName: "plus"
        onTriggered: list.nameAsked(true)
    }
    MenuItem {
        enabled: list.views.differs
        visible: list.views.current !== ""
        height: visible ? implicitHeight : 0
        text: qsTr("Save the changes")
        iconName: "check"
        onTriggered: list.views.save()
    }
    MenuItem {
        visible: list.views.current !== ""
        height: visible ? implicitHeight : 0
        text: qsTr("Rename")
        iconName: "pencil"
        onTriggered: list.nameAsked(false)
    }
    MenuItem {
        visible: list.views.current !== ""
        height: visible ? implicitHeight : 0
        text: qsTr("Move to the bin")
        iconName: "trash-2"
        destructive: true
        onTriggered: list.views.moveToBin()
    }
}
