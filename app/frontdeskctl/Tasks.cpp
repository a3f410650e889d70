// SPDX-License-Identifier: GPL-3.0-or-later
#include "Tasks.h"

#include "Describe.h"
#include "Events.h"
#include "OneShot.h"
#include "Output.h"
#include "Places.h"
#include "domain/Json.h"
#include "domain/WhenDone.h"

#include <QtCore/QDateTime>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

void printMessage(const Message &message, const QHash<UserId, User> &users, bool json)
{
    if (json) {
        printJson(toJson(message));
        return;
    }
    const QString time = QDateTime::fromMSecsSinceEpoch(message.at).toString(u"yyyy-MM-dd hh:mm"_s);
    printText(u"%1  %2: %3"_s.arg(time, harmless(nameOf(message.author, users)), harmless(message.text)));
}

/// Prints the newest messages once enough of them are in the cache.
void printHistory(OneShot &shot, const ConversationId &conversation, int limit)
{
    const store::MessageWindow window = await(shot.store().messages(conversation, {}, limit));
    if (window.messages.size() < limit && window.olderOnServer) {
        const qint64 before = window.messages.isEmpty() ? 0 : window.messages.first().number;
        whenDone(shot.session().fetchHistory(conversation, before), &shot,
                 [&shot, conversation, limit](const Result<Done> &fetched) {
                     if (fetched)
                         printHistory(shot, conversation, limit);
                     else
                         shot.fail(fetched.error());
                 });
        return;
    }
    const auto users = byId(await(shot.store().users()));
    for (const Message &message : window.messages)
        printMessage(message, users, shot.json());
    shot.finish();
}

} // namespace

ExitCode run(const ConversationsCommand &command)
{
    OneShot shot(command.target, OneShot::WhenLost::End);
    return shot.exec([&] {
        const auto users = byId(await(shot.store().users()));
        const auto me = await(shot.store().me());
        const auto list = await(shot.store().conversations()).conversations;
        for (const ConversationSummary &summary : list) {
            if (shot.json())
                printJson(describe(summary));
            else
                printText(u"%1  %2%3"_s.arg(summary.conversation.id.text(),
                                            harmless(nameOf(summary.conversation, users, me->id)),
                                            summary.unread > 0 ? u"  (%1 unread)"_s.arg(summary.unread) : QString()));
        }
        shot.finish();
    });
}

ExitCode run(const HistoryCommand &command)
{
    OneShot shot(command.target, OneShot::WhenLost::End);
    return shot.exec([&] {
        const auto place = findPlace(shot.store(), command.place);
        if (!place)
            shot.fail(place.error());
        else if (!place.value().exists)
            shot.fail({u"conversation.unknown"_s, u"You are in no such conversation"_s});
        else
            printHistory(shot, place.value().conversation, command.limit);
    });
}

ExitCode run(const SendCommand &command)
{
    OneShot shot(command.target, OneShot::WhenLost::End);
    return shot.exec([&] {
        const auto place = findPlace(shot.store(), command.place);
        if (!place) {
            shot.fail(place.error());
            return;
        }
        sync::Session &session = shot.session();
        const auto id = std::make_shared<CommandId>();
        QObject::connect(
            &session, &sync::Session::acknowledged, &shot,
            [&shot, id, conversation = place.value().conversation](const CommandId &done, qint64 seq) {
                if (done != *id)
                    return;
                if (shot.json())
                    printJson({{u"id"_s, id->text()}, {u"conversation"_s, conversation.text()}, {u"seq"_s, seq}});
                shot.finish();
            });
        QObject::connect(&session, &sync::Session::refused, &shot,
                         [&shot](const CommandId &, const Error &error) { shot.fail(error); });
        QObject::connect(&session, &sync::Session::failed, &shot, &OneShot::fail);
        if (const auto creation = creationOf(place.value()))
            session.submit(*creation);
        *id = session.submit(SendMessage{place.value().conversation, command.text});
    });
}

ExitCode run(const WatchCommand &command)
{
    endWithOutput();
    OneShot shot(command.target, OneShot::WhenLost::GoOn);
    std::optional<Events> events;
    return shot.exec([&] { events.emplace(shot.session(), shot.json() ? Events::Form::Json : Events::Form::Text); });
}

} // namespace frontdesk::ctl
