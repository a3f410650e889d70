// SPDX-License-Identifier: GPL-3.0-or-later
#include "ClientRun.h"

#include "store/Database.h"
#include "unit/store/StoreFixture.h"

#include <QtCore/QDir>

namespace frontdesk::powerloss {

using namespace store;
using namespace Qt::Literals::StringLiterals;

namespace {

const QVector<ConversationId> conversations{ConversationId(u"ops"_s), ConversationId(u"sales"_s),
                                            ConversationId(u"night"_s)};

/// Not in the cache, so that a change of it that waits is not shown over anything.
const ConversationId elsewhere(u"elsewhere"_s);

/// What the outbox holds, one line for each command and draft.
QStringList typedIn(Store &store)
{
    QStringList lines;
    for (const PendingCommand &pending : valueOf(store.pending())) {
        // As after every start.
        const Delivery state = pending.state == Delivery::Sending ? Delivery::Queued : pending.state;
        lines.append(pending.command.id.text() + u' ' + nameOf(state) + u' ' + pending.refusal.code + u' ' +
                     QString::fromUtf8(QJsonDocument(toJson(pending.command.body)).toJson(QJsonDocument::Compact)));
    }
    const QVector<Command> settled = valueOf(store.settled()).value();
    for (const Command &command : settled)
        lines.append(u"settled "_s + command.id.text());
    for (const ConversationId &conversation : conversations)
        lines.append(u"draft of "_s + conversation.text() + u": "_s + valueOf(store.draft(conversation)));
    return lines;
}

/// The beginnings of the lines that only one of two has.
QString difference(const QStringList &found, const QStringList &expected)
{
    QString words;
    const auto add = [&](const QString &title, const QStringList &lines, const QStringList &others) {
        for (const QString &line : lines)
            if (!others.contains(line))
                words += u"\n  "_s + title + line.left(100);
    };
    add(u"found    "_s, found, expected);
    add(u"expected "_s, expected, found);
    return words;
}

/// What the cache holds, without what is only shown over it.
QStringList cachedIn(Store &store)
{
    QStringList lines = contentsOf(store);
    lines.removeIf([](const QString &line) { return line.contains(elsewhere.text()); });
    return lines;
}

using Change = std::function<QFuture<Result<Changes>>(Store &)>;

/// Changes as a client makes them. The same changes are made on a second computer whose power stays on: it says what
/// the first must hold.
class Client {
public:
    Client(const QString &folder, std::uint64_t seed, const ForcedPragmas &forced, Outcome &outcome)
        : m_folder(folder)
        , m_forced(forced)
        , m_outcome(outcome)
        , m_random(seed)
    {
    }

    void round(int number);

private:
    void open(const QString &victim);
    void checkOutbox();
    void checkCache();
    void workUntilPowerGoes(Power &power);
    void type(Power &power);
    void synchronize(Power &power);
    [[nodiscard]] Change typing();
    [[nodiscard]] CommandBody something(const ConversationId &conversation, const QString &text);
    [[nodiscard]] Command newCommand(CommandBody body);
    [[nodiscard]] Change arrival();
    [[nodiscard]] std::vector<Change> snapshot();
    bool make(const Change &change, Power &power);
    void noteCache();
    quint32 pick(quint32 bound) { return quint32(m_random() % bound); }
    [[nodiscard]] QString path(const QString &name) const { return m_folder + u'/' + name; }
    [[nodiscard]] Command someCommand();

