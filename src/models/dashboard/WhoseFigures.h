// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "figures/Query.h"
#include "models/Directory.h"
#include "models/TeamsModel.h"

#include <QtCore/QVariant>

namespace frontdesk::models {

/// Whose figures somebody looks at: those of everybody, of a team or of one person. GUI thread.
class WhoseFigures {
public:
    WhoseFigures(const Directory &directory, const TeamsModel &teams)
        : m_directory(directory)
        , m_teams(teams)
    {
    }

    /// Empty: everybody; "team:ID", or a user id.
    [[nodiscard]] const QString &chosen() const { return m_chosen; }
    void choose(const QString &whose) { m_chosen = whose; }
    /// [{value, text, kind}], kind "all", "team" or "person", in this order.
    [[nodiscard]] QVariantList choices() const;
    [[nodiscard]] QString text() const; ///< of the one that is chosen
    /// A team that has gone leads back to everybody; whether it has.
    bool leaveGoneTeam();

    [[nodiscard]] bool isEverybody() const { return m_chosen.isEmpty(); }
    /// Who is meant; absent: everybody.
    [[nodiscard]] figures::Owners owners() const;
    void addTo(figures::Query &query) const;

private:
    [[nodiscard]] std::optional<RecordRef> team() const;

    const Directory &m_directory;
    const TeamsModel &m_teams;
    QString m_chosen;
};

} // namespace frontdesk::models
