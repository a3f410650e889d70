// SPDX-License-Identifier: GPL-3.0-or-later
#include "Figures.h"
#include "SampleContact.h"
#include "Stopwatch.h"
#include "domain/SearchMatch.h"
#include "domain/SearchTokens.h"
#include "store/Database.h"
#include "store/Store.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QTemporaryDir>

#include <cstdio>

/// How long a view of many contacts takes: until it is open with its first rows, from a key stroke in its filter until
/// the rows that answer it are there in their order, until another order or a condition is there, and all of it while
/// somebody else changes contacts. Beside it the same question asked of SQLite in a plain loop, rows read and nothing
/// done with them.
namespace {

using namespace frontdesk;
using namespace frontdesk::store;
using bench::Stopwatch;
using bench::Time;
using bench::Times;

constexpr int wrong = 1;
constexpr int pageRows = 1000;
constexpr int shownRows = 50;
constexpr int longestBeginning = 4; // letters
constexpr qint64 firstAt = 1'700'000'000'000;

template <class T>
T await(QFuture<T> future)
{
    future.waitForFinished();
    return future.takeResult();
}

QString idOf(int kind, int index)
{
    return QStringLiteral("01a1f849-%1-7000-8000-%2")
        .arg(kind, 4, 16, QLatin1Char('0'))
        .arg(index, 12, 16, QLatin1Char('0'));
}

RecordRef contactOf(int index)
{
    return {RecordKind::Contact, idOf(1, index)};
}

RecordState contact(bench::ZipfLanguage &language, int index)
{
    bench::SampleContact sample = bench::SampleContact::make(language);
    sample.fields.insert(fields::company, idOf(2, language.number(0, 5000)));
    sample.fields.insert(fields::owner, idOf(3, language.number(0, 39)));
    const qint64 at = firstAt + index * 60'000LL;
    return {.record = contactOf(index),
            .version = 1,
            .createdBy = UserId(idOf(3, index % 40)),
            .createdAt = at,
            .changedAt = at,
            .fields = sample.fields,
            .lists = sample.lists};
}

bool fill(Store &store, bench::ZipfLanguage &language, int count)
{
    bool first = true;
    for (int made = 0; made < count;) {
        SnapshotPage page;
        page.first = first;
        first = false;
        page.cursor = {QStringLiteral("epoch"), 1, QStringLiteral("mark")};
        for (int row = 0; row < pageRows && made < count; ++row, ++made)
            page.records.append(contact(language, made));
        page.last = made == count;
        if (page.last)
            page.streams = {{recordsStream(), count}};
        if (!await(store.writeSnapshot(page)))
            return false;
    }
    return true;
}

/// Somebody else has changed a contact.
bool change(Store &store, bench::ZipfLanguage &language, int index, qint64 &seq, qint64 &n)
{
    DecodedRow row;
    row.row.seq = seq + 1;
    row.row.stream = recordsStream();
    row.row.n = ++n;
    row.row.mark = QStringLiteral("mark");
    row.row.at = firstAt + seq;
    row.event = RecordChanged{.record = contactOf(index),
                              .version = seq + 2,
                              .set = {{fields::name, QString(language.word() + u' ' + language.word())}},
                              .lists = {}};
    const JournalBatch batch{.after = seq, .upTo = seq + 1, .mark = QStringLiteral("mark"), .rows = {row}};
    ++seq;
    return await(store.apply(batch)).ok();
}

/// The keys, and what the first rows hold.
Time open(Store &store, const RecordQuery &query, qsizetype *found = nullptr)
{
    await(store.record(contactOf(-1))); // nothing is left to do of what was asked before
    await(store.findRecords({}, 1));
    const Stopwatch watch;
    const RecordKeys keys = await(store.records(query));
    const QHash<qint64, RecordState> rows = await(store.recordsAt(keys.keys.mid(0, shownRows)));
    const Time time = Time::of(watch);
    if (found)
        *found = keys.keys.size();
    return rows.size() == std::min<qsizetype>(keys.keys.size(), shownRows) ? time : Time{1e9, 1e9};
}

struct KeyStroke {
    QString text;
    int letters = 0; ///< of the word being typed
};

std::vector<KeyStroke> keyStrokes(bench::ZipfLanguage &language, int words)
{
    std::vector<KeyStroke> typed;
    for (int i = 0; i < words; ++i) {
        const QString before = i % 4 == 3 ? language.word() + u' ' : QString();
        const QString word = language.word();
        for (int letters = 1; letters <= std::min<qsizetype>(longestBeginning, word.size()); ++letters)
            typed.push_back({before + word.left(letters), letters});
    }
    return typed;
}

QJsonObject figuresByLetters(const std::vector<KeyStroke> &typed, const Times &times)
{
    QJsonObject figures{{QStringLiteral("all"), bench::figures(times)}};
    for (int letters = 1; letters <= longestBeginning; ++letters) {
        Times some;
        for (size_t i = 0; i < typed.size(); ++i)
            if (typed[i].letters == letters)
                some.push_back(times[i]);
        if (!some.empty())
            figures.insert(QString::number(letters), bench::figures(some));
    }
    return figures;
}

/// All keys of what the index finds, in the order of their names.
Times measurePlainLoop(const QString &file, const std::vector<KeyStroke> &typed)
{
    Database database(file, Database::Durability::Process);
    Statement statement(database, QStringLiteral("SELECT r.key FROM search_records"
                                                 " CROSS JOIN records r ON r.key=search_records.rowid"
                                                 " WHERE search_records MATCH ? AND r.kind='contact' AND r.is_deleted=0"
                                                 " ORDER BY r.name_sort"));
    Times times;
    for (const KeyStroke &stroke : typed) {
        QVector<search::Term> terms;
        const QStringList words = search::fold(stroke.text).text.split(u' ', Qt::SkipEmptyParts);
        for (const QString &word : words)
            terms.append({.text = word, .openEnd = true});
        const QString expression = search::tokens::expression({.terms = terms}, search::Places::WordStarts);
        const Stopwatch watch;
        qint64 sum = 0;
        statement.each([&](const Row &row) { sum += row.number(0); }, expression);
        times.push_back(Time::of(watch));
    }
    return times;
}

Times measurePlainView(const QString &file, int times)
{
    Times measured;
    for (int i = 0; i < times; ++i) {
        Database database(file, Database::Durability::Process);
        Statement statement(database, QStringLiteral("SELECT key FROM records WHERE kind='contact' AND is_deleted=0"
                                                     " ORDER BY name_sort"));
        const Stopwatch watch;
        qint64 sum = 0;
        statement.each([&](const Row &row) { sum += row.number(0); });
        measured.push_back(Time::of(watch));
    }
    return measured;
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption contacts(QStringLiteral("contacts"), QStringLiteral("How many the cache holds."),
                                      QStringLiteral("count"), QStringLiteral("100000"));
    const QCommandLineOption words(QStringLiteral("words"), QStringLiteral("How many are typed."),
                                   QStringLiteral("count"), QStringLiteral("300"));
    parser.addOptions({contacts, words});
    parser.addHelpOption();
    parser.process(program);
    const int count = parser.value(contacts).toInt();

    QTemporaryDir folder;
    auto opened = Store::open(folder.path());
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return wrong;
    }
    std::unique_ptr<Store> store = std::move(opened).value().store;
    bench::ZipfLanguage language(1);
    const Stopwatch all;
    if (!fill(*store, language, count)) {
        std::fprintf(stderr, "the contacts could not be written\n");
        return wrong;
    }
    const double written = all.ms() / 1000;
    const QString file = folder.filePath(QStringLiteral("cache.sqlite"));
    Database database(file, Database::Durability::Process);
    while (database.number(QStringLiteral("SELECT count(*) FROM search_records_waiting")) > 0)
        open(*store, {.kind = RecordKind::Company});
    const double indexed = all.ms() / 1000;

