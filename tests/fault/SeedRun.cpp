// SPDX-License-Identifier: GPL-3.0-or-later
#include "SeedRun.h"

#include "Person.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QSet>

#include <algorithm>
#include <random>

namespace frontdesk::fault {

namespace {

using namespace std::chrono_literals;

constexpr auto heartbeat = 200ms;
constexpr double shortDelays = 0.05; // of the real ones
constexpr int leastMessages = 12;    // of each
constexpr int mostMessages = 100;
constexpr int largestBurst = 4;

/// Writes its texts in bursts: the next one whenever the connection has changed or something has been answered.
class Writer {
public:
    Writer(Person &person, ConversationId conversation, QString name, std::uint64_t seed)
        : m_person(person)
        , m_conversation(std::move(conversation))
        , m_name(std::move(name))
        , m_numbers(seed)
    {
        QObject::connect(&person, &Person::stateChanged, &person, [this] { writeSome(); });
        QObject::connect(&person, &Person::answered, &person, [this] { writeSome(); });
    }
    [[nodiscard]] bool hasWritten() const { return m_person.said().size() >= leastMessages; }
    /// Which of its texts this is, counted from 0; -1: another's.
    [[nodiscard]] int placeOf(const QString &text) const
    {
        return text.section(u' ', 0, 0) == m_name ? text.section(u' ', 1, 1).toInt() : -1;
    }
    void stop() { m_mayWrite = false; }

private:
    void writeSome()
    {
        const int some = m_numbers.below(largestBurst + 1);
        for (int i = 0; i < some && m_mayWrite && m_person.said().size() < mostMessages; ++i) {
            // Some fill several pieces of the proxy.
            const int length = m_numbers.below(8) == 0 ? 6'000 : m_numbers.below(60);
            m_person.say(m_conversation,
                         QStringLiteral("%1 %2 %3").arg(m_name).arg(m_person.said().size()).arg(QString(length, u'x')));
        }
        if (m_numbers.below(4) == 0)
            m_person.session().setTyping(m_conversation, m_numbers.below(2) == 0);
    }

