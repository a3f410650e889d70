// SPDX-License-Identifier: MIT
// conformance-server [--port N] [--ping-interval MS] [--ping-timeout MS] [--max-payload BYTES] [--connect-timeout MS]
//                    [--recovery MS] [--exit-with-input]
// A server of these libraries in the shape that the public conformance suites want. Prints `ready URL` when it listens.
#include "conformance-server/Lab.h"
#include "conformance-server/Shape.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>

#include <cstdio>
#include <iostream>

namespace {

using namespace Qt::StringLiterals;

/// A number that was given as an option; ends the program when it is none.
qint64 number(const QCommandLineParser &parser, const QString &option)
{
    bool isNumber = false;
    const qint64 value = parser.value(option).toLongLong(&isNumber);
    if (!isNumber || value < 0) {
        std::cerr << "--" << option.toStdString() << " wants a number\n";
        std::exit(2);
    }
    return value;
}

std::chrono::milliseconds milliseconds(const QCommandLineParser &parser, const QString &option)
{
    return std::chrono::milliseconds(number(parser, option));
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(u"A Socket.IO server for conformance suites, on 127.0.0.1."_s);
    parser.addHelpOption();
    parser.addOptions({
        {u"port"_s, u"TCP port; 0: any free one."_s, u"number"_s, u"0"_s},
        {u"ping-interval"_s, u"Time between two pings."_s, u"ms"_s, u"300"_s},
        {u"ping-timeout"_s, u"Time for the answer to a ping."_s, u"ms"_s, u"200"_s},
        {u"max-payload"_s, u"Largest message."_s, u"bytes"_s, u"1000000"_s},
        {u"connect-timeout"_s, u"Time to the first CONNECT."_s, u"ms"_s, u"1000"_s},
        {u"recovery"_s, u"How long sessions that were cut can be recovered; without it, never."_s, u"ms"_s},
        {u"exit-with-input"_s, u"End when the standard input does."_s},
    });
    parser.process(app);

    socketio::ServerOptions options;
    options.engine.pingInterval = milliseconds(parser, u"ping-interval"_s);
    options.engine.pingTimeout = milliseconds(parser, u"ping-timeout"_s);
    options.engine.maxPayload = number(parser, u"max-payload"_s);
    options.connectTimeout = milliseconds(parser, u"connect-timeout"_s);
    if (parser.isSet(u"recovery"_s))
        options.recovery = {.maxDisconnection = milliseconds(parser, u"recovery"_s)};

    socketio::Server server(options);
    serveShape(server);
    serveLab(server);
    const auto listening = server.listen(u"127.0.0.1"_s, quint16(number(parser, u"port"_s)));
    if (!listening.error.isEmpty()) {
        std::cerr << listening.error.toStdString() << '\n';
        return 1;
    }
    std::cout << "ready http://127.0.0.1:" << listening.port << std::endl;
    if (!parser.isSet(u"exit-with-input"_s))
        return QCoreApplication::exec();
    while (std::getchar() != EOF) {
    }
    return 0;
}
