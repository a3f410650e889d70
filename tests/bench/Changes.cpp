// SPDX-License-Identifier: GPL-3.0-or-later
#include "BigDesk.h"
#include "CountOption.h"
#include "DeskWindow.h"
#include "SampleContact.h"
#include "demo/Colleague.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>
#include <QtNetwork/QNetworkAccessManager>

#include <cstdio>
#include <optional>

/// The frames of the real program's window while a colleague, in a process of their own, changes contacts or deals all
/// the time: with the table of contacts in sight, then with the board of deals. With `--worker` this program is that
/// colleague.
namespace {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

constexpr int longest = 600; // seconds until it is given up
constexpr int tickMs = 10;
constexpr int sampleMs = 200;
constexpr int idleMs = 2'000; // frames of before are counted
constexpr int inSight = 20;   // rows, or cards of the first column or two

/// Says `begins`, changes so many records of a kind a second for so long, and says how many, with the last one and its
/// name. One in ten is of those that stand first in the window, one in ten moves to another place.
class Worker {
public:
    Worker(const QUrl &server, RecordKind kind)
        : m_kind(kind)
        , m_colleague({.name = bench::BigDesk::worker(), .displayName = {}, .language = {}}, server,
                      std::make_shared<SystemClock>(), m_network, nullptr)
    {
        QObject::connect(&m_colleague, &demo::Colleague::knows, &m_colleague, [this](const auto &known) {
            std::copy_if(known.begin(), known.end(), std::back_inserter(m_records),
                         [this](const RecordState &record) { return record.record.kind == m_kind; });
        });
        QObject::connect(&m_colleague, &demo::Colleague::arrived, &m_colleague, [this] { m_here = true; });
        QObject::connect(&m_colleague, &demo::Colleague::failed, &m_colleague,
                         [](const Error &error) { bench::fail(error.message); });
    }

