// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property bool watching: false
    property string period: "week"
    property var periods: [{ value: "today", text: "Today" }, { value: "week", text: "This week" }, { value: "month", text: "This month" },
        { value: "quarter", text: "This quarter" }, { value: "year", text: "This year" }]
    property string owner: ""
    property var owners: [{ value: "", text: "Everybody" }, { value: "lena", text: "Lena Roth" }, { value: "jonas", text: "Jonas Weiss" }]
    property string currency: "EUR"
    property var currencies: [{ value: "EUR", text: "EUR" }, { value: "USD", text: "USD" }]
    property string comparedWith: "vs last week"
    property bool loaded: true
    property bool live: true
    property bool online: true
    property string age: ""
    property string liveText: "Live"
    property SampleList tiles: SampleList { }
    property var revenue: ({})
    property var funnel: ({})
    property var reasons: ({})
    property var volume: ({})
    property var people: ({})
}
