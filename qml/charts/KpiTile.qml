// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import QtQuick.Shapes
import Frontdesk.Charts
import Frontdesk.Controls
import Frontdesk.Theme

// One figure with what has become of it. All texts are given; whether a change is for the better is told by words as well as by colour.
// (No Button, since one of Qt 6.4 calls itself so also where there is nothing to press.)
Rectangle {
    id: tile

    required property string label
    required property string figure      // "–" while it is not known
    property string change: ""           // "8", "14 %", without a sign
    property string direction: ""        // "up", "down", "same"; "": there is nothing to compare with
    property string upIs: "good"         // "good", "bad" or "neutral"
    property string comparedWith: ""     // "vs last week"
    property string age: ""              // "as of 3 m ago", while nobody knows better
    property string alarm: ""            // "above 30": why there is an alarm; "": there is none
    property list<real> trend
    property bool large: false           // for a wall, to be read across a room
    property bool picks: true            // whether the rows behind the figure can be opened

    readonly property int padding: large ? Theme.space24 : Theme.space16
    readonly property bool compared: direction !== ""
    readonly property bool moved: direction === "up" || direction === "down"
    readonly property string verdict: !moved || upIs === "neutral" ? "" : (direction === "up") === (upIs === "good") ? "better" : "worse"
    readonly property color tone: verdict === "better" ? Theme.colors.ok : verdict === "worse" ? Theme.colors.error : Theme.colors.text2
    readonly property string verdictText: verdict === "better" ? qsTr("better") : verdict === "worse" ? qsTr("worse") : ""
    readonly property string changeText: direction === "up" ? qsTr("up %1").arg(change) : direction === "down" ? qsTr("down %1").arg(change)
        : direction === "same" ? qsTr("unchanged") : ""

    signal clicked

    function press() {
        if (picks)
            clicked();
    }

    implicitWidth: large ? 340 : 200
    implicitHeight: content.implicitHeight + 2 * padding
    radius: Theme.radiusCard
    color: tap.pressed ? Theme.colors.pressed : pointer.hovered && picks ? Theme.colors.hover : Theme.colors.surface
    border.width: alarm !== "" ? 2 : 1
    border.color: alarm !== "" ? Theme.colors.error : Theme.colors.line
    activeFocusOnTab: picks
    Accessible.role: picks ? Accessible.Button : Accessible.StaticText
    Accessible.name: qsTr("%1: %2", "the name of a figure and the figure").arg(label).arg(figure)
    Accessible.description: Array.from([alarm === "" ? "" : qsTr("Alarm: %1").arg(alarm), compared ? changeText + " " + comparedWith : "", verdictText, age])
        .filter(part => part !== "").join(", ")
    Accessible.focusable: picks
    Accessible.onPressAction: tile.press()
    Keys.onReturnPressed: tile.press()
    Keys.onEnterPressed: tile.press()
    Keys.onSpacePressed: tile.press()

    HoverHandler { id: pointer }
    TapHandler {
        id: tap
        enabled: tile.picks
        onTapped: tile.press()
    }
    Rectangle {
        anchors.fill: parent
        anchors.margins: -2
        visible: tile.activeFocus // which only the keyboard gives
        radius: Theme.radiusCard + 2
        color: "transparent"
        border.width: 2
        border.color: Theme.colors.focus
    }
    ColumnLayout {
        id: content
        x: tile.padding
        y: tile.padding
        width: parent.width - 2 * tile.padding
        spacing: tile.large ? Theme.space8 : Theme.space2

        RowLayout {
            spacing: Theme.space4
            Layout.fillWidth: true

            Icon {
                visible: tile.alarm !== ""
                name: "triangle-alert"
                size: tile.large ? 20 : Theme.iconSmall
                color: Theme.colors.error
            }
            Label {
                objectName: "label"
                text: tile.label
                font: tile.large ? Theme.wall : Theme.small
                color: tile.alarm !== "" ? Theme.colors.text : Theme.colors.text2
                Layout.fillWidth: true
            }
        }
        RowLayout {
            spacing: Theme.space8
            Layout.fillWidth: true

            Label {
                objectName: "figure"
                text: tile.figure
                font: tile.large ? Theme.figureWall : Theme.figure
                fontSizeMode: Text.HorizontalFit
                minimumPixelSize: 16
                color: tile.age !== "" ? Theme.colors.text2 : Theme.colors.text
                Layout.fillWidth: true
            }
            Sparkline {
                values: tile.trend
                ink: Theme.colors.text3
                Layout.alignment: Qt.AlignBottom
                Layout.bottomMargin: Theme.space4
            }
        }
        RowLayout {
            visible: tile.alarm !== ""
            Layout.fillWidth: true

            Label {
                objectName: "alarm"
                text: tile.alarm
                font: tile.large ? Theme.wallStrong : Theme.smallStrong
                color: Theme.colors.error
                Layout.fillWidth: true
            }
        }
        // No layout: those of Qt 6.4 forget where an item belongs that becomes visible later.
        Row {
            id: comparison
            visible: tile.alarm === "" && (tile.compared || tile.age === "")
            spacing: tile.large ? Theme.space8 : Theme.space4
            Layout.fillWidth: true
            Layout.minimumHeight: tile.large ? 26 : 16

            Shape {
                objectName: "arrow"
                anchors.verticalCenter: parent.verticalCenter
                visible: tile.moved
                width: 10
                height: 9
                scale: tile.large ? 1.4 : 1
                rotation: tile.direction === "down" ? 180 : 0

                ShapePath {
                    strokeColor: "transparent"
                    fillColor: tile.tone
                    startX: 5
                    startY: 0

                    PathLine { x: 10; y: 9 }
                    PathLine { x: 0; y: 9 }
                    PathLine { x: 5; y: 0 }
                }
            }
            Label {
                objectName: "change"
                visible: text !== ""
                text: tile.direction === "same" ? tile.changeText : tile.change
                font: tile.large ? Theme.wallStrong : Theme.smallStrong
                color: tile.tone
            }
            Label {
                visible: tile.verdict === "worse"
                text: tile.verdictText
                font: tile.large ? Theme.wall : Theme.small
                color: tile.tone
            }
            Label {
                visible: tile.compared
                width: Math.min(implicitWidth, Math.max(0, comparison.width - x))
                text: tile.comparedWith
                font: tile.large ? Theme.wall : Theme.small
                color: Theme.colors.text2
            }
        }
        RowLayout {
            objectName: "age"
            visible: tile.age !== ""
            spacing: Theme.space4
            Layout.fillWidth: true

            Icon {
                name: "clock"
                size: 12
                color: Theme.colors.warn
            }
            Label {
                text: tile.age
                font: tile.large ? Theme.wall : Theme.small
                color: Theme.colors.warn
                Layout.fillWidth: true
            }
        }
    }
}
