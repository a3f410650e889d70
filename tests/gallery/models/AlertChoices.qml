// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property var told: ({ messages: true, mentions: true, reminders: true, alarms: true })
    property var sounds: ({ messages: true, mentions: true, reminders: true, alarms: true })

    function setTold(kind: string, on: bool) { told = Object.assign({}, told, { [kind]: on }); }
    function setSound(kind: string, on: bool) { sounds = Object.assign({}, sounds, { [kind]: on }); }
}
