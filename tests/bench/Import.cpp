// SPDX-License-Identifier: GPL-3.0-or-later
#include "DeskWindow.h"
#include "Stopwatch.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QFile>
#include <QtGui/QGuiApplication>

/// An import of many contacts in the real program's window, whose table of contacts shows what comes, into a server in
/// a process of its own: how long it takes, and how the window's frames are meanwhile.
namespace {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

constexpr int longest = 3'600; // seconds until it is given up

bool write(const QString &path, int contacts)
{
    QFile file(path);
    if (!file.open(QFile::WriteOnly))
        return false;
    file.write("Name,E-mail,Phone,Company,Job title,Status\n");
    for (int i = 0; i < contacts; ++i)
        file.write(u"Person Number %1,person%1@example.org,+49 30 %1,Company %2,Job %3,lead\n"_s.arg(i)
                       .arg(i % 200)
                       .arg(i % 37)
                       .toUtf8());
    return file.flush();
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption contacts(u"contacts"_s, u"How many are imported."_s, u"count"_s, u"100000"_s);
    parser.addOption(contacts);
    parser.addHelpOption();
    parser.process(program);
    const int count = parser.value(contacts).toInt();

    const auto desk = bench::DeskWindow::open(1, 0);
    if (!desk)
        return 1;
    const QString file = desk->file(u"people.csv"_s);
    bench::goTo(desk->program(), u"contacts"_s);
    if (!write(file, count) ||
        !bench::waitUntilDrawn(desk->program(), [&] { return desk->program().item(u"rows"_s) != nullptr; }))
        return bench::fail(u"there are no contacts to be imported, or no table"_s);

    models::ImportModel &import = *desk->crm().fileImport();
    using Step = models::ImportModel::Step;
    const auto until = [&](const std::function<bool()> &condition) {
        return bench::waitUntil([&] { return condition() || !import.problem().isEmpty(); }, longest) &&
               import.problem().isEmpty();
    };
    bench::inTurn([&] {
        import.begin(u"contact"_s);
        import.choose(file);
    });
    if (!until([&] { return import.step() == Step::Columns && !import.busy(); }))
        return bench::fail(import.problem());
    const bench::Stopwatch trial;
    bench::inTurn([&] { import.tryOut(); });
    if (!until([&] { return !import.busy(); }))
        return bench::fail(import.problem());
    const double trialSeconds = trial.ms() / 1e3;

    const bench::Stopwatch watch;
    const bench::FrameTimes frames(desk->program().window());
    bench::inTurn([&] { import.run(); });
    if (!until([&] { return import.step() == Step::Finished; }))
        return bench::fail(import.problem());
    bench::print({{u"bench"_s, u"import"_s},
                  {u"machine"_s, bench::machine()},
                  {u"platform"_s, QGuiApplication::platformName()},
                  {u"contacts"_s, import.made()},
                  {u"trialSeconds"_s, trialSeconds},
                  {u"seconds"_s, watch.ms() / 1e3},
                  {u"workedSeconds"_s, watch.cpuMs() / 1e3},
                  {u"frames"_s, frames.report()}});
    return import.made() == count ? 0 : bench::fail(u"not all were imported"_s);
}
