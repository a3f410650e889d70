// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Layouts
import Frontdesk.Controls
import Frontdesk.Models
import Frontdesk.Theme

// Where one writes. It grows with the text up to `maximumTextHeight` and keeps the draft of its conversation. Enter sends, Shift+Enter breaks the line.
Rectangle {
    id: composer

    required property ConversationPage page
    property real maximumTextHeight: 240

    signal sent

    function takeFocus() {
        input.forceActiveFocus();
        input.cursorPosition = input.length;
    }

    function send() {
        if (!page.canSend)
            return;
        page.send(input.text);
        sent();
    }

    implicitHeight: column.implicitHeight
    radius: Theme.radiusCard
    color: Theme.dark ? Theme.colors.sunken : Theme.colors.surface
    border.width: input.activeFocus ? 2 : 1
    border.color: page.sendProblem !== "" ? Theme.colors.error : input.activeFocus ? Theme.colors.focus : Theme.colors.control

    TapHandler {
        onTapped: input.forceActiveFocus()
    }

    ColumnLayout {
        id: column
        anchors.fill: parent
        spacing: 0

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
                Component.onCompleted: text = composer.page.draft
                onCursorRectangleChanged: flickable.follow()
                onTextChanged: {
                    if (text === composer.page.draft)
                        return;
                    composer.page.draft = text;
                    if (activeFocus && text !== "")
                        composer.page.typed();
                }
                Keys.onPressed: event => {
                    const enter = event.key === Qt.Key_Return || event.key === Qt.Key_Enter;
                    if (!enter || event.modifiers & Qt.ShiftModifier || inputMethodComposing)
                        return;
                    event.accepted = true;
                    composer.send();
                }

                Connections {
                    target: composer.page
                    function onDraftChanged() {
                        if (input.text !== composer.page.draft) {
                            input.text = composer.page.draft;
                            input.cursorPosition = input.length;
                        }
                    }
                }
            }
        }
        RowLayout {
            spacing: Theme.space8
            Layout.leftMargin: Theme.space12
            Layout.rightMargin: Theme.space8
            Layout.bottomMargin: Theme.space8

            Label {
                text: composer.page.sendProblem !== "" ? composer.page.sendProblem : qsTr("Enter sends, Shift+Enter starts a new line")
                font: Theme.small
                color: composer.page.sendProblem !== "" ? Theme.colors.error : Theme.colors.text3
                Layout.fillWidth: true
            }
            Button {
                kind: Button.Primary
                text: qsTr("Send")
                enabled: composer.page.canSend
                onClicked: {
                    composer.send();
                    input.forceActiveFocus();
                }
            }
        }
    }
}
