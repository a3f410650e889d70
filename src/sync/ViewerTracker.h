// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Event.h"

namespace frontdesk::sync {

/// Who else looks at the record that is looked at here. The server tells it at every own sign, so what it has not told
/// for a while is forgotten. Times are the monotonic clock's.
class ViewerTracker {
public:
    static constexpr milliseconds forgetAfter{25'000};

    // Each returns whether the viewers are others than before.
    bool look(const std::optional<RecordRef> &record); ///< another one: nobody is known there yet
    bool observe(const ViewersChanged &told, const UserId &me, milliseconds now);
    bool tick(milliseconds now);
    bool clear(); ///< the connection is gone

    [[nodiscard]] const std::optional<RecordRef> &record() const { return m_record; }
    [[nodiscard]] const QVector<Viewer> &viewers() const { return m_viewers; }
    [[nodiscard]] std::optional<milliseconds> deadline() const;

private:
    std::optional<RecordRef> m_record;
    QVector<Viewer> m_viewers;
    milliseconds m_until{};
};

} // namespace frontdesk::sync
