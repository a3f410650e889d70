// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import Frontdesk.Charts
import Frontdesk.Models

// A chart of the dashboard in its frame, with what the model says of it: { categories, names, values, texts, pattern, figures }.
ChartFrame {
    id: card

    required property DashboardModel dashboard
    required property var chartData

    signal opened(string figure)

    function open(category: int) {
        const figure = card.chartData?.figures?.[category] ?? "";
        if (figure !== "")
            card.opened(figure);
    }

    figures: ChartFigures {
        categories: card.chartData?.categories ?? []
        names: card.chartData?.names ?? []
        values: card.chartData?.values ?? []
        texts: card.chartData?.texts ?? []
        pattern: card.chartData?.pattern || "%1"
    }
    loading: !dashboard.loaded && dashboard.online
    offline: !dashboard.loaded && !dashboard.online
    age: dashboard.age
    picks: (chartData?.figures?.length ?? 0) > 0
    onPicked: (series, category) => card.open(category)
}
