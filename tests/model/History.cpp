// SPDX-License-Identifier: GPL-3.0-or-later
#include "History.h"

#include "Promises.h"

#include <random>

namespace frontdesk::model {

using namespace Qt::Literals::StringLiterals;

namespace {

const QVector<UserId> users{UserId(u"ada"_s), UserId(u"ben"_s), UserId(u"cyd"_s)};
const QStringList labelNames{u"vip"_s, u"late"_s};
constexpr int pageRows = 3;

/// A client with the network between it and the server.
struct Line {
    ClientModel client;
    QVector<ToServer> up = {};
    QVector<ToClient> down = {};
    int connection = 0;                   ///< that the server knows; 0: none
    bool live = false;                    ///< pushes go to it
    qint64 sent = 0;                      ///< last seq sent over it
    Cursor looked = {};                   ///< at which the cache was last looked at
    std::vector<CacheModel> earlier = {}; ///< what the disk may hold when the power goes
};

class History {
public:
    History(std::uint64_t seed, Bug bug)
        : m_random(seed)
        , m_bug(bug)
        , m_server(users, conversations)
        , m_committed(m_server)
        , m_backup(m_server)
        , m_losesPower(seed % 2 == 0)
        , m_restores(seed % 2 == 1)
        , m_swallows(seed % 3 == 0)
    {
        for (const UserId &user : users)
            m_lines.push_back({ClientModel(user, bug), {}, {}});
    }

    Verdict play();

private:
    void step();
    void type(Line &line);
    CommandBody somethingOf(const ClientModel &client, const ConversationId &conversation, const UserId &other,
                            const CommandId &id);
    void deliverUp(Line &line, qsizetype index);
    void deliverDown(Line &line, qsizetype index);
    void on(Line &line, const ToServer::Greeting &greeting);
    void on(Line &line, const ToServer::Send &send);
    void on(Line &line, const ToServer::AskPage &ask);
    void on(Line &line, const ToServer::AskSnapshot &ask);
    void on(Line &line, const ToServer::AskRow &ask);
    [[nodiscard]] const TypedCommand &typedAs(const CommandId &id) const;
    void push();
    void tellHead(Line &line);
    void breakConnection(Line &line);
    void serverCrash();
    void restore();
    void calm();
    void collect(Line &line);
    void checkEnd();
    void maySwallow(QVector<DecodedRow> &rows);
    template <class Content>
    void answer(Line &line, Content content)
    {
        line.down.append({line.connection, std::move(content)});
    }
    [[nodiscard]] QString newMark() { return u"m%1"_s.arg(++m_marks); }
    int pick(qsizetype bound) { return int(m_random() % std::uint64_t(bound)); }
    void note(const QString &words) { m_trace.append(words); }

