// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServeOptions.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QFile>
#include <QtCore/QUrl>

#include <algorithm>

namespace frontdesk {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr quint16 defaultPort = 8470;
constexpr qint64 usualMost = 1'000'000'000;
constexpr qint64 largestQuota = 1'000'000'000'000'000; // bytes; beyond any disk
constexpr qint64 longestSecret = 1'000;                // bytes

Error usage(const QString &words)
{
    return {u"usage"_s, words};
}

/// Reads the values of the options one after the other; the first thing that is wrong is kept.
class Values {
public:
    explicit Values(const QCommandLineParser &parser)
        : m_parser(parser)
    {
    }

    [[nodiscard]] bool isSet(const QString &name) const { return m_parser.isSet(name); }
    [[nodiscard]] QString text(const QString &name) const { return m_parser.value(name); }
    [[nodiscard]] QStringList texts(const QString &name) const { return m_parser.values(name); }
    qint64 number(const QString &name, const QString &unit, qint64 least, qint64 most = usualMost)
    {
        bool ok = false;
        const qint64 value = m_parser.value(name).toLongLong(&ok);
        if (!ok || value < least || value > most)
            wrong(u"--%1 takes %2, at least %3"_s.arg(name, unit).arg(least));
        return value;
    }
    void wrong(const QString &words)
    {
        if (!m_error)
            m_error = usage(words);
    }
    [[nodiscard]] const std::optional<Error> &error() const { return m_error; }

private:
    const QCommandLineParser &m_parser;
    std::optional<Error> m_error;
};

/// ADDRESS:PORT, with an IPv6 address in brackets.
void readListen(Values &values, server::Options &options)
{
    const QString text = values.text(u"listen"_s);
    const qsizetype colon = text.lastIndexOf(u':');
    bool number = false;
    const ushort port = text.mid(colon + 1).toUShort(&number);
    QString address = text.left(colon);
    const bool bracketed = address.startsWith(u'[') && address.endsWith(u']');
    if (bracketed)
        address = address.mid(1, address.size() - 2);
    if (colon < 1 || !number || address.isEmpty() || (address.contains(u':') && !bracketed))
        return values.wrong(u"--listen takes ADDRESS:PORT, such as 127.0.0.1:8470 or [::1]:8470"_s);
    options.address = address == "localhost"_L1 ? u"127.0.0.1"_s : address;
    options.port = port;
}

/// CLASS=PER_MINUTE or CLASS=PER_MINUTE:BURST.
void readRate(Values &values, const QString &text, server::RateLimits &rates)
{
    const QString name = text.section(u'=', 0, 0);
    const QStringList numbers = text.section(u'=', 1).split(u':');
    bool minuteIsNumber = false;
    bool burstIsNumber = true;
    const double perMinute = numbers.first().toDouble(&minuteIsNumber);
    const double burst = numbers.size() > 1 ? numbers[1].toDouble(&burstIsNumber) : std::max(1.0, perMinute / 2);
    const auto isIt = [&](const server::NamedRate &row) { return name == row.name || name == "all"_L1; };
    const bool known = std::any_of(server::rateTable.begin(), server::rateTable.end(), isIt);
    if (!known || !minuteIsNumber || !burstIsNumber || numbers.size() > 2 || perMinute < 0 || burst < 1)
        return values.wrong(u"--rate takes CLASS=PER_MINUTE or CLASS=PER_MINUTE:BURST, such as messages=60:30; \"%1\" "
                            "is none. The classes are in docs/protocol.md, 6"_s.arg(text));
    for (const server::NamedRate &row : server::rateTable)
        if (isIt(row))
            rates.set(row.rateClass, {perMinute, burst});
}

void readTls(Values &values, server::Options &options)
{
    const QString certificate = values.text(u"tls-certificate"_s);
    const QString key = values.text(u"tls-key"_s);
    if (certificate.isEmpty() != key.isEmpty())
        values.wrong(u"--tls-certificate and --tls-key go together"_s);
    if (!certificate.isEmpty() && options.tlsProxyDeclared)
        values.wrong(u"--tls-proxy says that somebody else does TLS; with a certificate this server does"_s);
    if (!certificate.isEmpty())
        options.tls = engineio::TlsFiles{certificate, key};
}

void readOrigins(Values &values, server::Options &options)
{
    options.allowedOrigins = values.texts(u"allow-origin"_s);
    for (const QString &origin : std::as_const(options.allowedOrigins)) {
        const QUrl url(origin, QUrl::StrictMode);
        if (!url.isValid() || url.host().isEmpty() || url != url.adjusted(QUrl::RemovePath | QUrl::RemoveQuery))
            values.wrong(
                u"--allow-origin takes a scheme and a host, such as https://desk.example; \"%1\" is none"_s.arg(
                    origin));
    }
}

void readMetricsToken(Values &values, server::Options &options)
{
    if (!values.isSet(u"metrics-token-file"_s))
        return;
    QFile file(values.text(u"metrics-token-file"_s));
    if (!file.open(QFile::ReadOnly))
        return values.wrong(u"--metrics-token-file: %1 cannot be read: %2"_s.arg(file.fileName(), file.errorString()));
    options.metricsToken = file.readLine(longestSecret).trimmed();
    if (options.metricsToken.isEmpty())
        values.wrong(u"--metrics-token-file: the first line of %1 is empty"_s.arg(file.fileName()));
}

} // namespace

