// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Records

// What a column can become; there may be more than a screen can hold.
ChoiceMenu {
    id: menu

    contentItem: ListView {
        implicitHeight: Math.min(contentHeight, 320)
        clip: true
        model: menu.contentModel
        currentIndex: menu.currentIndex
        boundsBehavior: Flickable.StopAtBounds
        ScrollBar.vertical: ScrollBar { }
    }
}
