// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import QtQuick.Templates as T

// A popup that a file of its own describes; it is loaded when one is asked for, as LazyFile does.
QtObject {
    id: popup

    required property url file
    property Component component: null

    function create(parent: Item, values: var): T.Popup {
        if (component === null)
            component = Qt.createComponent(file);
        return component.createObject(parent, values) as T.Popup;
    }
}
