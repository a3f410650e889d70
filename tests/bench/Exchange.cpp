// SPDX-License-Identifier: GPL-3.0-or-later
#include "Figures.h"
#include "exchange/CsvReader.h"
#include "exchange/CsvWriter.h"
#include "exchange/DraftReader.h"
#include "exchange/DraftWriter.h"
#include "exchange/VCardReader.h"
#include "exchange/VCardWriter.h"
#include "matching/DuplicateIndex.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QCoreApplication>
#include <QtCore/QElapsedTimer>
#include <QtCore/QRandomGenerator>

#include <cstdio>

/// How long it takes, without a disk or a database, to write so many contacts as CSV and as vCards, to read them into
/// drafts, to put them into an index of duplicates, to ask it as one types and to scan all of it.
namespace {

using namespace frontdesk;
using namespace frontdesk::exchange;

constexpr qsizetype piece = 64 * 1024; ///< bytes that are read at once
constexpr int typed = 500;             ///< questions to the index

double secondsOf(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e9;
}

/// Names whose parts are as common as in a country: few first ones, many last ones.
RecordDraft contact(int number, QRandomGenerator &random)
{
    static const QStringList given{QStringLiteral("Anna"),  QStringLiteral("Jürgen"), QStringLiteral("Maria"),
                                   QStringLiteral("Peter"), QStringLiteral("Sofia"),  QStringLiteral("Lukas")};
    static const QStringList syllables{QStringLiteral("schmi"), QStringLiteral("mül"),  QStringLiteral("wag"),
                                       QStringLiteral("ber"),   QStringLiteral("hof"),  QStringLiteral("stein"),
                                       QStringLiteral("ner"),   QStringLiteral("ler"),  QStringLiteral("dt"),
                                       QStringLiteral("mann"),  QStringLiteral("auer"), QStringLiteral("ich")};
    const auto any = [&random](const QStringList &of) { return of[random.bounded(int(of.size()))]; };
    const QString first = any(given);
    const QString last = any(syllables) + any(syllables) + any(syllables);
    const QString text = QString::number(number);
    return {
        .kind = QStringLiteral("contact"),
        .set = {{QStringLiteral("name"), QString(first + u' ' + last)},
                {QStringLiteral("givenName"), first},
                {QStringLiteral("familyName"), last},
                {QStringLiteral("job"), QStringLiteral("Buyer, \"strategic\"")},
                {QStringLiteral("address"), QString(QStringLiteral("Street ") + text + QStringLiteral("\n12345 Town"))},
                {QStringLiteral("status"), QStringLiteral("customer")}},
        .lists = {{QStringLiteral("emails"), {last + text + QStringLiteral("@example.org")}},
                  {QStringLiteral("phones"), {QStringLiteral("+49 30 ") + QString::number(1'000'000 + number)}},
                  {QStringLiteral("tags"), {QStringLiteral("fair"), QStringLiteral("newsletter")}}},
        .names = {{draftnames::company, QStringLiteral("Company ") + QString::number(number / 10)}}};
}

QVector<RecordDraft> readCsv(const QByteArray &file)
{
    CsvReader reader;
    std::optional<DraftReader> drafts;
    QVector<RecordDraft> read;
    const auto take = [&](const QVector<CsvRow> &rows) {
        for (const CsvRow &row : rows) {
            if (drafts)
                read.append(drafts->draftOf(row.fields));
            else
                drafts.emplace(guessMapping(QStringLiteral("contact"), row.fields), ReadingRules());
        }
    };
    for (qsizetype i = 0; i < file.size(); i += piece)
        take(reader.read(QByteArrayView(file).sliced(i, std::min(piece, file.size() - i))));
    take(reader.finish());
    return read;
}

QVector<RecordDraft> readVCards(const QByteArray &file)
{
    VCardReader reader;
    QVector<RecordDraft> read;
    const auto take = [&](const QVector<VCardEntry> &entries) {
        for (const VCardEntry &entry : entries)
            read.append(DraftReader::draftOf(entry.card));
    };
    for (qsizetype i = 0; i < file.size(); i += piece)
        take(reader.read(QByteArrayView(file).sliced(i, std::min(piece, file.size() - i))));
    take(reader.finish());
    return read;
}

matching::Subject subjectOf(int number, const RecordDraft &draft)
{
    return {.id = QString::number(number),
            .name = draft.set[QLatin1String("name")].toString(),
            .emails = draft.lists[QStringLiteral("emails")],
            .phones = draft.lists[QStringLiteral("phones")]};
}

QJsonObject measureDuplicates(const QVector<RecordDraft> &drafts)
{
    QElapsedTimer timer;
    timer.start();
    matching::DuplicateIndex index(QStringLiteral("DE"));
    for (int i = 0; i < drafts.size(); ++i)
        index.add(subjectOf(i, drafts[i]));
    const double adding = secondsOf(timer);
    std::vector<double> asking;
    for (int i = 0; i < std::min<qsizetype>(typed, drafts.size()); ++i) {
        timer.start();
        (void)index.candidatesFor(subjectOf(i, drafts[i]));
        asking.push_back(secondsOf(timer) * 1000);
    }
    timer.start();
    const auto groups = index.groups();
    return {{QStringLiteral("addSeconds"), adding},
            {QStringLiteral("askMilliseconds"), bench::figures(asking)},
            {QStringLiteral("scanSeconds"), secondsOf(timer)},
            {QStringLiteral("groups"), groups.size()}};
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication app(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption contacts(QStringLiteral("contacts"), QStringLiteral("How many contacts."),
                                      QStringLiteral("count"), QStringLiteral("100000"));
    parser.addOption(contacts);
    parser.addHelpOption();
    parser.process(app);
    const int count = parser.value(contacts).toInt();

    QRandomGenerator random(1);
    QVector<RecordDraft> drafts;
    for (int i = 0; i < count; ++i)
        drafts.append(contact(i, random));

    QElapsedTimer timer;
    timer.start();
    const ColumnMapping mapping = fullMapping(QStringLiteral("contact"));
    CsvWriter writer;
    QByteArray csv = writer.row(headingsOf(mapping));
    for (const RecordDraft &draft : std::as_const(drafts))
        csv += writer.row(rowOf(draft, mapping));
    const double csvWriting = secondsOf(timer);
    timer.start();
    const bool csvIsTheSame = readCsv(csv) == drafts;
    const double csvReading = secondsOf(timer);

    timer.start();
    QByteArray vcards;
    for (const RecordDraft &draft : std::as_const(drafts))
        vcards += writeVCard(cardOf(draft, {}), VCardVersion::V4);
    const double vcardWriting = secondsOf(timer);
    timer.start();
    const bool vcardsAreAll = readVCards(vcards).size() == drafts.size();
    const double vcardReading = secondsOf(timer);

    bench::print({{QStringLiteral("bench"), QStringLiteral("exchange")},
                  {QStringLiteral("machine"), bench::machine()},
                  {QStringLiteral("contacts"), count},
                  {QStringLiteral("csv"), QJsonObject{{QStringLiteral("bytes"), csv.size()},
                                                      {QStringLiteral("writeSeconds"), csvWriting},
                                                      {QStringLiteral("readSeconds"), csvReading}}},
                  {QStringLiteral("vcard"), QJsonObject{{QStringLiteral("bytes"), vcards.size()},
                                                        {QStringLiteral("writeSeconds"), vcardWriting},
                                                        {QStringLiteral("readSeconds"), vcardReading}}},
                  {QStringLiteral("duplicates"), measureDuplicates(drafts)}});
    if (!csvIsTheSame || !vcardsAreAll)
        std::fprintf(stderr, "What was read is not what was written\n");
    return csvIsTheSame && vcardsAreAll ? 0 : 1;
}