    std::mt19937_64 m_random;
    const Bug m_bug;
    ServerModel m_server;
    ServerModel m_committed; ///< what the server's disk holds
    ServerModel m_backup;
    const bool m_losesPower;
    const bool m_restores;
    const bool m_swallows;
    bool m_isCalm = false;
    std::vector<Line> m_lines;
    int m_connections = 0;
    int m_marks = 0;
    QVector<TypedCommand> m_typed;
    QStringList m_trace;
};

void History::type(Line &line)
{
    const ConversationId conversation = conversations[pick(conversations.size())];
    const UserId other = users[pick(users.size())];
    const CommandId id(u"t%1"_s.arg(m_typed.size()));
    const CommandBody body = somethingOf(line.client, conversation, other, id);
    note(u"%1 types %2: %3 in %4"_s.arg(line.client.me().text(), id.text(), nameOf(body), conversation.text()));
    const QSet<QString> seen = line.client.cache().seenTitles(conversation);
    m_typed.append({line.client.me(), line.client.type({id, 0, body}), seen});
}

CommandBody History::somethingOf(const ClientModel &client, const ConversationId &conversation, const UserId &other,
                                 const CommandId &id)
{
    const QVector<Conflict> open = client.cache().conflicts(conversation);
    switch (pick(20)) {
    case 0:
    case 1:
        return changeMembers(conversation, {}, {other});
    case 2:
    case 3:
    case 4:
        return changeMembers(conversation, {other}, {});
    case 5:
    case 6:
    case 7:
    case 8: {
        ChangeRecord change = renameConversation(conversation, id.text());
        if (!open.isEmpty() && pick(2) == 0)
            change.resolves = open[pick(open.size())].id;
        return change;
    }
    case 9:
    case 10: {
        const QString label = labelNames[pick(labelNames.size())];
        return pick(2) == 0 ? changeLabels(conversation, {label}, {}) : changeLabels(conversation, {}, {label});
    }
    case 11:
    case 12:
    case 13:
        for (int tries = 0; tries < 10 && !m_typed.isEmpty(); ++tries) {
            const TypedCommand &typed = m_typed[pick(m_typed.size())];
            if (const auto *send = std::get_if<SendMessage>(&typed.command.body); send && typed.author == client.me())
                return EditMessage{send->conversation, typed.command.id, send->text + u" edited by "_s + id.text()};
        }
        return SendMessage{conversation, id.text()};
    case 14:
        return SetOwnValue{pick(2) == 0 ? ownSettingKey(u"a"_s) : ownSettingKey(u"b"_s), id.text()};
    default:
        return SendMessage{conversation, id.text()};
    }
}

void History::collect(Line &line)
{
    for (ToServer &packet : line.client.takeOutgoing())
        line.up.append(std::move(packet));
}

void History::deliverUp(Line &line, qsizetype index)
{
    const ToServer packet = line.up.takeAt(index);
    const bool isGreeting = std::holds_alternative<ToServer::Greeting>(packet.content);
    if (isGreeting && packet.connection > line.connection) {
        line.connection = packet.connection;
        line.live = false;
    } else if (packet.connection != line.connection || isGreeting) {
        return;
    }
    std::visit([&](const auto &content) { on(line, content); }, packet.content);
}

void History::on(Line &line, const ToServer::Greeting &greeting)
{
    const dialect::JournalState state = m_server.stateOf(greeting.cursor, m_bug);
    note(u"the server greets %1 at %2: state %3"_s.arg(line.client.me().text())
             .arg(greeting.cursor.seq)
             .arg(int(state)));
    line.live = state == dialect::JournalState::Current;
    line.sent = greeting.cursor.seq;
    answer(line, ToClient::Ready{state});
}

void History::on(Line &line, const ToServer::Send &send)
{
    const ServerModel before = m_server;
    const Answer done = m_server.execute(line.client.me(), send.command, newMark(), m_bug);
    if (done.accepted && !before.hasAnswered(done.id))
        checkMerge(typedAs(send.command.id), before, m_server);
    note(u"the server answers %1: %2 at %3"_s.arg(done.id.text(), done.accepted ? u"yes"_s : u"no"_s).arg(done.seq));
    if (m_bug != Bug::ServerAnswersBeforeItCommits || pick(2) == 0)
        m_committed = m_server;
    answer(line, done);
    push();
}

const TypedCommand &History::typedAs(const CommandId &id) const
{
    const QString typed = QString(id.text()).remove(u'\''); // a mistake may have added to it
    return *std::find_if(m_typed.begin(), m_typed.end(),
                         [&](const TypedCommand &command) { return command.command.id.text() == typed; });
}

void History::on(Line &line, const ToServer::AskPage &ask)
{
    if (ask.cursor > m_server.head())
        return;
    JournalBatch page = m_server.page(line.client.me(), ask.cursor, pageRows, m_bug);
    line.sent = page.upTo;
    line.live = !page.more;
    maySwallow(page.rows);
    answer(line, ToClient::Page{ask.request, page});
}

void History::on(Line &line, const ToServer::AskSnapshot &ask)
{
    const UserId &user = line.client.me();
    answer(line, ToClient::Snapshot{ask.request,
                                    {u"epoch"_s, m_server.head(), m_server.markAt(m_server.head())},
                                    m_server.snapshot(user),
                                    {{streamOf(user), m_server.numbersOf(streamOf(user))}},
                                    m_server.ownValues(user)});
}

void History::on(Line &line, const ToServer::AskRow &ask)
{
    const auto &[stream, n] = ask.hole;
    answer(line, ToClient::Rows{ask.hole, m_server.fetch(line.client.me(), stream, n, n)});
}

/// A mistake of nobody's: a row does not arrive although the place behind it does. Of rows without a number only the
/// latest counts, and nothing says that one is missing.
void History::maySwallow(QVector<DecodedRow> &rows)
{
    if (!m_swallows || m_isCalm || rows.isEmpty() || rows.first().row.n == 0 || pick(6) != 0)
        return;
    note(u"row %1 is swallowed"_s.arg(rows.first().row.seq));
    rows.removeFirst();
}

void History::push()
{
    for (Line &line : m_lines) {
        if (!line.live)
            continue;
        for (JournalBatch &batch : m_server.pushes(line.client.me(), line.sent, m_bug)) {
            line.sent = batch.upTo;
            maySwallow(batch.rows);
            answer(line, ToClient::Push{batch});
        }
    }
}

void History::tellHead(Line &line)
{
    if (!line.live)
        return;
    JournalBatch head;
    head.after = std::exchange(line.sent, m_server.head());
    head.upTo = m_server.head();
    head.mark = m_server.markAt(head.upTo);
    answer(line, ToClient::Push{head});
}

void History::deliverDown(Line &line, qsizetype index)
{
    const ToClient packet = line.down.takeAt(index);
    const auto check = [&](const QVector<DecodedRow> &rows) {
        for (const DecodedRow &row : rows)
            if (row.row.seq <= m_server.head() && m_server.markAt(row.row.seq) == row.row.mark &&
                !m_server.audienceOf(row.row.seq).contains(line.client.me()))
                throw Broken{promises::onlyForThem,
                             u"%1 was sent row %2"_s.arg(line.client.me().text()).arg(row.row.seq)};
    };
    if (const auto *page = std::get_if<ToClient::Page>(&packet.content))
        check(page->batch.rows);
    else if (const auto *pushed = std::get_if<ToClient::Push>(&packet.content))
        check(pushed->batch.rows);
    else if (const auto *rows = std::get_if<ToClient::Rows>(&packet.content))
        check(rows->rows);
    line.client.receive(packet);
}

void History::breakConnection(Line &line)
{
    line.client.disconnect();
    line.live = false;
    line.connection = ++m_connections; // nothing of the old one counts any more
}

void History::serverCrash()
{
    note(u"the server crashes"_s);
    m_server = m_committed;
    for (Line &line : m_lines)
        breakConnection(line);
}

void History::restore()
{
    note(u"the server is restored to %1 from %2"_s.arg(m_backup.head()).arg(m_server.head()));
    m_server = m_committed = m_backup;
    for (Line &line : m_lines)
        breakConnection(line);
}

void History::step()
{
    Line &line = m_lines[size_t(pick(qsizetype(m_lines.size())))];
    const QString who = line.client.me().text();
    switch (const int chance = pick(100); chance) {
    case 0:
        note(who + u" crashes"_s);
        line.client.crash();
        breakConnection(line);
        break;
    case 1:
        serverCrash();
        break;
    case 2:
        m_backup = m_committed;
        break;
    case 3:
        if (m_restores && pick(2) == 0)
            restore();
        break;
    case 4:
        if (m_losesPower && !line.earlier.empty()) {
            note(who + u" loses power"_s);
            line.client.losePower(line.earlier[size_t(pick(qsizetype(line.earlier.size())))]);
            breakConnection(line);
        }
        break;
    case 5:
        note(who + u" loses the connection"_s);
        breakConnection(line);
        break;
    case 6:
        if (!line.up.isEmpty())
            line.up.removeAt(pick(line.up.size()));
        break;
    case 7:
        if (!line.down.isEmpty())
            line.down.removeAt(pick(line.down.size()));
        break;
    case 8:
        if (!line.up.isEmpty())
            line.up.append(line.up[pick(line.up.size())]);
        break;
    case 9:
        if (!line.down.isEmpty())
            line.down.append(line.down[pick(line.down.size())]);
        break;
    case 10:
    case 11:
        line.client.timeOut();
        break;
    case 12:
    case 13:
        tellHead(line);
        break;
    default:
        if (!line.client.isConnected() && chance < 40)
            line.client.connectTo(++m_connections);
        else if (chance < 23)
            type(line);
        else if (chance < 62 && !line.up.isEmpty())
            deliverUp(line, chance < 32 ? pick(line.up.size()) : 0);
        else if (!line.down.isEmpty())
            deliverDown(line, chance < 70 ? pick(line.down.size()) : 0);
    }
    collect(line);
    checkShown(line.client);
    if (line.client.cache().cursor() == line.looked)
        return;
    line.looked = line.client.cache().cursor();
    checkHoles(line.client, m_server, m_swallows);
    line.earlier.push_back(line.client.cache());
    if (line.earlier.size() > 5)
        line.earlier.erase(line.earlier.begin());
}

/// All packets arrive in order, until nothing moves any more.
void History::calm()
{
    note(u"calm"_s);
    m_isCalm = true;
    m_server = m_committed;
    for (Line &line : m_lines) {
        breakConnection(line);
        line.up.clear();
        line.down.clear();
        line.client.connectTo(++m_connections);
        collect(line);
    }
    const auto settle = [this] {
        for (bool moved = true; moved;) {
            moved = false;
            for (Line &line : m_lines) {
                while (!line.up.isEmpty() || !line.down.isEmpty()) {
                    moved = true;
                    if (!line.up.isEmpty())
                        deliverUp(line, 0);
                    else
                        deliverDown(line, 0);
                    collect(line);
                }
            }
        }
    };
    settle();
    // A last row that was swallowed is missed by the row behind it: the people's own first, which may let one enter.
    for (const UserId &user : users)
        m_server.addOwnRow(user, newMark());
    push();
    settle();
    for (const ConversationId &conversation : conversations)
        for (const UserId &user : users)
            if (m_server.isMember(user, conversation)) {
                m_server.execute(
                    user, {CommandId(u"last in "_s + conversation.text()), 0, SendMessage{conversation, u"last"_s}},
                    newMark(), Bug::None);
                break;
            }
    push();
    settle();
    for (Line &line : m_lines)
        tellHead(line);
    settle();
}

void History::checkEnd()
{
    checkJournal(m_server);
    for (const Line &line : m_lines)
        checkAgreement(line.client, m_server);
    if (!m_restores)
        checkOwnValues(m_typed, m_server);
    checkFate(m_typed, m_server,
              [this](const UserId &author) { return &m_lines[size_t(users.indexOf(author))].client; });
}

Verdict History::play()
{
    try {
        for (int left = 250; left > 0; --left)
            step();
        calm();
        checkEnd();
    } catch (const Broken &broken) {
        return {broken.promise, broken.words, m_trace};
    }
    return {};
}

} // namespace

Verdict play(std::uint64_t seed, Bug bug)
{
    return History(seed, bug).play();
}

} // namespace frontdesk::model
