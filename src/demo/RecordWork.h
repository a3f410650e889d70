// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Command.h"
#include "domain/Event.h"

#include <QtCore/QRandomGenerator>

#include <map>

namespace frontdesk::demo {

struct Market;

/// What colleagues know of the records, and what one of them does about them next. Without I/O.
class RecordWork {
public:
    /// What this person owns is theirs: nobody else changes it.
    void leaveTo(const UserId &visitor) { m_visitor = visitor; }

    void knows(const RecordState &state);
    /// From however many of the colleagues that hear it.
    void changes(const RecordChanged &change);

    /// Moves a deal, changes a number, writes a note, ticks a task off, or begins a deal when few are left. Nothing
    /// when there is nothing of what the dice say.
    std::optional<CommandBody> next(const UserId &colleague, const Market &market, QRandomGenerator &random) const;

private:
    using States = QVector<const RecordState *>;
    template <class Fits>
    [[nodiscard]] States all(RecordKind kind, Fits fits) const;
    [[nodiscard]] States openDeals() const;
    [[nodiscard]] States others(RecordKind kind, const QString &personField) const;
    [[nodiscard]] QJsonArray stagesOf(const RecordState &deal) const;

    [[nodiscard]] std::optional<CommandBody> moveDeal(const UserId &colleague, QRandomGenerator &random) const;
    [[nodiscard]] std::optional<CommandBody> changePhone(QRandomGenerator &random) const;
    [[nodiscard]] std::optional<CommandBody> writeNote(const Market &market, QRandomGenerator &random) const;
    [[nodiscard]] std::optional<CommandBody> tickTask(const UserId &colleague, QRandomGenerator &random) const;
    [[nodiscard]] std::optional<CommandBody> beginDeal(const UserId &colleague, const Market &market,
                                                       QRandomGenerator &random) const;

    UserId m_visitor;
    std::map<QString, RecordState> m_states; ///< by the record as text: the same order for the same records
};

} // namespace frontdesk::demo
