// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Record.h"

namespace frontdesk::sync {

/// The own sign of looking at a record: sent at once, repeated as long as it is looked at, with the field that is being
/// changed until its editor is left or nothing is typed for a while. Times are the monotonic clock's.
class OwnViewing {
public:
    static constexpr milliseconds repeatAfter{10'000};
    static constexpr milliseconds idleAfter{20'000};

    /// A sign to send.
    struct Sign {
        std::optional<RecordRef> record; ///< nothing: no record is looked at
        QString field;                   ///< empty: none is changed
        friend bool operator==(const Sign &, const Sign &) = default;
    };

    /// What is looked at from now on, or what it was already, because a key was pressed in the field.
    std::optional<Sign> set(const std::optional<RecordRef> &record, const QString &field, milliseconds now);
    std::optional<Sign> tick(milliseconds now);
    void connectionLost() { m_sentAt.reset(); } ///< it is due again as soon as there is another
    [[nodiscard]] const std::optional<RecordRef> &record() const { return m_record; }
    [[nodiscard]] std::optional<milliseconds> deadline() const; ///< while there is a connection

private:
    Sign sent(milliseconds now);

    std::optional<RecordRef> m_record;
    QString m_field;
    milliseconds m_lastKey{};
    bool m_idle = false; ///< the field was open, and nobody typed
    std::optional<milliseconds> m_sentAt;
};

} // namespace frontdesk::sync
