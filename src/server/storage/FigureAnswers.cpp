// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/FigureAnswers.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

/// Nothing: there is no such team.
std::optional<figures::Owners> ownersFor(Records &records, const UserId &user, const figures::Query &query)
{
    const figures::Owners seen = records.audience.ownersSeenBy(user);
    if (query.team.isEmpty())
        return seen;
    const auto team = records.crm.find({RecordKind::Team, query.team});
    if (!team || team->fields[fields::deleted].toBool())
        return {};
    return figures::inTeam(seen, team->lists.value(fields::members));
}

} // namespace

Result<figures::Answer> figuresFor(Records &records, const UserId &user, const figures::Query &query, qint64 now)
{
    const auto whose = ownersFor(records, user, query);
    if (!whose)
        return Error{u"team.unknown"_s, u"There is no such team."_s};
    return figures::answer(records.figures, query, *whose, now);
}

std::vector<figures::Answer> figuresFor(Records &records, const std::vector<FigureQuestion> &questions, qint64 now)
{
    struct Known {
        figures::Owners whose;
        figures::Answer answer;
    };
    std::vector<Known> known;
    std::vector<figures::Answer> answers;
    for (const FigureQuestion &question : questions) {
        const figures::Owners whose =
            ownersFor(records, question.user, question.query).value_or(figures::Owners(QStringList()));
        auto same = std::find_if(known.begin(), known.end(), [&](const Known &entry) {
            return entry.whose == whose && entry.answer.query == question.query;
        });
        if (same == known.end())
            same = known.insert(same, {whose, figures::answer(records.figures, question.query, whose, now)});
        answers.push_back(same->answer);
    }
    return answers;
}

} // namespace frontdesk::server
