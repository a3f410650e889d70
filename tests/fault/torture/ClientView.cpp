// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClientView.h"

#include <QtCore/QJsonArray>

#include <algorithm>

namespace frontdesk::torture {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int everything = 10'000;

QVector<Line> linesFrom(const QJsonArray &messages)
{
    QVector<Line> lines;
    for (const QJsonValue &message : messages) {
        // Those behind the confirmed ones are in the outbox, of which the client tells apart.
        if (message["number"_L1].toInteger() == 0)
            continue;
        lines.append({MessageId(message["id"_L1].toString()), message["number"_L1].toInteger(),
                      UserId(message["author"_L1].toString()), message["text"_L1].toString()});
    }
    return lines;
}

QSet<ConflictId> conflictsOf(const QString &record, const QJsonArray &all)
{
    QSet<ConflictId> found;
    for (const QJsonValue &conflict : all)
        if (conflict["record"_L1] == record)
            found.insert(ConflictId(conflict["id"_L1].toString()));
    return found;
}

/// What a command waits for: a message that it edits, or a record that is to be made.
bool waitsFor(const QJsonValue &command, const QJsonValue &refused)
{
    const QJsonValue fields = command["fields"_L1];
    const QString message = fields["message"_L1].toString();
    const QString record = fields["record"_L1].toString();
    return (!message.isEmpty() && refused["id"_L1] == message) ||
           (!record.isEmpty() && refused["command"_L1] == "record:create"_L1 &&
            refused["fields"_L1]["record"_L1] == record);
}

} // namespace

std::optional<ClientState> view(const Ask &ask, const UserId &me)
{
    const auto result = [&](const QString &command, const QJsonObject &fields = {}) -> std::optional<QJsonObject> {
        const auto answered = ask(command, fields);
        if (!answered || !answered->contains("result"_L1))
            return {};
        return (*answered)["result"_L1].toObject();
    };
    const auto ledger = result(u"ledger"_s);
    const auto pending = result(u"pending"_s);
    const auto list = result(u"list"_s);
    const auto conflicts = result(u"conflicts"_s);
    if (!ledger || !pending || !list || !conflicts)
        return {};
    ClientState state{.places = {},
                      .cards = {},
                      .refused = {},
                      .epoch = (*ledger)["epoch"_L1].toString(),
                      .waiting = (*ledger)["waiting"_L1].toInt(),
                      .stopped = {},
                      .holes = int((*ledger)["holes"_L1].toArray().size()),
                      .refusedInLedger = (*ledger)["refused"_L1].toInt(),
                      .unknownRows = (*ledger)["unknownRows"_L1].toInt()};
    const QJsonArray commands = (*pending)["pending"_L1].toArray();
    for (const QJsonValue &command : commands)
        if (command["delivery"_L1] == "refused"_L1)
            state.refused.append({CommandId(command["id"_L1].toString()), command["refusal"_L1]["code"_L1].toString(),
                                  command["fields"_L1]["text"_L1].toString()});
    for (const QJsonValue &command : commands) {
        const bool builds = std::any_of(commands.begin(), commands.end(), [&](const QJsonValue &other) {
            return other["delivery"_L1] == "refused"_L1 && waitsFor(command, other);
        });
        if (builds && command["delivery"_L1] != "refused"_L1)
            state.stopped.insert(CommandId(command["id"_L1].toString()));
    }
    const QJsonArray open = (*conflicts)["conflicts"_L1].toArray();
    for (const char *kind : {"contact", "deal", "note"})
        for (const bool bin : {false, true}) {
            const auto records =
                result(u"records"_s, {{u"kind"_s, QLatin1String(kind)}, {u"deleted"_s, bin}, {u"limit"_s, 10'000}});
            if (!records)
                return {};
            const QJsonArray all = (*records)["records"_L1].toArray();
            for (const QJsonValue &record : all) {
                const QString id = record["record"_L1].toString();
                state.cards.insert(id, {record["version"_L1].toInteger(), record["fields"_L1].toObject(),
                                        record["lists"_L1].toObject(), conflictsOf(id, open)});
            }
        }
    const QJsonArray conversations = (*list)["conversations"_L1].toArray();
    for (const QJsonValue &conversation : conversations) {
        const QString id = conversation["id"_L1].toString();
        const auto history = result(u"history"_s, {{u"conversation"_s, id}, {u"limit"_s, everything}});
        if (!history)
            return {};
        Place place{.title = conversation["title"_L1].toString(),
                    .members = {},
                    .labels = {},
                    .closed = conversation["closed"_L1].toBool(),
                    .conflicts = {},
                    .lines = linesFrom((*history)["messages"_L1].toArray()),
                    .readUpTo = {{me, conversation["readUpTo"_L1].toInteger()}},
                    .unread = conversation["unread"_L1].toInteger()};
        const QJsonArray members = conversation["members"_L1].toArray();
        for (const QJsonValue &member : members)
            place.members.insert(UserId(member.toString()));
        const QJsonArray labels = conversation["labels"_L1].toArray();
        for (const QJsonValue &label : labels)
            place.labels.insert(label.toString());
        place.conflicts = conflictsOf(u"conversation:"_s + id, open);
        state.places.insert(ConversationId(id), place);
    }
    return state;
}

} // namespace frontdesk::torture
