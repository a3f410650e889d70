// SPDX-License-Identifier: GPL-3.0-or-later
#include "Console.h"
#include "Diagnose.h"
#include "Ledger.h"
#include "Login.h"
#include "Output.h"
#include "RecordFiles.h"
#include "Tasks.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTextStream>

namespace frontdesk::ctl {

ExitCode run(const Print &print)
{
    if (print.code == Success)
        printText(print.text);
    else
        QTextStream(stderr) << print.text << '\n';
    return print.code;
}

} // namespace frontdesk::ctl

int main(int argc, char **argv)
{
    using namespace frontdesk::ctl;
    qputenv("QT_NO_GLIB", "1"); // Qt's own event loop asks half as much of the system for each message
    const QCoreApplication application(argc, argv);
    const Invocation invocation =
        parseCommandLine(QCoreApplication::arguments(), qEnvironmentVariable("FRONTDESK_TOKEN"));
    const ExitCode code = std::visit([](const auto &command) { return run(command); }, invocation);
    const auto unwritten = outputProblem();
    if (!unwritten)
        return code;
    printError(*unwritten);
    return code == Success ? Failed : code;
}
