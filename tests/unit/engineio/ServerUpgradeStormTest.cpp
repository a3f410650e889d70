// SPDX-License-Identifier: MIT
// Numbered packets, text and binary mixed, both ways through many upgrades at once, each at another moment: every
// number arrives once and in order.
#include "RawHttp.h"
#include "ServerUnderTest.h"
#include "engineio/Payload.h"

#include <QtCore/QTimer>
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <QtWebSockets/QWebSocket>

#include <random>

using namespace std::chrono_literals;

namespace {

using engineio::Frame;
using engineio::FrameKind;

constexpr int clients = 40;
constexpr int packets = 150; ///< each way, for each client

Frame numbered(int number)
{
    const QByteArray digits = QByteArray::number(number);
    return number % 3 == 0 ? Frame{FrameKind::Binary, digits} : Frame{FrameKind::Text, "4" + digits};
}

/// Compares what comes with what should come next.
class Sequence {
public:
    void take(FrameKind kind, QByteArrayView digits)
    {
        const int number = digits.toByteArray().toInt();
        if (number != m_next || (kind == FrameKind::Binary) != (number % 3 == 0))
            m_isBroken = true;
        ++m_next;
    }
    [[nodiscard]] bool isComplete() const { return !m_isBroken && m_next == packets; }

private:
    int m_next = 0;
    bool m_isBroken = false;
};

/// A client that upgrades as the specification says: it lets what is under way finish, then says so.
class Client : public QObject {
public:
    Client(quint16 port, unsigned seed)
        : m_random(seed)
        , m_url(QStringLiteral("http://127.0.0.1:%1/engine.io/?EIO=4&transport=polling").arg(port))
        , m_webSocketUrl(QStringLiteral("ws://127.0.0.1:%1/engine.io/?EIO=4&transport=websocket").arg(port))
    {
        connect(&m_socket, &QWebSocket::connected, this,
                [this] { m_socket.sendTextMessage(QStringLiteral("2probe")); });
        connect(&m_socket, &QWebSocket::textMessageReceived, this, [this](const QString &text) {
            if (text == QLatin1String("3probe")) {
                m_isPausing = true;
                finishUpgrade();
            } else {
                receive({FrameKind::Text, text.toUtf8()});
            }
        });
        connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &bytes) {
            receive({FrameKind::Binary, bytes});
        });
        poll();
    }

    [[nodiscard]] bool isComplete() const { return m_received.isComplete() && m_next == packets && m_isUpgraded; }

