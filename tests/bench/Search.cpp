// SPDX-License-Identifier: GPL-3.0-or-later
#include "Figures.h"
#include "ZipfLanguage.h"
#include "domain/SearchNames.h"
#include "domain/SearchQuery.h"
#include "domain/SearchTokens.h"
#include "store/Database.h"
#include "store/Store.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QTemporaryDir>

#include <cstdio>

/// How long from a key stroke until the first page of hits is there, in a cache of many messages whose words are
/// distributed as those of a language are (Zipf), for beginnings of one to four letters typed key by key. Beside it the
/// same question asked of SQLite in a plain loop, rows read and nothing done with them; and how long looking through
/// the names of conversations and people takes for the same key strokes.
namespace {

using namespace frontdesk;
using namespace frontdesk::store;

constexpr int wrong = 1;
constexpr int conversationCount = 2000;
constexpr int personCount = 40;
constexpr int pageRows = 50;
constexpr int nameCount = 5000;     // conversations and people of a large workspace
constexpr int longestBeginning = 4; // letters
constexpr qint64 firstAt = 1'700'000'000'000;

double millisecondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

DecodedRow rowOf(qint64 seq, const QString &stream, qint64 n, LastingEvent event)
{
    DecodedRow row;
    row.row.seq = seq;
    row.row.stream = stream;
    row.row.n = n;
    row.row.mark = QStringLiteral("mark");
    row.event = std::move(event);
    return row;
}

QString conversationName(int index)
{
    return QStringLiteral("0193-conversation-%1").arg(index, 6, 10, QLatin1Char('0'));
}

/// Writes a journal of so many messages into the store.
bool fill(Store &store, bench::ZipfLanguage &language, int count)
{
    constexpr int batchRows = 5000;
    qint64 seq = 0;
    QVector<qint64> numbers(conversationCount, 0);
    JournalBatch batch;
    const auto flush = [&] {
        batch.upTo = seq;
        batch.mark = QStringLiteral("mark");
        auto written = store.apply(std::exchange(batch, {}));
        written.waitForFinished();
        batch.after = seq;
        return written.result().ok();
    };
    const QString own = streamOf(UserId(QStringLiteral("person-0")));
    for (int index = 0; index < conversationCount; ++index) {
        ConversationState state;
        state.conversation.id = ConversationId(conversationName(index));
        state.conversation.kind = ConversationKind::Group;
        ++seq;
        batch.rows.append(rowOf(seq, own, index + 1, ConversationEntered{state}));
    }
    for (int made = 0; made < count; ++made) {
        const int index = language.number(0, conversationCount - 1);
        const qint64 number = ++numbers[index];
        ++seq;
        const ConversationId conversation(conversationName(index));
        const Message message{.id = MessageId(QStringLiteral("0193-message-%1").arg(made, 22, 10, QLatin1Char('0'))),
                              .conversation = conversation,
                              .number = number,
                              .author = UserId(QStringLiteral("person-%1").arg(language.number(0, personCount - 1))),
                              .text = language.text(),
                              .at = firstAt + made * 1000LL,
                              .seq = seq};
        batch.rows.append(rowOf(seq, streamOf(conversation), number, MessageAdded{message}));
        if (batch.rows.size() >= batchRows && !flush())
            return false;
    }
    return flush();
}

search::Page find(Store &store, const search::Request &request)
{
    auto found = store.search(request);
    found.waitForFinished();
    const Result<search::Page> page = found.result();
    return page ? page.value() : search::Page{.overtaken = true};
}

/// Until everything written is in the index.
void waitForIndex(Store &store)
{
    const search::Request any{.terms = {{.text = QStringLiteral("a"), .openEnd = true}}, .limit = 1};
    while (!find(store, any).complete)
        continue;
}

search::Request requestOf(const QString &typed, search::Order order)
{
    return {.terms = search::parse(typed, QDate(2026, 11, 20)).terms, .order = order, .limit = pageRows};
}

/// What is typed: the first letters of a word, and sometimes another word before it.
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

std::optional<std::vector<double>> measure(Store &store, const std::vector<KeyStroke> &typed, search::Order order)
{
    std::vector<double> times;
    for (const auto &[text, letters] : typed) {
        QElapsedTimer timer;
        timer.start();
        const search::Page page = find(store, requestOf(text, order));
        times.push_back(millisecondsOf(timer));
        if (page.hits.isEmpty() && text.size() == 1) { // every letter begins some word
            std::fprintf(stderr, "nothing was found for %s\n", qPrintable(text));
            return {};
        }
    }
    return times;
}

std::vector<double> measurePlainLoop(const QString &file, const std::vector<KeyStroke> &typed)
{
    Database database(file, Database::Durability::Process);
    Statement statement(database,
                        QStringLiteral("SELECT m.id, m.conversation, m.number, m.author, m.text, m.at, m.seq"
                                       " FROM search_index CROSS JOIN search_documents d ON d.seq=search_index.rowid"
                                       " CROSS JOIN messages m ON m.key=d.message WHERE search_index MATCH ?"
                                       " ORDER BY search_index.rowid DESC LIMIT ?"));
    std::vector<double> times;
    for (const auto &[text, letters] : typed) {
        const QString expression =
            search::tokens::expression(requestOf(text, search::Order::Newest), search::Places::WordStarts);
        QElapsedTimer timer;
        timer.start();
        qsizetype length = 0;
        statement.each([&](const Row &row) { length += row.text(4).size(); }, expression, pageRows);
        times.push_back(millisecondsOf(timer));
    }
    return times;
}

std::vector<double> measureNames(bench::ZipfLanguage &language, const std::vector<KeyStroke> &typed)
{
    QVector<search::Names> names;
    for (int i = 0; i < nameCount; ++i)
        names.append(search::Names{search::fold(language.word() + u' ' + language.word())});
    std::vector<double> times;
    for (const auto &[text, letters] : typed) {
        QElapsedTimer timer;
        timer.start();
        const auto found = search::findNames(names, requestOf(text, search::Order::Newest).terms, longestBeginning);
        times.push_back(millisecondsOf(timer) + (found.size() > longestBeginning ? 1e9 : 0)); // used, so not left out
    }
    return times;
}

/// All of them, and by how many letters of the word were there.
QJsonObject figuresByLetters(const std::vector<KeyStroke> &typed, const std::vector<double> &times)
{
    QJsonObject figures{{QStringLiteral("all"), bench::figures(times)}};
    for (int letters = 1; letters <= longestBeginning; ++letters) {
        std::vector<double> some;
        for (size_t i = 0; i < typed.size(); ++i)
            if (typed[i].letters == letters)
                some.push_back(times[i]);
        if (!some.empty())
            figures.insert(QString::number(letters), bench::figures(std::move(some)));
    }
    return figures;
}

/// Bytes of the tables whose names begin so; 0 where this SQLite does not count them.
qint64 bytesOf(const QString &file, const QString &pattern)
{
    try {
        Database database(file, Database::Durability::Process);
        Statement size(database, QStringLiteral("SELECT sum(pgsize) FROM dbstat WHERE name GLOB ?"));
        return size.number(pattern);
    } catch (const StorageFailure &) {
        return 0;
    }
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication program(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption messages(QStringLiteral("messages"), QStringLiteral("How many the cache holds."),
                                      QStringLiteral("count"), QStringLiteral("1000000"));
    const QCommandLineOption words(QStringLiteral("words"), QStringLiteral("How many are typed."),
                                   QStringLiteral("count"), QStringLiteral("500"));
    parser.addOptions({messages, words});
    parser.addHelpOption();
    parser.process(program);
    const int count = parser.value(messages).toInt();

    QTemporaryDir folder;
    auto opened = Store::open(folder.path());
    if (!opened) {
        std::fprintf(stderr, "%s\n", qPrintable(opened.error().message));
        return wrong;
    }
    const std::unique_ptr<Store> store = std::move(opened).value().store;
    bench::ZipfLanguage language(1);
    QElapsedTimer timer;
    timer.start();
    if (!fill(*store, language, count)) {
        std::fprintf(stderr, "the messages could not be written\n");
        return wrong;
    }
    const double written = millisecondsOf(timer) / 1000;
    waitForIndex(*store);
    const double indexed = millisecondsOf(timer) / 1000;

    const std::vector<KeyStroke> typed = keyStrokes(language, parser.value(words).toInt());
    const auto newest = measure(*store, typed, search::Order::Newest);
    const auto relevant = measure(*store, typed, search::Order::Relevance);
    if (!newest || !relevant)
        return wrong;
    const QString file = folder.filePath(QStringLiteral("cache.sqlite"));
    bench::print({{QStringLiteral("bench"), QStringLiteral("search")},
                  {QStringLiteral("unit"), QStringLiteral("ms")},
                  {QStringLiteral("machine"), bench::machine()},
                  {QStringLiteral("messages"), count},
                  {QStringLiteral("writtenSeconds"), written},
                  {QStringLiteral("indexedSeconds"), indexed},
                  {QStringLiteral("messageBytes"), bytesOf(file, QStringLiteral("*messages*"))},
                  {QStringLiteral("indexBytes"), bytesOf(file, QStringLiteral("search_*"))},
                  {QStringLiteral("keyStrokeNewest"), figuresByLetters(typed, *newest)},
                  {QStringLiteral("keyStrokeRelevance"), figuresByLetters(typed, *relevant)},
                  {QStringLiteral("plainSqliteNewest"), figuresByLetters(typed, measurePlainLoop(file, typed))},
                  {QStringLiteral("names"), nameCount},
                  {QStringLiteral("keyStrokeNames"), figuresByLetters(typed, measureNames(language, typed))}});
    return 0;
}
