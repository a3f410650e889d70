// SPDX-License-Identifier: GPL-3.0-or-later
#include "Diagnose.h"

#include "Background.h"
#include "CredentialsFile.h"
#include "Login.h"
#include "Output.h"
#include "connection/ConnectionTest.h"
#include "connection/ReconnectPolicy.h"
#include "dialect/Authorities.h"
#include "dialect/FrontdeskLink.h"
#include "dialect/ProxyFor.h"
#include "sync/TokenKeeper.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;
using connection::TestStep;
using connection::TestSteps;

namespace {

void print(const TestStep &step, bool json)
{
    if (json) {
        printJson(connection::toJson(step));
        return;
    }
    constexpr int titleWidth = 20;
    constexpr int stateWidth = 12;
    const bool ended = step.state == TestStep::State::Passed || step.state == TestStep::State::Failed;
    const QString words = harmless(step.error ? step.error->message : step.words);
    printText(u"%1%2%3%4"_s
                  .arg(connection::titleOf(step.kind).leftJustified(titleWidth),
                       connection::titleOf(step.state).leftJustified(stateWidth), words,
                       ended ? u" (%1 ms)"_s.arg(step.took.count()) : QString())
                  .trimmed());
    if (!step.hint.isEmpty())
        printText(QString(titleWidth, u' ') + step.hint);
}

ExitCode exitCodeOf(const TestSteps &steps)
{
    if (const TestStep *failed = steps.failed())
        return ctl::exitCodeOf(*failed->error);
    return steps.passed() ? Success : Failed;
}

} // namespace

ExitCode run(const DiagnoseCommand &command)
{
    const Target &target = command.target;
    const auto credentials = credentialsOf(target);
    if (!credentials) {
        printError(credentials.error());
        return ctl::exitCodeOf(credentials.error());
    }
    const auto network = std::make_shared<dialect::SharedNetworkSettings>(target.network);
    const auto authorities = dialect::readAuthorities(target.network.authorityFile);
    if (!authorities) {
        printError(authorities.error());
        return ctl::exitCodeOf(authorities.error());
    }
    const auto clock = std::make_shared<SystemClock>();
    sync::TokenKeeper tokens(credentials.value(), dialect::refreshingAt(target.server, network), clock,
                             connection::systemRandom());
    Result<Done> kept = Done();
    QObject::connect(&tokens, &sync::TokenKeeper::renewed, &tokens, [&](const dialect::Credentials &renewed) {
        kept = writeCredentials(target.credentialsFile, renewed);
        if (!kept)
            printError(kept.error());
    });
    connection::ConnectionTest test(
        {.server = target.server,
         .token = credentials.value().token,
         .client = u"frontdeskctl " FRONTDESK_VERSION ""_s,
         .cursor = {},
         .renew = [&tokens] { return tokens.current(); },
         .link = [&] { return std::make_unique<dialect::FrontdeskLink>(target.server, network); },
         .proxy = dialect::proxyFor(target.network, target.server),
         .tls = dialect::trusting(authorities.value())},
        clock);
    qsizetype printed = 0;
    QObject::connect(&test, &connection::ConnectionTest::changed, &test, [&](const TestSteps &steps) {
        const auto ended = [](const TestStep &step) {
            return step.state != TestStep::State::Waiting && step.state != TestStep::State::Running;
        };
        while (printed < steps.all().size() && ended(steps.all()[printed]))
            print(steps.all()[printed++], target.json);
        if (!steps.finished())
            return;
        if (target.json)
            printJson({{u"passed"_s, steps.passed()}});
        else if (steps.passed())
            printText(u"All is well."_s);
        const ExitCode code = exitCodeOf(steps);
        QCoreApplication::exit(code == Success && !kept ? Failed : code);
    });
    StopWatcher stop;
    QObject::connect(&stop, &StopWatcher::stopRequested, &test, &connection::ConnectionTest::cancel);
    // Once the event loop runs: it is what the end of the test ends.
    QMetaObject::invokeMethod(&test, &connection::ConnectionTest::start, Qt::QueuedConnection);
    return ExitCode(QCoreApplication::exec());
}

} // namespace frontdesk::ctl