    int run(int rate, int seconds)
    {
        m_colleague.comeIn();
        if (!bench::waitUntil([this] { return m_here; }, longest) || m_records.isEmpty())
            return bench::fail(u"the colleague does not get in"_s);
        const QString order = m_kind == RecordKind::Deal ? u"expectedClose"_s : fields::name;
        std::sort(m_records.begin(), m_records.end(), [&order](const RecordState &a, const RecordState &b) {
            return a.fields[order].toString() < b.fields[order].toString();
        });
        say(u"begins"_s);
        QElapsedTimer timer;
        timer.start();
        QTimer tick;
        QObject::connect(&tick, &QTimer::timeout, &m_colleague, [&] {
            const qint64 due = std::min<qint64>(timer.elapsed(), seconds * 1'000LL) * rate / 1'000;
            for (; m_given < due; ++m_given)
                changeOne();
        });
        tick.start(tickMs);
        bench::waitUntil([&] { return timer.elapsed() > seconds * 1'000LL + 2 * tickMs; }, longest);
        tick.stop();
        say(u"%1 %2"_s.arg(m_given).arg(m_last));
        bench::waitUntil([] { return false; }, 1); // what is on its way gets there
        return 0;
    }

private:
    static void say(const QString &words)
    {
        std::printf("%s\n", qPrintable(words));
        std::fflush(stdout);
    }

    const RecordState &any() { return m_records[m_random.bounded(int(m_records.size()))]; }

    void changeOne()
    {
        const bool seen = m_given % 10 == 1;
        const RecordState &state = seen ? m_records[m_random.bounded(std::min<int>(inSight, m_records.size()))] : any();
        const QString name = u"%1 %2"_s.arg(state.fields[fields::name].toString().section(u' ', 0, 0)).arg(m_given);
        QJsonObject set{{fields::name, name}};
        if (m_kind == RecordKind::Contact)
            set.insert(fields::status, bench::contactStatuses()[m_random.bounded(4)]);
        else if (m_given % 10 == 0)
            set.insert(fields::place, any().fields[fields::place]);
        else
            set.insert(fields::value, QJsonObject{{u"amount"_s, QString::number(m_random.bounded(1, 90'000))},
                                                  {u"currency"_s, u"EUR"_s}});
        constexpr qint64 latest = 1'000'000'000; // a version that has seen everything
        m_colleague.perform(demo::WriteRecord{ChangeRecord{.record = state.record,
                                                           .basis = {.version = latest, .after = {}},
                                                           .set = set,
                                                           .was = {},
                                                           .lists = {},
                                                           .resolves = {}}});
        m_last = state.record.text() + u' ' + name;
    }

    const RecordKind m_kind;
    QNetworkAccessManager m_network;
    demo::Colleague m_colleague;
    QVector<RecordState> m_records;
    QRandomGenerator m_random{1};
    bool m_here = false;
    qint64 m_given = 0;
    QString m_last;
};

QJsonObject idleFrames(bench::ProgramWindow &program)
{
    const bench::FrameTimes frames(program.window());
    QElapsedTimer timer;
    timer.start();
    bench::waitUntil([&] { return timer.elapsed() > idleMs; });
    return frames.report();
}

/// Until the last change is in the window's cache; none when it does not come.
std::optional<QJsonObject> watchChanges(bench::DeskWindow &desk, RecordKind kind, const QStringList &options)
{
    QProcess worker;
    worker.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    worker.start(QCoreApplication::applicationFilePath(),
                 QStringList{u"--worker"_s, desk.server().toString(), u"--kind"_s, nameOf(kind)} + options);
    const auto hear = [&] {
        const bool heard = bench::waitUntil([&] { return worker.canReadLine(); }, longest);
        return heard ? QString::fromUtf8(worker.readLine()).trimmed() : QString();
    };
    if (hear().isEmpty())
        return {};
    const bench::FrameTimes frames(desk.program().window());
    QElapsedTimer timer;
    timer.start();
    const QString said = hear();
    const auto record = RecordRef::from(said.section(u' ', 1, 1));
    QElapsedTimer sample; // looking costs too much to be done at each event
    sample.start();
    const auto isCached = [&] {
        if (!sample.hasExpired(sampleMs))
            return false;
        sample.restart();
        const auto state = desk.program().workspace()->session().store().record(*record).result();
        return state && state->fields[fields::name].toString() == said.section(u' ', 2);
    };
    if (!record || !bench::waitUntil(isCached, longest))
        return {};
    const double seconds = double(timer.nsecsElapsed()) / 1e9;
    const qint64 changes = said.section(u' ', 0, 0).toLongLong();
    const QJsonObject report = frames.report();
    bench::waitUntil([&] { return worker.state() == QProcess::NotRunning; });
    return QJsonObject{{u"changes"_s, changes},
                       {u"changesASecond"_s, double(changes) / seconds},
                       {u"seconds"_s, seconds},
                       {u"frames"_s, report}};
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const auto contacts = bench::addCount(parser, u"contacts"_s, u"How many there are."_s, 100'000);
    const auto deals = bench::addCount(parser, u"deals"_s, u"How many there are."_s, 20'000);
    const auto rate = bench::addCount(parser, u"rate"_s, u"How many are changed in a second."_s, 1'000);
    const auto seconds = bench::addCount(parser, u"seconds"_s, u"For how long, of each kind."_s, 20);
    const QCommandLineOption worker(u"worker"_s, u"Is the colleague who changes records on this server."_s, u"url"_s);
    const QCommandLineOption kind(u"kind"_s, u"What that one changes."_s, u"contact|deal"_s, u"contact"_s);
    parser.addOptions({worker, kind});
    parser.addHelpOption();
    parser.process(program);
    if (parser.isSet(worker))
        return Worker(QUrl(parser.value(worker)), recordKindFrom(parser.value(kind)).value_or(RecordKind::Contact))
            .run(parser.value(rate).toInt(), parser.value(seconds).toInt());

    const auto desk = bench::DeskWindow::open(parser.value(contacts).toInt(), parser.value(deals).toInt());
    if (!desk)
        return 1;
    QJsonObject report{{u"bench"_s, u"changes"_s},
                       {u"machine"_s, bench::machine()},
                       {u"platform"_s, QGuiApplication::platformName()},
                       {u"contacts"_s, parser.value(contacts).toInt()},
                       {u"deals"_s, parser.value(deals).toInt()}};
    const QStringList options{u"--rate"_s, parser.value(rate), u"--seconds"_s, parser.value(seconds)};
    for (const auto &[changed, place, list] :
         {std::tuple(RecordKind::Contact, u"contacts"_s, u"rows"_s), {RecordKind::Deal, u"deals"_s, u"cards"_s}}) {
        bench::goTo(desk->program(), place);
        if (!bench::waitUntilDrawn(desk->program(), [&, name = list] { return desk->program().item(name) != nullptr; }))
            return bench::fail(u"there are no %1"_s.arg(place));
        const QJsonObject idle = idleFrames(desk->program());
        const auto watched = watchChanges(*desk, changed, options);
        if (!watched)
            return bench::fail(u"the changes did not arrive"_s);
        QJsonObject part = *watched;
        part.insert(u"idleFrames"_s, idle);
        report.insert(place, part);
    }
    bench::print(report);
    return 0;
}
