// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// What a file of its own describes, built only while it is active. The file, and every type it names, is loaded when that is wanted for the first time: what
// nobody goes to takes no time at the start and no memory.
Loader {
    id: lazy

    required property url file
    property var values: ({}) // its initial properties

    Component.onCompleted: setSource(file, values)
}
