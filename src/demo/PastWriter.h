// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/PastRecords.h"

#include <QtCore/QRandomGenerator>

namespace frontdesk::demo {

/// Collects what happened, at times when people work, and throws the dice. What would be in the future did not happen.
class PastWriter {
public:
    static constexpr qint64 minute = 60'000; ///< milliseconds, as all times
    static constexpr qint64 day = 24 * 60 * minute;

    PastWriter(quint32 seed, qint64 now);

    [[nodiscard]] qint64 now() const { return m_now; }
    [[nodiscard]] qint64 begin() const { return m_now - pastSpan; }

    void restart(quint32 seed) { m_random.seed(seed); }
    QRandomGenerator &random() { return m_random; }
    int between(int least, int most) { return m_random.bounded(least, most + 1); }
    bool chance(int percent) { return m_random.bounded(100) < percent; }
    qint64 upTo(qint64 most) { return qint64(m_random.generateDouble() * double(most)); }
    template <class List>
    const auto &pick(const List &list)
    {
        return list.at(m_random.bounded(int(list.size())));
    }
    template <class List>
    void shuffle(List &list)
    {
        for (qsizetype i = list.size() - 1; i > 0; --i) {
            list.swapItemsAt(i, m_random.bounded(int(i + 1)));
        }
    }

    /// Some time in the working hours of that day, or of the Friday before.
    qint64 atWork(qint64 at);
    /// So many days on, at work; always later than `at`.
    qint64 daysOn(qint64 at, int days) { return std::max(at + 10 * minute, atWork(at + days * day)); }

    /// The record of this kind that always has this id.
    static RecordRef named(RecordKind kind, const QString &name);

    void create(const UserId &author, qint64 at, const RecordRef &record, const QJsonObject &set,
                const ListValues &lists = {});
    void change(const UserId &author, qint64 at, const RecordRef &record, const QJsonObject &set,
                const ListChanges &lists = {});
    /// One that has not seen what came after the creation.
    void changeUnseen(const UserId &author, qint64 at, const RecordRef &record, const QJsonObject &set,
                      const QJsonObject &was);
    void note(const UserId &author, qint64 at, const RecordRef &about, const QString &text, QJsonObject more = {});

    QVector<PastCommand> finished(); ///< by time

private:
    void add(const UserId &author, qint64 at, CommandBody body);

    const qint64 m_now;
    QRandomGenerator m_random;
    QVector<PastCommand> m_commands;
};

/// As a field of a day holds it.
QString dayText(qint64 at);

} // namespace frontdesk::demo
