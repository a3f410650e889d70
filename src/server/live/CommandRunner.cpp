// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/CommandRunner.h"

#include "domain/Json.h"
#include "server/live/EventRates.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString together = u"commands"_s;

/// The answers to several commands, until all of them are there.
struct Answers {
    QVector<QJsonObject> answers;
    qsizetype missing = 0;
};

QJsonObject answerJson(const Result<QJsonObject> &result)
{
    return result ? result.value() : QJsonObject{{u"ok"_s, false}, {u"error"_s, toJson(result.error())}};
}

Error noCommands()
{
    return {.code = u"payload.invalid"_s,
            .message = u"The field \"commands\" must be a list of 1 to %1 commands."_s.arg(CommandRunner::mostTogether),
            .detail = {{u"field"_s, u"commands"_s}}};
}

double secondsSince(std::chrono::steady_clock::time_point start)
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now() - start).count();
}

} // namespace

bool CommandRunner::knows(const QString &event)
{
    return event == together || isCommand(event);
}

QStringList CommandRunner::names()
{
    return commandNames() + QStringList{together};
}

void CommandRunner::handle(const std::shared_ptr<LiveSession> &session, const QString &event,
                           const QJsonObject &payload, const EventAnswer &answer)
{
    if (event != together)
        return run(session, event, payload, answer);
    const QJsonArray commands = payload["commands"_L1].toArray();
    if (commands.isEmpty() || commands.size() > mostTogether)
        return answer(m_parts.throttle.refusal(RateClass::Passing, session->user.text()).value_or(noCommands()));
    if (session->waiting + commands.size() > m_parts.mostWaiting)
        return answer(Error{.code = u"rate.limited"_s,
                            .message = u"Too much was sent at once; send it again a little later."_s,
                            .retryAfter = milliseconds(500)});
    runTogether(session, commands, answer);
}

void CommandRunner::runTogether(const std::shared_ptr<LiveSession> &session, const QJsonArray &commands,
                                const EventAnswer &answer)
{
    const auto all = std::make_shared<Answers>();
    all->answers.resize(commands.size());
    all->missing = commands.size();
    for (qsizetype i = 0; i < commands.size(); ++i) {
        QJsonObject payload = commands[i].toObject();
        const QString event = payload.take("event"_L1).toString();
        ++session->waiting;
        const EventAnswer one = [this, session, event, answer, all, i](const Result<QJsonObject> &result) {
            --session->waiting;
            if (!result)
                m_parts.refused(session, event, result.error());
            all->answers[i] = answerJson(result);
            if (--all->missing > 0)
                return;
            QJsonArray answers;
            for (const QJsonObject &each : std::as_const(all->answers))
                answers.append(each);
            answer(QJsonObject{{u"answers"_s, answers}});
        };
        run(session, event, payload, one);
    }
}

void CommandRunner::run(const std::shared_ptr<LiveSession> &session, const QString &event, const QJsonObject &payload,
                        const EventAnswer &answer)
{
    const EventAnswer counted = [this, answer,
                                 start = std::chrono::steady_clock::now()](const Result<QJsonObject> &result) {
        ++m_parts.metrics.commands[result ? "ok" : result.error().code.toUtf8()];
        m_parts.metrics.commandSeconds.observe(secondsSince(start));
        answer(result);
    };
    const auto wait = waitOf(*session, event, payload);
    if (!wait)
        return counted(wait.error());
    auto command = readCommand(event, payload);
    if (!command)
        return counted(command.error());
    if (wait.value() == milliseconds())
        return write(session->user, event, std::move(command).value(), counted);
    m_parts.later(wait.value(), [this, session, event, command = std::move(command).value(), counted] {
        if (!session->gone) // whoever has it in an outbox sends it again
            write(session->user, event, command, counted);
    });
}

Result<milliseconds> CommandRunner::waitOf(const LiveSession &session, const QString &event, const QJsonObject &payload)
{
    const RateClass rateClass = rateClassOf(session, event, payload);
    if (rateClass == RateClass::Record)
        return m_parts.throttle.delay(rateClass, session.user.text());
    if (const auto limited = m_parts.throttle.refusal(rateClass, session.user.text()))
        return *limited;
    return milliseconds();
}

void CommandRunner::write(const UserId &user, const QString &event, Command command, const EventAnswer &answer)
{
    m_parts.storage.write<QJsonObject>(
        [user, command = std::move(command)](Records &records, qint64 now) {
            return execute(records, {user, now}, command);
        },
        [this, event, answer](const Result<QJsonObject> &result) {
            if (result && event == "message:send"_L1)
                ++m_parts.metrics.messages;
            answer(result);
        });
}

} // namespace frontdesk::server
