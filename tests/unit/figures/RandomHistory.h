// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "domain/Types.h"

#include <QtCore/QRandomGenerator>

namespace frontdesk::figures::testing {

/// A journal that could have been, by its seed: contacts and deals that are made, worth more or less, in other
/// currencies, moved on, back and out, given to others, put into the bin and taken out; a pipeline whose probabilities
/// change; people who write to each other, close their conversations and open them again. Two weeks of it, with its
/// times.
class RandomHistory {
public:
    explicit RandomHistory(quint32 seed);

    /// The next row.
    JournalRow next();

    static QStringList people() { return {QStringLiteral("ada"), QStringLiteral("ben"), QStringLiteral("eve")}; }
    static QString pipeline() { return QStringLiteral("sales"); }
    static QJsonArray stages(int firstProbability); ///< two open ones, won, lost
    [[nodiscard]] qint64 now() const { return m_now; }

private:
    JournalRow row(const QString &event, const QJsonObject &payload);
    JournalRow added(RecordKind kind, const QString &id, const QJsonObject &fields);
    JournalRow changed(RecordKind kind, const QString &id, const QJsonObject &set);
    JournalRow message();
    JournalRow closing(); ///< or opening by hand
    [[nodiscard]] QJsonObject someFields();
    [[nodiscard]] QJsonValue somePlace();
    [[nodiscard]] QJsonValue someValue();
    [[nodiscard]] QString someone();
    [[nodiscard]] int below(int bound) { return int(m_random.bounded(bound)); }

    QRandomGenerator m_random;
    qint64 m_seq = 0;
    qint64 m_now = 1'700'000'000'000;
    int m_deals = 0;
    int m_contacts = 0;
    int m_messages = 0;
    QSet<QString> m_closed;                ///< conversations
    std::optional<JournalRow> m_following; ///< what the server writes together with the last row
};

} // namespace frontdesk::figures::testing
