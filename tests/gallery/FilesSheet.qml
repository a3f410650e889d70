// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Conversations
import Frontdesk.Models
import Frontdesk.Theme

// Files of messages: a picture, and others that are here, on their way, and not to be had.
Rectangle {
    id: sheet

    // Without a parent, so that they outlive what is bound to them.
    readonly property SharedFile photo: made({ name: "Statement.png", isPicture: true, picture: "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAgAAAAGCAIAAABxZ0isAAAAY0lEQVR42g3JIQFFQQhFwR/sRSDCRiAAAolcQYAbAIE8Af+Ond8XWHACDzK4gYINfl9hxSm8yOIWKrZeNNacxptsbqNm+4UwcYSLFFdIrF4MNpzBhxzuoGHnBRgccEi4IFj4A6J/U6GnfmWJAAAAAElFTkSuQmCC", pictureWidth: 640, pictureHeight: 480 })
    readonly property SharedFile plan: made({ name: "Quotation for the annual plan, second version.pdf" })
    readonly property SharedFile coming: made({ name: "Invoice 4711.pdf", sizeText: "18.4 MB", state: "coming", progress: 0.4 })
    readonly property SharedFile failed: made({ name: "Old.zip", sizeText: "3.0 MB", state: "failed", problem: "There is no such file.", mayBeOpened: false })
    readonly property SharedFile going: made({ name: "Answer.odt", sizeText: "220.0 kB", state: "going", progress: 0.7 })

    function made(values: var): SharedFile {
        return file.createObject(null, values) as SharedFile;
    }

    color: Theme.colors.surface

    Component {
        id: file
        SharedFile { }
    }
    Column {
        x: Theme.space24
        y: Theme.space24
        spacing: Theme.space12

        Repeater {
            model: [
                { text: "This is what the bank sent me.", files: [sheet.photo], own: false, delivery: "" },
                { text: "", files: [sheet.plan, sheet.coming, sheet.failed], own: false, delivery: "" },
                { text: "I have filled it in for you.", files: [sheet.going], own: true, delivery: "queued" }
            ]

            MessageBubble {
                required property var modelData

                authorName: ""
                text: modelData.text
                files: modelData.files
                timeText: "09:41"
                fullTimeText: "20 November 2026, 09:41:12"
                own: modelData.own
                delivery: modelData.delivery
                maximumWidth: 560
            }
        }
    }
}