    // The first of a program's life, and those after it.
    Times cold;
    Times coldFilter;
    constexpr int starts = 10;
    for (int start = 0; start < starts; ++start) {
        store.reset();
        store = std::move(Store::open(folder.path())).value().store;
        qsizetype found = 0;
        cold.push_back(open(*store, {.kind = RecordKind::Contact}, &found));
        if (found != count) {
            std::fprintf(stderr, "%lld of %d were found\n", static_cast<long long>(found), count);
            return wrong;
        }
        coldFilter.push_back(open(*store, {.kind = RecordKind::Contact,
                                           .filters = {{.field = fields::status, .value = QStringLiteral("lead")}}}));
    }
    Times warm;
    for (int i = 0; i < 200; ++i)
        warm.push_back(open(*store, {.kind = RecordKind::Contact, .descending = i % 2 == 1}));
    QJsonObject orders;
    for (const QString &field : {QStringLiteral("changedAt"), fields::status, fields::company, fields::emails}) {
        const RecordQuery query{.kind = RecordKind::Contact, .sortBy = field};
        const Times first{open(*store, query)};
        Times again;
        for (int i = 0; i < 20; ++i)
            again.push_back(open(*store, query));
        orders.insert(field, QJsonObject{{QStringLiteral("first"), bench::figures(first)},
                                         {QStringLiteral("again"), bench::figures(again)}});
    }

