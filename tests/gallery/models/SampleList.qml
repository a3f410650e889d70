// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

// A list whose rows are set as an array of objects, all with the same names.
ListModel {
    id: model

    property var values: []

    onValuesChanged: {
        model.clear();
        for (const value of values)
            model.append(value);
    }
}
