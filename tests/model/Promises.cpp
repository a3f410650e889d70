// SPDX-License-Identifier: GPL-3.0-or-later
#include "Promises.h"

#include "domain/Timeline.h"

#include <algorithm>

namespace frontdesk::model {

using namespace Qt::Literals::StringLiterals;

namespace {

void require(bool kept, QLatin1String promise, const QString &words)
{
    if (!kept)
        throw Broken{promise, words};
}

bool sameConflicts(const QVector<Conflict> &a, const QVector<Conflict> &b)
{
    return a.size() == b.size() &&
           std::all_of(a.begin(), a.end(), [&](const Conflict &conflict) { return b.contains(conflict); });
}

/// What the journal says of a command: messages, edits, titles, and titles that were not taken.
QSet<QString> toldInJournal(const ServerModel &server)
{
    QSet<QString> told;
    for (const DecodedRow &row : server.rows()) {
        if (const auto *added = std::get_if<MessageAdded>(&row.event))
            told.insert(added->message.id.text());
        else if (const auto *edited = std::get_if<MessageEdited>(&row.event))
            told.insert(edited->text.section(u' ', -1));
        else if (const auto *changed = std::get_if<RecordChanged>(&row.event))
            told.insert(changed->set.value(fields::title).toString());
        else if (const auto *opened = std::get_if<ConflictOpened>(&row.event))
            told.insert(opened->conflict.id.text());
    }
    return told;
}

bool isTold(const CommandBody &body)
{
    const auto *change = std::get_if<ChangeRecord>(&body);
    return std::holds_alternative<SendMessage>(body) || std::holds_alternative<EditMessage>(body) ||
           (change && change->set.contains(fields::title));
}

} // namespace

void checkShown(const ClientModel &client)
{
    for (const ConversationId &conversation : conversations) {
        QSet<MessageId> shown;
        for (const TimelineEntry &entry :
             timeline(client.cache().messages(conversation), client.outbox(), conversation, client.me(), {})) {
            require(!shown.contains(entry.id), promises::shownOnce,
                    u"%1 sees %2 twice"_s.arg(client.me().text(), entry.id.text()));
            shown.insert(entry.id);
        }
        for (const PendingCommand &pending : client.outbox()) {
            const auto *send = std::get_if<SendMessage>(&pending.command.body);
            require(!send || send->conversation != conversation || shown.contains(pending.command.id),
                    promises::shownOnce,
                    u"%1 does not see their %2"_s.arg(client.me().text(), pending.command.id.text()));
        }
    }
}

void checkHoles(const ClientModel &client, const ServerModel &server, bool swallows)
{
    const Cursor &cursor = client.cache().cursor();
    if (cursor.seq > server.head() || server.markAt(cursor.seq) != cursor.mark)
        return;
    for (const DecodedRow &row : server.rows()) {
        const auto *added = std::get_if<MessageAdded>(&row.event);
        if (!added || !client.cache().isIn(added->message.conversation))
            continue;
        // A row that was swallowed is missed when the next one of its stream comes.
        const bool isBehindTheCursor = row.row.seq <= cursor.seq && !swallows;
        if (row.row.n > client.cache().known(row.row.stream).value_or(0) && !isBehindTheCursor)
            continue;
        require(client.cache().holes().contains({row.row.stream, row.row.n}) || client.cache().has(added->message.id),
                promises::holesNamed,
                u"%1 does not know that %2 is missing"_s.arg(client.me().text(), added->message.id.text()));
    }
}

void checkMerge(const TypedCommand &typed, const ServerModel &before, const ServerModel &after)
{
    const auto *change = std::get_if<ChangeRecord>(&typed.command.body);
    if (!change || !change->set.contains(fields::title))
        return;
    const ConversationId conversation(change->record.id);
    const QString name = typed.command.id.text();
    const QJsonValue wanted = change->set.value(fields::title);
    const FieldState old = before.title(conversation);
    const FieldState now = after.title(conversation);
    if (now.current.value == wanted) {
        const bool isFirst = old.version == 1;
        require(isFirst || old.current.by == typed.author || old.current.value == wanted ||
                    typed.seenTitles.contains(old.current.value.toString()),
                promises::conflictsShown, u"%1 overwrote %2 unseen"_s.arg(name, old.current.value.toString()));
        return;
    }
    const QVector<Conflict> open = after.conflicts(conversation);
    const auto shown = std::find_if(open.begin(), open.end(), [&](const Conflict &conflict) {
        return conflict.wanted.value == wanted && conflict.wanted.by == typed.author;
    });
    require(shown != open.end(), promises::conflictsShown, name + u" was dropped without a word"_s);
    require(shown->kept.by != typed.author, promises::ownIsNoConflict,
            u"%1 is in conflict with %2 of the same person"_s.arg(name, shown->kept.value.toString()));
}

void checkOwnValues(const QVector<TypedCommand> &typed, const ServerModel &server)
{
    QHash<UserId, QHash<QString, QJsonValue>> expected;
    for (const auto &[author, command, seen] : typed)
        if (const auto *own = std::get_if<SetOwnValue>(&command.body))
            expected[author].insert(own->key, own->value);
    for (auto author = expected.begin(); author != expected.end(); ++author) {
        QHash<QString, QJsonValue> values;
        for (const OwnValue &own : server.ownValues(author.key()))
            values.insert(own.key, own.value);
        require(values == *author, promises::nothingLost, author.key().text() + u" has other own values"_s);
    }
}

void checkJournal(const ServerModel &server)
{
    QHash<QString, int> texts;
    QHash<QString, int> newest; // typed index by author and conversation
    for (const ConversationId &conversation : conversations)
        for (const Message &message : server.messages(conversation)) {
            const QString text = message.text.section(u' ', 0, 0); // without what an edit has added
            if (text == u"last")
                continue;
            require(++texts[text] == 1, promises::nothingTwice, text + u" is in the journal twice"_s);
            const int index = text.mid(1).toInt();
            int &before = newest[message.author.text() + conversation.text()];
            require(index >= before, promises::oneOrder, text + u" is not where its author put it"_s);
            before = index;
        }
}

void checkAgreement(const ClientModel &client, const ServerModel &server)
{
    const QString who = client.me().text();
    require(client.isLive() && client.cache().cursor().seq == server.head(), promises::nothingLost,
            who + u" did not catch up"_s);
    QSet<CommandId> refused;
    for (const PendingCommand &pending : client.outbox())
        if (pending.state == Delivery::Refused)
            refused.insert(pending.command.id);
    for (const PendingCommand &pending : client.outbox())
        require(refused.contains(pending.command.id) || refused.contains(parentOf(pending.command.body)),
                promises::nothingLost, who + u" still waits with "_s + pending.command.id.text());
    QHash<QString, QJsonValue> own;
    for (const OwnValue &value : server.ownValues(client.me()))
        own.insert(value.key, value.value);
    require(client.cache().ownValues() == own, promises::oneOrder, who + u" has other own values than the server"_s);
    for (const ConversationId &conversation : conversations) {
        const bool isMember = server.isMember(client.me(), conversation);
        require(isMember || !client.cache().isIn(conversation), promises::onlyForThem,
                who + u" kept "_s + conversation.text());
        if (!isMember)
            continue;
        const QVector<Message> mine = client.cache().messages(conversation);
        const QVector<Message> all = server.messages(conversation);
        for (const Message &message : all)
            require(client.cache().has(message.id), promises::nothingLost, who + u" lacks "_s + message.id.text());
        require(mine == all, promises::oneOrder, who + u" has other messages than the server"_s);
        const Conversation known = client.cache().record(conversation);
        const Conversation record = server.record(conversation);
        require(known.title == record.title && known.labels == record.labels && known.version == record.version,
                promises::oneOrder, u"%1 has another record of %2"_s.arg(who, conversation.text()));
        require(sameConflicts(client.cache().conflicts(conversation), server.conflicts(conversation)),
                promises::conflictsShown, u"%1 sees other conflicts in %2"_s.arg(who, conversation.text()));
    }
}

void checkFate(const QVector<TypedCommand> &typed, const ServerModel &server,
               const std::function<const ClientModel *(const UserId &)> &clientOf)
{
    const QSet<QString> inJournal = toldInJournal(server);
    for (const auto &[author, command, seen] : typed) {
        if (!isTold(command.body) || inJournal.contains(command.id.text()))
            continue;
        const ClientModel &client = *clientOf(author);
        const bool kept = std::any_of(client.outbox().begin(), client.outbox().end(),
                                      [&](const PendingCommand &pending) { return pending.command.id == command.id; });
        require(kept || client.toldAsLost().contains(command.id), promises::nothingLost,
                u"%1 of %2 is nowhere, and nobody was told"_s.arg(command.id.text(), author.text()));
    }
}

} // namespace frontdesk::model