    const QString m_folder;
    const ForcedPragmas m_forced;
    Outcome &m_outcome;
    Random m_random;
    std::unique_ptr<Store> m_victim;
    std::unique_ptr<Store> m_reference;
    std::vector<QStringList> m_typed;     ///< after each change of the outbox; the first is how the round began
    size_t m_durable = 0;                 ///< how many of them have been acknowledged, the first included
    QHash<QString, QStringList> m_cached; ///< what a cache holds, by its cursor
    int m_commands = 0;
    int m_epochs = 0;
};

QString nameOf(const Cursor &cursor)
{
    return cursor.epoch + u' ' + QString::number(cursor.seq) + u' ' + cursor.mark;
}

void Client::noteCache()
{
    m_cached.insert(nameOf(valueOf(m_reference->cursor())), cachedIn(*m_reference));
}

void Client::open(const QString &victim)
{
    Result<Store::Opened> opened = Store::open(victim);
    require(opened.ok(), opened.ok() ? QString() : u"the store cannot be opened: "_s + opened.error().message);
    require(opened.value().notices.isEmpty(),
            opened.value().notices.isEmpty() ? QString() : opened.value().notices.first().message);
    m_victim = std::move(std::move(opened).value().store);
    for (const QString &file : {u"/outbox.sqlite"_s, u"/cache.sqlite"_s})
        require(Database(victim + file, Database::Durability::Process).isSound(), file + u" is damaged"_s);
}

void Client::checkOutbox()
{
    const QStringList found = typedIn(*m_victim);
    const bool kept = std::find(m_typed.begin() + qsizetype(m_durable) - 1, m_typed.end(), found) != m_typed.end();
    require(kept, u"the outbox lost what was acknowledged:"_s + difference(found, m_typed[m_durable - 1]));
}

void Client::checkCache()
{
    const Cursor cursor = valueOf(m_victim->cursor());
    const QStringList found = cachedIn(*m_victim);
    const QStringList expected = m_cached.value(nameOf(cursor));
    require(m_cached.contains(nameOf(cursor)), u"the cache has a cursor that never was: "_s + nameOf(cursor));
    require(found == expected,
            u"the cache is not what it was at its cursor "_s + nameOf(cursor) + difference(found, expected));
}

void Client::round(int number)
{
    const QString victim = path(u"victim%1"_s.arg(number));
    const QString reference = path(u"reference%1"_s.arg(number));
    const QString survivors = path(u"victim%1"_s.arg(number + 1));
    if (number == 0) {
        m_reference = openStore(reference);
        m_typed = {typedIn(*m_reference)};
        m_durable = 1;
        noteCache();
    }
    Power power(victim, m_random(), someChanges(m_random), m_forced);
    if (Result<Store::Opened> opened = Store::open(victim)) {
        m_victim = std::move(std::move(opened).value().store);
        workUntilPowerGoes(power);
    } else {
        require(!power.isOn(), u"the store cannot be opened: "_s + opened.error().message);
    }
    m_victim.reset();
    power.cut();
    ++m_outcome.losses;
    m_outcome.acknowledged += int(m_durable) - 1;
    power.writeSurvivors(survivors);
    power.writeSurvivors(path(u"reference%1"_s.arg(number + 1)));

    open(survivors);
    checkOutbox();
    checkCache();
    // The next loss is on what this one has left; the other computer goes on from the same.
    m_victim.reset();
    QDir(survivors).removeRecursively();
    power.writeSurvivors(survivors);
    m_reference = openStore(path(u"reference%1"_s.arg(number + 1)));
    m_typed = {typedIn(*m_reference)};
    m_durable = 1;
    noteCache();
}

Command Client::someCommand()
{
    const QVector<PendingCommand> commands = valueOf(m_reference->pending());
    return commands.isEmpty() ? Command() : commands[pick(quint32(commands.size()))].command;
}

Change Client::typing()
{
    const ConversationId conversation = conversations[pick(quint32(conversations.size()))];
    const QString text = QString(1 + int(pick(pick(8) == 0 ? 9000 : 200)), QChar(u'a' + char16_t(pick(26))));
    switch (pick(12)) {
    case 0:
        return [conversation, text](Store &store) { return store.saveDraft(conversation, text); };
    case 1:
        return [conversation](Store &store) { return store.saveDraft(conversation, {}); };
    case 2: {
        // Not an own value: it depends on this whether the next one takes its place, and only the victim starts anew.
        const Command command = someCommand();
        if (!command.id.isEmpty() && !std::holds_alternative<SetOwnValue>(command.body))
            return [command](Store &store) { return store.markSending({command}); };
        return [id = command.id](Store &store) { return store.markQueued({id}); };
    }
    case 3:
        return [command = someCommand()](Store &store) { return store.settle({command}, 1); };
    case 4:
        return [id = someCommand().id](Store &store) {
            return store.refuse(id, {u"conversation.unknown"_s, u"You are not in it any more."_s});
        };
    case 5:
        return [id = someCommand().id](Store &store) { return store.markQueued({id}); };
    case 6: {
        QVector<CommandId> ids;
        for (const Command &command : valueOf(m_reference->settled()).value().mid(0, 2))
            ids.append(command.id);
        return [ids](Store &store) { return store.lose(ids, {u"journal.lost"_s, u"The server has lost it."_s}); };
    }
    case 7:
        if (const QVector<PendingCommand> commands = valueOf(m_reference->pending()); !commands.isEmpty()) {
            const PendingCommand &old = commands[pick(quint32(commands.size()))];
            const Command better = newCommand(SendMessage{conversation, text});
            if (old.state != Delivery::Sending)
                return [id = old.command.id, better](Store &store) { return store.replace(id, better); };
        }
        [[fallthrough]];
    default:
        return [command = newCommand(something(conversation, text))](Store &store) { return store.enqueue(command); };
    }
}

Command Client::newCommand(CommandBody body)
{
    ++m_commands;
    return {CommandId(u"c%1"_s.arg(m_commands)), m_commands, std::move(body)};
}

CommandBody Client::something(const ConversationId &conversation, const QString &text)
{
    switch (pick(6)) {
    case 0:
        return EditMessage{conversation, someCommand().id, text};
    case 1:
        return renameConversation(elsewhere, text.left(limits::title));
    case 2:
        return SetOwnValue{ownDraftKey(elsewhere), text};
    default:
        return SendMessage{conversation, text};
    }
}

/// The same change on both; the victim's may fail only because the power is gone.
bool Client::make(const Change &change, Power &power)
{
    changesOf(change(*m_reference));
    const Result<Changes> result = valueOf(change(*m_victim));
    require(result.ok() || !power.isOn(), result.ok() ? QString() : result.error().message);
    return result.ok();
}

/// A few changes of the outbox, asked for at once.
void Client::type(Power &power)
{
    std::vector<QFuture<Result<Changes>>> asked;
    for (quint32 left = 1 + pick(4); left > 0; --left) {
        const Change change = typing();
        changesOf(change(*m_reference));
        m_typed.push_back(typedIn(*m_reference));
        asked.push_back(change(*m_victim));
    }
    for (const auto &future : asked) {
        const Result<Changes> result = valueOf(future);
        require(result.ok() || !power.isOn(), result.ok() ? QString() : result.error().message);
        if (!result)
            break;
        ++m_durable;
    }
}

/// A batch of the journal that goes on from the cursor.
Change Client::arrival()
{
    const Cursor cursor = valueOf(m_reference->cursor());
    const ConversationId conversation = conversations.first();
    const qint64 newest = valueOf(m_reference->messages(conversation, {}, 1)).newest;
    QVector<DecodedRow> rows;
    const auto add = [&](const QString &stream, qint64 n, LastingEvent event) {
        DecodedRow row;
        row.row.seq = cursor.seq + rows.size() + 1;
        row.row.stream = stream;
        row.row.n = n;
        row.event = std::move(event);
        rows.append(row);
    };
    if (valueOf(m_reference->conversations()).conversations.isEmpty()) {
        add(streamOf(ada.id), 1, ConversationEntered{stateOf(conversation.text(), 0)});
    } else {
        for (quint32 count = 1 + pick(30), i = 1; i <= count; ++i)
            add(streamOf(conversation), newest + i,
                MessageAdded{messageOf(conversation.text(), newest + i, ben, cursor.seq + i)});
    }
    JournalBatch batch = batchOf(cursor.seq, rows);
    batch.mark = u"mark %1"_s.arg(m_random());
    return [batch](Store &store) { return store.apply(batch); };
}

/// Another epoch, in two pages.
std::vector<Change> Client::snapshot()
{
    const QString conversation = conversations.first().text();
    const qint64 newest = 1 + pick(200);
    SnapshotPage first;
    first.first = true;
    first.cursor = {u"epoch %1"_s.arg(++m_epochs), newest + 1, u"m%1"_s.arg(m_random())};
    first.users = {ada, ben};
    SnapshotPage last;
    last.last = true;
    last.conversations = {stateOf(conversation, newest, messagesOf(conversation, newest / 2 + 1, newest, ben))};
    last.streams = {{streamOf(ada.id), 1}};
    return {[first](Store &store) { return store.writeSnapshot(first); },
            [last](Store &store) { return store.writeSnapshot(last); }};
}

/// The cache; what the reference holds is noted before the victim may.
void Client::synchronize(Power &power)
{
    const std::vector<Change> changes = pick(8) == 0 ? snapshot() : std::vector<Change>{arrival()};
    for (const Change &change : changes) {
        changesOf(change(*m_reference));
        noteCache();
        const Result<Changes> result = valueOf(change(*m_victim));
        require(result.ok() || !power.isOn(), result.ok() ? QString() : result.error().message);
    }
}

void Client::workUntilPowerGoes(Power &power)
{
    if (!valueOf(m_reference->me())) {
        if (!make([](Store &store) { return store.setMe(ada); }, power))
            return;
        noteCache();
    }
    while (power.isOn()) {
        switch (pick(12)) {
        case 0: { // ended and started again
            m_victim.reset();
            Result<Store::Opened> opened = Store::open(path(u"victim%1"_s.arg(m_outcome.losses)));
            require(opened.ok() || !power.isOn(), opened.ok() ? QString() : opened.error().message);
            if (!opened)
                return;
            m_victim = std::move(std::move(opened).value().store);
            break;
        }
        case 1:
        case 2:
        case 3:
            synchronize(power);
            break;
        default:
            type(power);
        }
    }
}

} // namespace

Outcome runClient(const QString &folder, std::uint64_t seed, const ForcedPragmas &forced)
{
    Outcome outcome;
    Client client(folder, seed, forced, outcome);
    try {
        for (int number = 0; number < rounds; ++number)
            client.round(number);
    } catch (const Problem &problem) {
        outcome.problem = u"loss %1: %2"_s.arg(outcome.losses).arg(problem.words);
    }
    return outcome;
}

} // namespace frontdesk::powerloss
