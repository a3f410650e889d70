// SPDX-License-Identifier: GPL-3.0-or-later
#include "CommandLine.h"
#include "StopSignal.h"
#include "UserCommands.h"
#include "engineio/server/DescriptorLimit.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>

#include <cstdio>

namespace {

using namespace frontdesk;

ExitCode run(const Print &print)
{
    QTextStream(print.code == Success ? stdout : stderr) << print.text << '\n';
    return print.code;
}

ExitCode run(Serve serve)
{
    const auto line = serve.jsonLog ? server::jsonLine : server::textLine;
    serve.options.log = [line, clock = serve.options.clock](const server::LogEntry &entry) {
        const QByteArray text = line(entry, clock->utc().count()) + '\n';
        std::fwrite(text.constData(), 1, size_t(text.size()), stderr); // one call: lines of threads do not mix
    };
    const qint64 descriptors = engineio::raiseDescriptorLimit();
    if (descriptors > 0 && descriptors < serve.options.maxConnections)
        serve.options.log(
            {server::LogLevel::Warning,
             QStringLiteral("server.descriptors"),
             QStringLiteral("The system lets the server open fewer files than it may have connections."),
             {{QStringLiteral("files"), descriptors}, {QStringLiteral("connections"), serve.options.maxConnections}}});
    StopSignal stop;
    server::Server server(serve.options);
    const auto url = server.start();
    if (!url) {
        serve.options.log({server::LogLevel::Error,
                           QStringLiteral("server.failed"),
                           url.error().message,
                           {{QStringLiteral("code"), url.error().code}}});
        return Failed;
    }
    QTextStream(stdout) << "ready " << url.value().toString() << Qt::endl;
    stop.wait();
    server.stop();
    return Success;
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    return std::visit([](const auto &invocation) -> int { return run(invocation); },
                      parseCommandLine(QCoreApplication::arguments()));
}
