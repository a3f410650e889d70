// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Dialogs
import QtQuick.Templates as T
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// The picture of a contact, or initials in its place; a press offers another one.
T.AbstractButton {
    id: portrait

    required property RecordPicture picture
    required property string name
    required property string initials
    required property string colorKey
    property int size: Theme.avatarList
    property bool broken: false // it cannot be decoded
    readonly property bool shown: picture.file !== null && "" + picture.file.picture !== "" && !broken

    // Whose picture it is about stays so, whoever is looked at when a menu or a dialog ends.
    function choose(target: RecordPicture) {
        (dialog.createObject(portrait, { target: target }) as FileDialog).open();
    }

    implicitWidth: size
    implicitHeight: size
    focusPolicy: Qt.StrongFocus
    Accessible.role: Accessible.Button
    Accessible.name: picture.file === null ? qsTr("Add a picture of %1").arg(name) : qsTr("Picture of %1").arg(name)
    Keys.onReturnPressed: portrait.clicked()
    Keys.onEnterPressed: portrait.clicked()
    onClicked: {
        if (picture.file === null)
            choose(picture);
        else
            (menu.createObject(portrait, { target: picture }) as Menu).popup(0, height);
    }

    contentItem: Item {
        Avatar {
            visible: !portrait.shown
            anchors.fill: parent
            size: portrait.size
            initials: portrait.initials
            colorKey: portrait.colorKey
        }
        Image {
            objectName: "portrait"
            visible: portrait.shown
            anchors.fill: parent
            source: portrait.picture.file?.picture ?? ""
            sourceSize.width: 2 * portrait.size
            sourceSize.height: 2 * portrait.size
            onStatusChanged: portrait.broken = status === Image.Error
            fillMode: Image.PreserveAspectCrop
            asynchronous: true
            autoTransform: true
        }
    }
    background: Rectangle {
        color: "transparent"
        radius: Theme.radiusControl

        FocusRing { control: portrait }
    }
    Hint {
        item: portrait
        text: portrait.picture.file === null ? qsTr("Add a picture") : qsTr("Change the picture")
        asked: portrait.hovered && !portrait.down
    }

    Component {
        id: menu

        Menu {
            id: ways

            required property RecordPicture target // null: it has gone since

            objectName: "pictureMenu"
            onClosed: destroy()
            onTargetChanged: {
                if (!target)
                    close();
            }

            MenuItem {
                objectName: "changePicture"
                text: qsTr("Change the picture…")
                iconName: "pencil"
                onTriggered: portrait.choose(ways.target)
            }
            MenuItem {
                objectName: "callOffPicture"
                visible: ways.target?.unsent ?? false
                height: visible ? implicitHeight : 0
                text: qsTr("Do not send the picture")
                iconName: "x"
                onTriggered: ways.target.callOff()
            }
            MenuItem {
                objectName: "removePicture"
                text: qsTr("Remove the picture")
                iconName: "trash-2"
                onTriggered: ways.target.remove()
            }
        }
    }
    Component {
        id: dialog

        FileDialog {
            required property RecordPicture target

            objectName: "pictureDialog"
            nameFilters: [qsTr("Pictures") + " (*.png *.jpg *.jpeg *.webp)"]
            onAccepted: {
                target.change(selectedFile);
                destroy();
            }
            onRejected: destroy()
            onTargetChanged: {
                if (!target) // the picture could go nowhere
                    reject();
            }
        }
    }
}