private:
    void poll()
    {
        m_isPolling = true;
        auto *reply = m_network.get(QNetworkRequest(m_url));
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            m_isPolling = false;
            const QByteArray payload = reply->readAll();
            engineio::PayloadReader reader(payload);
            while (!reader.atEnd())
                receive(reader.next().value_or(Frame{}));
            if (m_isPausing)
                finishUpgrade();
            else
                poll();
        });
    }

    void receive(const Frame &frame)
    {
        if (frame.kind == FrameKind::Text && frame.data.startsWith('0')) {
            open(frame.data);
        } else if (frame.kind == FrameKind::Binary || frame.data.startsWith('4')) {
            m_received.take(frame.kind, frame.kind == FrameKind::Binary ? frame.data : frame.data.sliced(1));
        }
    }

    void open(const QByteArray &handshake)
    {
        const qsizetype begin = handshake.indexOf("\"sid\":\"") + 7;
        const QString sid =
            QStringLiteral("&sid=") + QString::fromLatin1(handshake.mid(begin, handshake.indexOf('"', begin) - begin));
        m_url = QUrl(m_url.toString() + sid);
        later([this, sid] { m_socket.open(QUrl(m_webSocketUrl.toString() + sid)); });
        talk();
    }

    void talk()
    {
        for (auto burst = m_random() % 8; burst > 0 && m_next < packets; --burst)
            m_queue.append(numbered(m_next++));
        flush();
        if (m_next < packets)
            later([this] { talk(); });
    }

    void flush()
    {
        if (m_queue.isEmpty() || m_isPosting || (m_isPausing && !m_isUpgraded))
            return;
        if (m_isUpgraded) {
            for (const Frame &frame : std::exchange(m_queue, {})) {
                if (frame.kind == FrameKind::Text)
                    m_socket.sendTextMessage(QString::fromUtf8(frame.data));
                else
                    m_socket.sendBinaryMessage(frame.data);
            }
            return;
        }
        QByteArray payload;
        for (const Frame &frame : std::exchange(m_queue, {}))
            engineio::appendToPayload(payload, frame);
        m_isPosting = true;
        QNetworkRequest request(m_url);
        request.setHeader(QNetworkRequest::ContentTypeHeader, QStringLiteral("text/plain"));
        auto *reply = m_network.post(request, payload);
        connect(reply, &QNetworkReply::finished, this, [this, reply] {
            reply->deleteLater();
            m_isPosting = false;
            flush();
            finishUpgrade();
        });
    }

    void finishUpgrade()
    {
        if (!m_isPausing || m_isPolling || m_isPosting || m_isUpgraded)
            return;
        m_socket.sendTextMessage(QStringLiteral("5"));
        m_isUpgraded = true;
        flush();
    }

    template <typename Task>
    void later(Task task)
    {
        QTimer::singleShot(int(m_random() % 12), this, task);
    }

    std::mt19937 m_random;
    QUrl m_url;
    QUrl m_webSocketUrl;
    QNetworkAccessManager m_network;
    QWebSocket m_socket;
    Sequence m_received;
    QList<Frame> m_queue;
    int m_next = 0; ///< to be sent
    bool m_isPolling = false;
    bool m_isPosting = false;
    bool m_isPausing = false;
    bool m_isUpgraded = false;
};

/// What the server knows of one of them. I/O thread only.
struct Peer {
    Sequence received;
    int next = 0;
};

class ServerUpgradeStormTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyNumberOnceAndInOrder();
};

void ServerUpgradeStormTest::everyNumberOnceAndInOrder()
{
    ServerUnderTest storm;
    std::atomic<int> complete = 0;
    std::mt19937 random(11); // NOLINT: the same moments in every run, as far as the machine allows
    std::function<void(std::weak_ptr<engineio::Connection>, std::shared_ptr<Peer>)> talk =
        [&](const std::weak_ptr<engineio::Connection> &weak, const std::shared_ptr<Peer> &peer) {
            const auto open = weak.lock();
            if (!open || peer->next == packets)
                return;
            for (auto burst = random() % 8; burst > 0 && peer->next < packets; --burst) {
                const Frame frame = numbered(peer->next++);
                open->send(frame.data, frame.kind);
            }
            storm.server.postAfter(std::chrono::milliseconds(random() % 12), [&talk, weak, peer] { talk(weak, peer); });
        };
    storm.server.setConnectionHandler(
        QStringLiteral("/engine.io/"), [&](const std::shared_ptr<engineio::Connection> &connection) {
            const auto peer = std::make_shared<Peer>();
            storm.rememberEndOf(*connection);
            connection->onMessage = [&complete, peer](FrameKind kind, QByteArrayView payload) {
                peer->received.take(kind, payload);
                complete += peer->received.isComplete() ? 1 : 0;
            };
            talk(connection, peer);
        });
    storm.listen();

    std::vector<std::unique_ptr<Client>> all;
    for (unsigned seed = 0; seed < clients; ++seed)
        all.push_back(std::make_unique<Client>(storm.port, seed));
    const bool allComplete = QTest::qWaitFor(
        [&] {
            return std::all_of(all.begin(), all.end(), [](const auto &client) { return client->isComplete(); }) &&
                   complete == clients;
        },
        60'000);
    QCOMPARE(complete.load(), clients);
    QVERIFY(allComplete);
    QTRY_COMPARE_WITH_TIMEOUT(storm.counters().upgrades, quint64(clients), 60'000);
    QVERIFY(storm.closeReasons().isEmpty());
    storm.server.stop();
}

} // namespace

QTEST_GUILESS_MAIN(ServerUpgradeStormTest)
#include "ServerUpgradeStormTest.moc"
