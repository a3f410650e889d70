// SPDX-License-Identifier: GPL-3.0-or-later
import QtQml

// A story and what it is called, in the list and as a picture.
QtObject {
    property string name: ""
    default property Component content: null
}
