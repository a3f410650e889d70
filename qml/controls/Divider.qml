// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

Rectangle {
    implicitWidth: 1
    implicitHeight: 1
    color: Theme.colors.line
}
