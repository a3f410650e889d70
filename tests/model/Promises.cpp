// SPDX-License-Identifier: GPL-3.0-or-later
#include "Promises.h"

#include "domain/Timeline.h"

namespace frontdesk::model {

using namespace Qt::Literals::StringLiterals;

namespace {

void require(bool kept, QLatin1String promise, const QString &words)
{
    if (!kept)
        throw Broken{promise, words};
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

void checkJournal(const ServerModel &server)
{
    QHash<QString, int> texts;
    QHash<QString, int> newest; // typed index by author and conversation
    for (const ConversationId &conversation : conversations)
        for (const Message &message : server.messages(conversation)) {
            if (message.text == u"last")
                continue;
            require(++texts[message.text] == 1, promises::nothingTwice, message.text + u" is in the journal twice"_s);
            const int index = message.text.mid(1).toInt();
            int &before = newest[message.author.text() + conversation.text()];
            require(index >= before, promises::oneOrder, message.text + u" is not where its author put it"_s);
            before = index;
        }
}

void checkAgreement(const ClientModel &client, const ServerModel &server)
{
    const QString who = client.me().text();
    require(client.isLive() && client.cache().cursor().seq == server.head(), promises::nothingLost,
            who + u" did not catch up"_s);
    for (const PendingCommand &pending : client.outbox())
        require(pending.state == Delivery::Refused, promises::nothingLost,
                who + u" still waits with "_s + pending.command.id.text());
    for (const ConversationId &conversation : conversations) {
        const bool isMember = server.isMember(client.me(), conversation);
        require(isMember || !client.cache().isIn(conversation), promises::onlyForThem,
                who + u" kept "_s + conversation.text());
        if (!isMember)
            continue;
        const QVector<Message> mine = client.cache().messages(conversation);
        const QVector<Message> all = server.messages(conversation);
        for (const Message &message : all)
            require(mine.contains(message), promises::nothingLost, who + u" lacks "_s + message.id.text());
        require(mine == all, promises::oneOrder, who + u" has other messages than the server"_s);
    }
}

void checkFate(const QVector<TypedCommand> &typed, const ServerModel &server,
               const std::function<const ClientModel *(const UserId &)> &clientOf)
{
    QSet<CommandId> inJournal;
    for (const DecodedRow &row : server.rows())
        if (const auto *added = std::get_if<MessageAdded>(&row.event))
            inJournal.insert(added->message.id);
    for (const auto &[author, command] : typed) {
        if (!std::holds_alternative<SendMessage>(command.body) || inJournal.contains(command.id))
            continue;
        const ClientModel &client = *clientOf(author);
        const bool kept = std::any_of(client.outbox().begin(), client.outbox().end(),
                                      [&](const PendingCommand &pending) { return pending.command.id == command.id; });
        require(kept || client.toldAsLost().contains(command.id), promises::nothingLost,
                u"%1 of %2 is nowhere, and nobody was told"_s.arg(command.id.text(), author.text()));
    }
}

} // namespace frontdesk::model