    const std::vector<KeyStroke> typed = keyStrokes(language, parser.value(words).toInt());
    Times strokes;
    Times filtered;
    Times changing;
    Times palette;
    for (const KeyStroke &stroke : typed) {
        qsizetype found = 0;
        strokes.push_back(open(*store, {.kind = RecordKind::Contact, .text = stroke.text}, &found));
        if (found == 0 && stroke.text.size() == 1) {
            std::fprintf(stderr, "nothing was found for %s\n", qPrintable(stroke.text));
            return wrong;
        }
        filtered.push_back(open(*store, {.kind = RecordKind::Contact,
                                         .text = stroke.text,
                                         .filters = {{.field = fields::status, .value = QStringLiteral("lead")}}}));
        const Stopwatch search;
        const auto hits = await(store->findRecords(stroke.text, shownRows));
        palette.push_back(hits.isEmpty() && found > 0 ? Time{1e9, 1e9} : Time::of(search));
    }
    qint64 seq = 1;
    qint64 n = count;
    Times changes;
    for (const KeyStroke &stroke : typed) {
        const Stopwatch apply;
        if (!change(*store, language, language.number(0, count - 1), seq, n))
            return wrong;
        changes.push_back(Time::of(apply));
        changing.push_back(open(*store, {.kind = RecordKind::Contact, .text = stroke.text}));
    }
    bench::print({{QStringLiteral("bench"), QStringLiteral("records")},
                  {QStringLiteral("unit"), QStringLiteral("ms")},
                  {QStringLiteral("machine"), bench::machine()},
                  {QStringLiteral("contacts"), count},
                  {QStringLiteral("writtenSeconds"), written},
                  {QStringLiteral("indexedSeconds"), indexed},
                  {QStringLiteral("cacheBytes"), QFileInfo(file).size()},
                  {QStringLiteral("residentMiB"), bench::memoryOf(QCoreApplication::applicationPid()).resident},
                  {QStringLiteral("viewFirstOfTheProgram"), bench::figures(cold)},
                  {QStringLiteral("conditionFirstOfTheProgram"), bench::figures(coldFilter)},
                  {QStringLiteral("view"), bench::figures(warm)},
                  {QStringLiteral("orders"), orders},
                  {QStringLiteral("keyStroke"), figuresByLetters(typed, strokes)},
                  {QStringLiteral("keyStrokeWithCondition"), figuresByLetters(typed, filtered)},
                  {QStringLiteral("keyStrokeAfterAChange"), figuresByLetters(typed, changing)},
                  {QStringLiteral("changeApplied"), bench::figures(changes)},
                  {QStringLiteral("palette"), figuresByLetters(typed, palette)},
                  {QStringLiteral("plainSqliteView"), bench::figures(measurePlainView(file, starts))},
                  {QStringLiteral("plainSqliteKeyStroke"), figuresByLetters(typed, measurePlainLoop(file, typed))}});
    return 0;
}
