// SPDX-License-Identifier: GPL-3.0-or-later
#include "Figures.h"
#include "Stopwatch.h"
#include "figures/Answer.h"
#include "server/storage/FigureTables.h"
#include "server/storage/Migrations.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>
#include <QtCore/QJsonArray>
#include <QtCore/QRandomGenerator>
#include <QtCore/QTemporaryDir>

#include <cstdio>

/// What a row of the journal costs the server for the figures of the dashboard, and what a question does, as the
/// history grows: in the tables of the server, each size tenfold the one before.
namespace {

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;

constexpr int wrong = 1;
constexpr qint64 firstAt = 1'700'000'000'000;
constexpr qint64 step = 60'000; // milliseconds between two rows
constexpr int rowsOfTransaction = 100;
constexpr int measured = 2'000; // rows, at each size
constexpr int questions = 50;
constexpr int conversations = 2'000;
constexpr int people = 40;
constexpr int members = 20; // of a team that is asked for

/// A team at work: half of it writes messages, half makes and moves deals.
class Team {
public:
    JournalRow next()
    {
        ++m_seq;
        const qint64 at = firstAt + m_seq * step;
        if (m_seq % 2 == 0)
            return row(
                u"message:new"_s, at,
                {{u"conversation"_s, QString::number(below(conversations))}, {u"author"_s, person()}, {u"at"_s, at}});
        if (m_deals == 0 || below(4) == 0)
            return row(u"record:added"_s, at,
                       {{u"record"_s, u"deal:%1"_s.arg(m_deals++)}, {u"createdAt"_s, at}, {u"fields"_s, someFields()}});
        return row(u"record:changed"_s, at,
                   {{u"record"_s, u"deal:%1"_s.arg(below(m_deals))}, {u"set"_s, someFields()}});
    }
    [[nodiscard]] static JournalRow pipeline()
    {
        QJsonArray stages;
        for (const auto &[id, kind] :
             {std::pair(u"lead"_s, u"open"_s), {u"offer"_s, u"open"_s}, {u"won"_s, u"won"_s}, {u"lost"_s, u"lost"_s}})
            stages.append(QJsonObject{{u"id"_s, id}, {u"name"_s, id}, {u"kind"_s, kind}, {u"probability"_s, 40}});
        return row(u"record:added"_s, firstAt,
                   {{u"record"_s, u"pipeline:p"_s},
                    {u"createdAt"_s, firstAt},
                    {u"fields"_s, QJsonObject{{u"stages"_s, stages}}}});
    }
    [[nodiscard]] qint64 rows() const { return m_seq; }
    [[nodiscard]] QDate today() const { return QDateTime::fromMSecsSinceEpoch(firstAt + m_seq * step, Qt::UTC).date(); }

private:
    static JournalRow row(const QString &event, qint64 at, const QJsonObject &payload)
    {
        return {.seq = 0, .stream = {}, .n = 0, .mark = {}, .at = at, .actor = {}, .event = event, .payload = payload};
    }
    QJsonObject someFields()
    {
        const QString stage = QStringList{u"lead"_s, u"offer"_s, u"won"_s, u"lost"_s}.at(below(4));
        return {{frontdesk::fields::owner, person()},
                {frontdesk::fields::value,
                 QJsonObject{{u"amount"_s, QString::number(below(90'000))}, {u"currency"_s, u"EUR"_s}}},
                {frontdesk::fields::place, QJsonObject{{u"pipeline"_s, u"p"_s}, {u"stage"_s, stage}}}};
    }
    QString person() { return QString::number(below(people)); }
    int below(int bound) { return int(m_random.bounded(bound)); }

    QRandomGenerator m_random{1};
    qint64 m_seq = 0;
    int m_deals = 0;
};

/// Writes so many rows; how long each took goes into `times`, the commit in equal parts.
void write(server::Database &database, server::FigureTables &tables, Team &team, qint64 rows, bench::Times *times)
{
    for (qint64 written = 0; written < rows; written += rowsOfTransaction) {
        std::vector<JournalRow> group; // made before the watch starts
        for (int i = 0; i < rowsOfTransaction; ++i)
            group.push_back(team.next());
        const bench::Stopwatch watch;
        database.run(u"BEGIN"_s);
        for (const JournalRow &row : group)
            tables.note(row);
        database.run(u"COMMIT"_s);
        if (times)
            times->push_back(bench::Time::of(watch, rowsOfTransaction));
    }
}

bench::Times ask(const server::FigureTables &tables, const figures::Query &query, const figures::Owners &whose = {})
{
    bench::Times times;
    for (int i = 0; i < questions; ++i) {
        const bench::Stopwatch watch;
        if (figures::answer(tables, query, whose, 0).now.isEmpty())
            qFatal("no figures");
        times.push_back(bench::Time::of(watch));
    }
    return times;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"rows"_s, u"How many rows the longest history has."_s, u"rows"_s, u"1000000"_s});
    parser.addHelpOption();
    parser.process(app);
    const qint64 most = parser.value(u"rows"_s).toLongLong();

    const QTemporaryDir folder;
    auto opened = server::Database::open(folder.filePath(u"figures.sqlite"_s));
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return wrong;
    }
    server::Database &database = *opened.value();
    server::migrate(database);
    server::FigureTables tables(database);
    Team team;
    QStringList some;
    for (int person = 0; person < members; ++person)
        some.append(QString::number(person));
    tables.note(Team::pipeline());

    QJsonArray sizes;
    for (qint64 size = std::max<qint64>(measured, most / 100); size <= most; size *= 10) {
        write(database, tables, team, size - team.rows(), nullptr);
        bench::Times row;
        write(database, tables, team, measured, &row);
        const QDate end = team.today().addDays(1);
        sizes.append(
            QJsonObject{{u"history"_s, size},
                        {u"row"_s, bench::figures(row)},
                        {u"week"_s, bench::figures(ask(tables, {.from = end.addDays(-7), .until = end}))},
                        {u"weekOfTeam"_s, bench::figures(ask(tables, {.from = end.addDays(-7), .until = end}, some))},
                        {u"year"_s, bench::figures(ask(tables, {.from = end.addDays(-365), .until = end}))}});
    }
    bench::print({{u"bench"_s, u"figures"_s}, {u"machine"_s, bench::machine()}, {u"sizes"_s, sizes}});
    return 0;
}
