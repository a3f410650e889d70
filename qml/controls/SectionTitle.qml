// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Theme

Label {
    font: Theme.smallStrong
    color: Theme.colors.text2
    Accessible.role: Accessible.Heading
    Accessible.name: text
}
