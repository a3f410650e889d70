// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Files
import Frontdesk.Models
import Frontdesk.Theme

// Where one writes. It grows with the text up to `maximumTextHeight` and keeps the draft of its conversation. Enter sends, Shift+Enter breaks the line; Up in an empty one changes the last own message, Escape leaves that.
Rectangle {
    id: composer

    required property ConversationPage page
    readonly property ComposerModel model: page.composer
    property real maximumTextHeight: 240

    signal sent

    function takeFocus() {
        input.forceActiveFocus();
        input.cursorPosition = input.length;
    }

    function send() {
        if (!model.canSend)
            return;
        const isNew = !model.editing;
        model.send(input.text);
        if (isNew)
            sent();
    }

    // Files or a picture of the clipboard; a text is the text field's.
    function paste(): bool {
        if (model.editing)
            return false;
        const files = Array.from(Clipboard.files());
        if (files.length > 0) {
            model.files.attach(files);
            return true;
        }
        const picture = Clipboard.picture();
        if (picture.byteLength > 0)
            model.files.attachPicture(picture);
        return picture.byteLength > 0;
    }

    // Whether a key of the text field is one of the composer's.
    function handle(key: int, modifiers: int): bool {
        if (key === Qt.Key_Return || key === Qt.Key_Enter) {
            if (modifiers & Qt.ShiftModifier)
                return false;
            send();
            return true;
        }
        if (key === Qt.Key_Tab || key === Qt.Key_Backtab) {
            const forward = key === Qt.Key_Tab;
            input.nextItemInFocusChain(forward).forceActiveFocus(forward ? Qt.TabFocusReason : Qt.BacktabFocusReason);
            return true;
        }
        if (key === Qt.Key_Up && modifiers === Qt.NoModifier)
            return model.editPrevious();
        if (key === Qt.Key_Escape && model.editing) {
            model.cancelEdit();
            return true;
        }
        return false;
    }

    implicitHeight: column.implicitHeight
    radius: Theme.radiusCard
    color: Theme.dark ? Theme.colors.sunken : Theme.colors.surface
    border.width: input.activeFocus ? 2 : 1
    border.color: model.problem !== "" ? Theme.colors.error : input.activeFocus ? Theme.colors.focus : Theme.colors.control

    TapHandler {
        onTapped: input.forceActiveFocus()
    }

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: 0

        RowLayout {
            objectName: "editing"
            visible: composer.model.editing
            spacing: Theme.space8
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space8
            Layout.topMargin: Theme.space4

            Icon {
                name: "pencil"
                size: Theme.iconSmall
                color: Theme.colors.accent
            }
            Label {
                text: qsTr("Editing")
                font: Theme.smallStrong
                color: Theme.colors.accent
            }
            Label {
                text: composer.model.editedText
                font: Theme.small
                color: Theme.colors.text2
                maximumLineCount: 1
                Layout.fillWidth: true
            }
            IconButton {
                objectName: "cancelEditing"
                iconName: "x"
                text: qsTr("Cancel editing (Esc)")
                Accessible.name: qsTr("Cancel editing")
                onClicked: {
                    composer.model.cancelEdit();
                    input.forceActiveFocus();
                }
            }
        }
        Lazy {
            active: !composer.model.editing && composer.model.files.files.length > 0
            visible: active
            implicitHeight: item?.implicitHeight ?? 0
            Layout.fillWidth: true
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space12
            Layout.topMargin: Theme.space8

            Flow {
                objectName: "attached"
                anchors.left: parent?.left
                anchors.right: parent?.right
                spacing: Theme.space4
                Accessible.role: Accessible.List
                Accessible.name: qsTr("Attached files")

                Repeater {
                    model: composer.model.files.files

                    FileChip {
                        required property int index
                        required property SharedFile modelData

                        objectName: "attachedFile"
                        file: modelData
                        removable: true
                        draft: true
                        onRemoved: {
                            composer.model.files.remove(index);
                            composer.takeFocus();
                        }
                    }
                }
            }
        }
        Flickable {
            id: flickable

            implicitHeight: Math.min(input.implicitHeight, composer.maximumTextHeight)
            contentWidth: width
            contentHeight: input.implicitHeight
            boundsBehavior: Flickable.StopAtBounds
            clip: true
            ScrollBar.vertical: ScrollBar { }
            Layout.fillWidth: true
            Layout.topMargin: 2

            // The line one writes in stays in sight.
            function follow() {
                const cursor = input.cursorRectangle;
                if (cursor.y < contentY)
                    contentY = Math.max(0, cursor.y - input.topPadding);
                else if (cursor.y + cursor.height > contentY + height)
                    contentY = cursor.y + cursor.height - height + input.bottomPadding;
            }

            TextArea {
                id: input

                width: flickable.width
                height: Math.max(implicitHeight, flickable.height)
                placeholderText: composer.page.kind === "direct" ? qsTr("Write to %1").arg(composer.page.title) : qsTr("Write to everybody in %1").arg(composer.page.title)
                Accessible.name: qsTr("Message")
                Accessible.description: placeholderText
                Component.onCompleted: text = composer.model.text
                onCursorRectangleChanged: flickable.follow()
                onTextChanged: {
                    if (text === composer.model.text)
                        return;
                    composer.model.text = text;
                    if (activeFocus && text !== "")
                        composer.model.typed();
                }
                Keys.onPressed: event => {
                    event.accepted = !inputMethodComposing && (event.matches(StandardKey.Paste) ? composer.paste() : composer.handle(event.key, event.modifiers));
                }

                function adopt() {
                    if (text === composer.model.text)
                        return;
                    text = composer.model.text;
                    cursorPosition = length;
                }

                Connections {
                    target: composer.model
                    function onChanged() {
                        input.adopt();
                    }
                }
                Connections {
                    target: composer
                    function onModelChanged() {
                        Composition.discard(); // it belongs to the conversation before
                        input.adopt();
                    }
                }
            }
        }
        RowLayout {
            spacing: Theme.space8
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space8
            Layout.bottomMargin: Theme.space8

            AttachButton {
                objectName: "attach"
                enabled: !composer.model.editing
                size: 28
                owner: composer.model.files
                onChosen: (draft, files) => {
                    (draft as DraftFiles).attach(files);
                    composer.takeFocus();
                }
            }
            Label {
                objectName: "hint"

                readonly property string problem: composer.model.problem !== "" ? composer.model.problem : composer.model.files.problem

                text: problem !== "" ? problem
                    : composer.model.files.busy ? qsTr("The files are being copied…")
                    : composer.model.editing ? qsTr("Enter saves, Escape leaves it as it was")
                    : qsTr("Enter sends, Shift+Enter starts a new line")
                font: Theme.small
                color: problem !== "" ? Theme.colors.error : Theme.colors.text3
                maximumLineCount: 2
                wrapMode: Text.Wrap
                Layout.fillWidth: true
            }
            Button {
                kind: Button.Primary
                text: composer.model.editing ? qsTr("Save") : qsTr("Send")
                enabled: composer.model.canSend
                onClicked: {
                    composer.send();
                    input.forceActiveFocus();
                }
            }
        }
    }
}
