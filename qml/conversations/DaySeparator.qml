// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

Label {
    required property string day

    text: day
    height: 40
    font: Theme.small
    color: Theme.colors.text2
    horizontalAlignment: Text.AlignHCenter
    Accessible.role: Accessible.Heading
    Accessible.name: day
}
