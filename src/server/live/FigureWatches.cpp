// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/FigureWatches.h"

#include "figures/Booking.h"
#include "server/storage/FigureAnswers.h"

#include <algorithm>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::nanoseconds pause = 1s; // between two pushes
constexpr int share = 10;                      // of the storage thread's time at most one in so many is for who watches

const QString getEvent = u"figures:get"_s;
const QString watchEvent = u"figures:watch"_s;
const QString unwatchEvent = u"figures:unwatch"_s;
const QString changedEvent = u"figures:changed"_s;

/// Whether a team may have other members since, which no figure is entered for.
bool isOfTeam(const JournalRow &row)
{
    const auto record = RecordRef::from(row.payload["record"_L1].toString());
    return record && record->kind == RecordKind::Team;
}

} // namespace

QStringList FigureWatches::names()
{
    return {getEvent, watchEvent, unwatchEvent};
}

bool FigureWatches::knows(const QString &event)
{
    return event == getEvent || event == watchEvent || event == unwatchEvent;
}

void FigureWatches::handle(const Session &session, const QString &event, const QJsonObject &payload,
                           const EventAnswer &answer)
{
    if (event == unwatchEvent) {
        forget(session);
        return answer(QJsonObject());
    }
    FieldReader fields(payload);
    const figures::Query query = figures::readQuery(fields);
    if (!fields.ok())
        return answer(fields.error());
    m_storage.read<figures::Answer>(
        [user = session->user, query](Records &records, qint64 now) { return figuresFor(records, user, query, now); },
        [this, session, answer, watches = event == watchEvent](const Result<figures::Answer> &found) {
            if (!found)
                return answer(found.error());
            if (watches)
                watch(session, found.value());
            answer(figures::toJson(found.value()));
        });
}

void FigureWatches::watch(const Session &session, figures::Answer shown)
{
    if (!session->gone)
        m_watches.insert(session.get(), {session, std::move(shown)});
}

void FigureWatches::forget(const Session &session)
{
    m_watches.remove(session.get());
}

void FigureWatches::onCommitted(const JournalTransaction &transaction)
{
    if (m_watches.isEmpty())
        return;
    m_changed = m_changed ||
                std::any_of(transaction.changes.begin(), transaction.changes.end(), [](const JournalChange &change) {
                    const auto *row = std::get_if<JournalRow>(&change);
                    return row && (figures::counts(*row) || isOfTeam(*row));
                });
    if (m_changed && !m_resting)
        push();
}

void FigureWatches::push()
{
    m_changed = false;
    m_resting = true;
    std::vector<FigureQuestion> questions;
    std::vector<LiveSession *> sessions; // only compared, never used: they may have gone meanwhile
    for (auto watch = m_watches.begin(); watch != m_watches.end(); ++watch) {
        questions.push_back({watch->session->user, watch->shown.query});
        sessions.push_back(watch.key());
    }
    struct Answers {
        std::vector<figures::Answer> answers;
        std::chrono::nanoseconds took{};
    };
    m_storage.read<Answers>(
        [questions = std::move(questions)](Records &records, qint64 now) -> Result<Answers> {
            const auto start = std::chrono::steady_clock::now();
            auto answers = figuresFor(records, questions, now);
            return Answers{std::move(answers), std::chrono::steady_clock::now() - start};
        },
        [this, sessions = std::move(sessions)](const Result<Answers> &found) {
            m_changed = m_changed || !found;
            for (size_t i = 0; found && i < sessions.size(); ++i)
                tell(sessions[i], found.value().answers[i]);
            const auto rest = found ? std::max(pause, found.value().took * share) : pause;
            m_later(std::chrono::duration_cast<std::chrono::milliseconds>(rest), [this] {
                m_resting = false;
                if (m_changed && !m_watches.isEmpty())
                    push();
            });
        });
}

void FigureWatches::tell(LiveSession *session, const figures::Answer &answer)
{
    const auto watch = m_watches.find(session);
    if (watch == m_watches.end() || watch->shown.query != answer.query)
        return;
    const figures::Delta delta = figures::deltaBetween(watch->shown, answer);
    if (delta.isEmpty())
        return;
    if (watch->session->socket->volatileEvent(changedEvent, {figures::toJson(delta)}))
        watch->shown = answer;
    else
        m_changed = true; // it is in what is told next
}

} // namespace frontdesk::server
