// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Controls
import Frontdesk.Theme

// Where an own message is on its way, as one small icon: a clock waits, one tick is on the server, two are on a device of another, two in the accent colour were read.
Icon {
    id: mark

    required property string delivery // of the role of that name; empty: nothing to tell
    property color ink: Theme.colors.text3

    // In words, for assistive technology and for hovering.
    readonly property string text: {
        switch (delivery) {
        case "queued": return qsTr("Waiting to be sent");
        case "sending": return qsTr("Being sent");
        case "sent": return qsTr("Sent");
        case "delivered": return qsTr("Delivered");
        case "read": return qsTr("Read");
        case "refused": return qsTr("Not sent");
        default: return "";
        }
    }

    visible: delivery !== ""
    size: Theme.iconSmall
    name: {
        switch (delivery) {
        case "queued": return "clock";
        case "sending": return "send-horizontal";
        case "sent": return "check";
        case "delivered":
        case "read": return "check-check";
        case "refused": return "circle-alert";
        default: return "";
        }
    }
    color: delivery === "refused" ? Theme.colors.error : delivery === "read" ? Theme.colors.accent : ink
}