    Person &m_person;
    ConversationId m_conversation;
    QString m_name;
    Numbers m_numbers;
    bool m_mayWrite = true;
};

/// How a client reaches the server, as a seed says: by WebSocket, by long-polling, or from one to the other.
socketio::ClientOptions carrierOf(std::uint64_t seed, int haste)
{
    using engineio::TransportKind;
    static const std::array<QList<TransportKind>, 4> orders{{{TransportKind::WebSocket, TransportKind::Polling},
                                                             {TransportKind::Polling, TransportKind::WebSocket},
                                                             {TransportKind::Polling},
                                                             {TransportKind::WebSocket}}};
    socketio::ClientOptions carrier;
    carrier.engine.transports = orders.at(std::size_t(Numbers(seed).below(int(orders.size()))));
    carrier.engine.webSocketPatience = 150ms * haste;
    carrier.engine.upgradeTimeout = 300ms * haste;
    carrier.engine.upgradeRetry = 200ms * haste;
    return carrier;
}

struct Client {
    std::unique_ptr<Person> person;
    std::unique_ptr<Writer> writer;
};

bool endWith(const QVector<Message> &journal, const QVector<Message> &cached)
{
    return cached.size() <= journal.size() &&
           std::equal(cached.rbegin(), cached.rend(), journal.rbegin(), [](const Message &a, const Message &b) {
               return a.id == b.id && a.number == b.number && a.author == b.author && a.text == b.text &&
                      a.seq == b.seq;
           });
}

QString describe(const QVector<Message> &messages)
{
    QStringList lines;
    for (const Message &message : messages)
        lines.append(QStringLiteral("%1 seq %2 %3 %4")
                         .arg(message.number)
                         .arg(message.seq)
                         .arg(message.id.text(), message.text.left(20)));
    return lines.mid(std::max<qsizetype>(0, lines.size() - 40)).join(u'\n');
}

/// What one client has against it, once nothing goes wrong any more.
QString problemOf(const Client &client, const QVector<Message> &journal, const ConversationId &conversation)
{
    const Person &person = *client.person;
    if (!person.refused().isEmpty())
        return QStringLiteral("was refused: ") + person.refused().first().message;
    QVector<CommandId> arrived;
    const QSet<CommandId> said(person.said().begin(), person.said().end());
    for (const Message &message : journal)
        if (said.contains(CommandId(message.id.text())))
            arrived.append(CommandId(message.id.text()));
    if (arrived != person.said())
        return QStringLiteral("wrote %1 messages, of which %2 came to the journal, or in another order")
            .arg(person.said().size())
            .arg(arrived.size());
    // By what was written, too: a copy under another id would be no better.
    int next = 0;
    for (const Message &message : journal)
        if (const int place = client.writer->placeOf(message.text); place >= 0 && place != next++)
            return QStringLiteral("finds its text %1 where %2 should be").arg(place).arg(next - 1);
    if (next != person.said().size())
        return QStringLiteral("wrote %1 texts, of which %2 are there").arg(person.said().size()).arg(next);
    const auto cached = person.messages(conversation);
    if (!endWith(journal, cached) || cached.size() < person.said().size())
        return QStringLiteral("does not hold what the journal holds.\nCache:\n%1\nJournal:\n%2")
            .arg(describe(cached), describe(journal));
    if (!person.ledger().holes.isEmpty())
        return QStringLiteral("has holes in its ledger");
    return {};
}

} // namespace

Verdict run(std::uint64_t seed, const Scene &scene, int haste)
{
    QElapsedTimer clock;
    clock.start();
    Verdict verdict;
    QTemporaryDir folder;
    verdict.problem = scene.copyTo(folder.path());
    if (!verdict.problem.isEmpty())
        return verdict;
    server::Server server(serverOptions(folder.path(), heartbeat * haste));
    const auto url = server.start();
    if (!url) {
        verdict.problem = url.error().message;
        return verdict;
    }
    FaultProxy proxy(quint16(url.value().port()), [seed](int connection) { return planOf(seed, connection); });
    QUrl door = url.value();
    door.setPort(proxy.port());

    Numbers numbers(seed);
    const int enough = 8 + numbers.below(16);
    std::vector<Client> clients(std::size_t(2 + numbers.below(2)));
    for (std::size_t i = 0; i < clients.size(); ++i) {
        const auto own = numbers.next();
        clients[i].person = std::make_unique<Person>(
            Person::Settings{.server = door,
                             .token = scene.token(int(i)),
                             .carrier = carrierOf(own, haste),
                             .timing = {.connecting = 500ms * haste,
                                        .authenticating = 500ms * haste,
                                        .catchingUp = 800ms * haste,
                                        .stableUptime = 300ms,
                                        .pingInterval = 300ms,
                                        .pingTimeout = 600ms * haste},
                             .random = [delays = Numbers(own)]() mutable { return delays.fraction() * shortDelays; }});
        verdict.problem = clients[i].person->problem();
        if (!verdict.problem.isEmpty())
            return verdict;
        clients[i].writer = std::make_unique<Writer>(*clients[i].person, scene.conversation(),
                                                     QStringLiteral("person%1").arg(i + 1), own);
    }
    for (const Client &client : clients)
        client.person->session().connectNow();

    const auto all = [&](auto is) { return std::all_of(clients.begin(), clients.end(), is); };
    const bool stormy = waitUntil(
        [&] {
            return proxy.counts().faults() >= enough &&
                   all([](const Client &client) { return client.writer->hasWritten(); });
        },
        20s * haste);
    for (const Client &client : clients)
        client.writer->stop();
    proxy.calm();

    QVector<Message> journal;
    const bool settled = waitUntil(
        [&] {
            if (!all([](const Client &client) { return client.person->isSettled(); }))
                return false;
            auto read = journalOf(folder.path(), scene.conversation());
            if (!read)
                return false;
            journal = read.value();
            return all(
                [&](const Client &client) { return endWith(journal, client.person->messages(scene.conversation())); });
        },
        20s * haste);
    verdict.counts = proxy.counts();
    verdict.messages = int(journal.size());
    verdict.took = milliseconds(clock.elapsed());
    if (!stormy)
        verdict.problem = QStringLiteral("The clients could not write, or too little went wrong. ");
    for (std::size_t i = 0; i < clients.size(); ++i) {
        QString problem = problemOf(clients[i], journal, scene.conversation());
        if (!settled && problem.isEmpty() && !clients[i].person->isSettled())
            problem = QStringLiteral("does not become online with an empty outbox");
        if (!problem.isEmpty())
            verdict.problem += QStringLiteral("person%1 %2\nIts connection:\n%3\n")
                                   .arg(i + 1)
                                   .arg(problem, clients[i].person->history());
    }
    return verdict;
}

} // namespace frontdesk::fault
