// SPDX-License-Identifier: GPL-3.0-or-later
// socketio-client-echo --url URL [--transport websocket|polling] [--count N]: sequential echoes with acknowledgement of
// a 100-byte text, the same load as that of the JavaScript client in client-echo.mjs; one JSON line. The server answers
// "echo".
#include "socketio/client/Client.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>

#include <algorithm>
#include <cstdio>
#include <vector>

namespace {

using namespace Qt::StringLiterals;

constexpr int longestWarmUp = 500; // echoes

/// Asks, waits for the answer, asks again.
class Echo : public QObject {
public:
    Echo(const socketio::ClientOptions &options, int count)
        : m_client(options)
        , m_left(std::min(longestWarmUp, count) + count)
        , m_count(count)
    {
        connect(&m_client, &socketio::Client::connected, this, &Echo::ask);
        connect(&m_client, &socketio::Client::closed, this, [](const QString &reason) {
            std::fprintf(stderr, "%s\n", qPrintable(reason));
            QCoreApplication::exit(1);
        });
        connect(&m_client, &socketio::Client::connectRefused, this, [](const QString &reason) {
            std::fprintf(stderr, "%s\n", qPrintable(reason));
            QCoreApplication::exit(1);
        });
        m_client.open({});
    }

private:
    void ask()
    {
        m_clock.start();
        m_client.emitWithAck(u"echo"_s, QJsonArray{m_text}, std::chrono::seconds(20),
                             [this](const socketio::AckResult &) { answered(); });
    }

    void answered()
    {
        const double took = double(m_clock.nsecsElapsed()) / 1e6;
        if (m_left <= m_count)
            m_milliseconds.push_back(took);
        if (--m_left > 0) {
            ask();
            return;
        }
        std::sort(m_milliseconds.begin(), m_milliseconds.end());
        const auto percentile = [this](double share) {
            const auto last = m_milliseconds.size() - 1;
            return m_milliseconds[std::min(last, std::size_t(double(m_milliseconds.size()) * share))];
        };
        std::printf(R"({"transport":"%s","n":%d,"p50ms":%.4f,"p99ms":%.4f})"
                    "\n",
                    qPrintable(m_client.transport()), m_count, percentile(0.5), percentile(0.99));
        QCoreApplication::quit();
    }

    socketio::Client m_client;
    const QString m_text = QString(100, u'y');
    QElapsedTimer m_clock;
    std::vector<double> m_milliseconds;
    int m_left;
    int m_count;
};

} // namespace

int main(int argc, char **argv)
{
    qputenv("QT_NO_GLIB", "1"); // as frontdeskctl does
    QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption url(u"url"_s, u"The server's address."_s, u"URL"_s);
    const QCommandLineOption transport(u"transport"_s, u"websocket or polling."_s, u"NAME"_s, u"websocket"_s);
    const QCommandLineOption count(u"count"_s, u"Echoes that count."_s, u"N"_s, u"10000"_s);
    parser.addOptions({url, transport, count});
    parser.process(program);

    using Kind = engineio::TransportKind;
    socketio::ClientOptions options{.url = QUrl(parser.value(url))};
    options.engine.transports = {parser.value(transport) == u"polling" ? Kind::Polling : Kind::WebSocket};
    const Echo echo(options, std::max(1, parser.value(count).toInt()));
    return QCoreApplication::exec();
}