QList<QCommandLineOption> serveOptions()
{
    const server::Options usual;
    const auto number = [](const QString &name, const QString &words, const QString &unit, qint64 value) {
        return QCommandLineOption(name, words, unit, QString::number(value));
    };
    return {
        {u"listen"_s, u"Where to listen; port 0 is any free one. Beyond this machine only with TLS."_s,
         u"ADDRESS:PORT"_s, u"127.0.0.1:%1"_s.arg(defaultPort)},
        {u"tls-certificate"_s, u"Speak HTTPS with this certificate and those that lead to it."_s, u"PEM"_s},
        {u"tls-key"_s, u"The certificate's private key, without a passphrase."_s, u"PEM"_s},
        {u"tls-proxy"_s, u"Declare that a TLS proxy stands in front of this server."_s},
        number(u"ping-interval"_s, u"Time between heartbeats."_s, u"MS"_s, usual.pingInterval.count()),
        number(u"ping-timeout"_s, u"Time that a heartbeat may take."_s, u"MS"_s, usual.pingTimeout.count()),
        number(u"max-payload"_s, u"The largest frame; at least %1."_s.arg(server::leastMaxPayload), u"BYTES"_s,
               usual.maxPayload),
        number(u"max-file"_s, u"The largest file that people may attach."_s, u"BYTES"_s, usual.maxFile),
        number(u"file-quota"_s, u"What all files together may take."_s, u"BYTES"_s, usual.fileQuota),
        number(u"max-connections"_s, u"Connections in all; 0: no limit."_s, u"N"_s, usual.maxConnections),
        number(u"max-write-queue"_s, u"What may wait for a client that does not read, before it is disconnected."_s,
               u"BYTES"_s, usual.maxWriteQueue),
        {u"allow-origin"_s, u"Pages of this origin may connect from a browser; may be given several times."_s,
         u"ORIGIN"_s},
        number(u"token-lifetime"_s, u"How long a token opens connections before it must be renewed."_s, u"SECONDS"_s,
               usual.lifetimes.token.count() / 1000),
        number(u"session-lifetime"_s, u"How long a sign-in lasts that nothing renews."_s, u"SECONDS"_s,
               usual.lifetimes.refreshToken.count() / 1000),
        {u"rate"_s, u"How much of one class is taken; may be given several times. 0 a minute: no limit."_s,
         u"CLASS=PER_MINUTE[:BURST]"_s},
        {u"metrics-token-file"_s, u"Who has the token in the first line of this file may read /metrics."_s, u"FILE"_s},
        {u"log"_s, u"The form of the log on standard error: text or json."_s, u"FORM"_s, u"text"_s},
    };
}

Result<Serve> readServe(const QCommandLineParser &parser)
{
    Values values(parser);
    Serve serve;
    server::Options &options = serve.options;
    options.tlsProxyDeclared = values.isSet(u"tls-proxy"_s);
    readListen(values, options);
    options.pingInterval = milliseconds(values.number(u"ping-interval"_s, u"milliseconds"_s, 1));
    options.pingTimeout = milliseconds(values.number(u"ping-timeout"_s, u"milliseconds"_s, 1));
    options.maxPayload = values.number(u"max-payload"_s, u"bytes"_s, server::leastMaxPayload);
    options.maxFile = values.number(u"max-file"_s, u"bytes"_s, 1);
    options.fileQuota = values.number(u"file-quota"_s, u"bytes"_s, 0, largestQuota);
    options.maxConnections = int(values.number(u"max-connections"_s, u"a number"_s, 0));
    options.maxWriteQueue = values.number(u"max-write-queue"_s, u"bytes"_s, options.maxPayload);
    options.lifetimes.token = std::chrono::seconds(values.number(u"token-lifetime"_s, u"seconds"_s, 1));
    options.lifetimes.refreshToken = std::chrono::seconds(values.number(u"session-lifetime"_s, u"seconds"_s, 1));
    readTls(values, options);
    readOrigins(values, options);
    for (const QString &rate : values.texts(u"rate"_s))
        readRate(values, rate, options.rates);
    readMetricsToken(values, options);
    const QString form = values.text(u"log"_s);
    if (form != "text"_L1 && form != "json"_L1)
        values.wrong(u"--log takes text or json"_s);
    serve.jsonLog = form == "json"_L1;
    if (values.error())
        return *values.error();
    if (const auto allowed = server::checkListening(options); !allowed)
        return allowed.error();
    return serve;
}

} // namespace frontdesk
