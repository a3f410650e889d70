// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/FigureAnswers.h"

#include <algorithm>

namespace frontdesk::server {

figures::Answer figuresFor(Records &records, const UserId &user, const figures::Query &query, qint64 now)
{
    return figures::answer(records.figures, query, records.audience.ownersSeenBy(user), now);
}

std::vector<figures::Answer> figuresFor(Records &records, const std::vector<FigureQuestion> &questions, qint64 now)
{
    struct Known {
        figures::Owners seen;
        figures::Answer answer;
    };
    std::vector<Known> known;
    std::vector<figures::Answer> answers;
    for (const FigureQuestion &question : questions) {
        const figures::Owners seen = records.audience.ownersSeenBy(question.user);
        auto same = std::find_if(known.begin(), known.end(), [&](const Known &entry) {
            return entry.seen == seen && entry.answer.query == question.query;
        });
        if (same == known.end())
            same = known.insert(same, {seen, figures::answer(records.figures, question.query, seen, now)});
        answers.push_back(same->answer);
    }
    return answers;
}

} // namespace frontdesk::server
