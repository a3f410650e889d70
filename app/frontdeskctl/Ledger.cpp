// SPDX-License-Identifier: GPL-3.0-or-later
#include "Ledger.h"

#include "Describe.h"
#include "Login.h"
#include "OneShot.h"
#include "Output.h"
#include "domain/Json.h"
#include "domain/WhenDone.h"

#include <QtCore/QFile>

#include <algorithm>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

/// What is in the folder.
struct Kept {
    store::Ledger ledger;
    std::optional<User> owner;
};

Result<Kept> readFolder(const QString &folder)
{
    if (!QFile::exists(folder + u"/cache.sqlite"_s))
        return Error{u"storage.missing"_s, u"There is no session in %1: it has no cache.sqlite"_s.arg(folder)};
    auto opened = store::Store::open(folder);
    if (!opened)
        return opened.error();
    const store::Store::Opened value = std::move(opened).value();
    for (const Error &notice : value.notices)
        printError(notice);
    return Kept{await(value.store->ledger()), await(value.store->me())};
}

/// Rows of one stream.
struct Count {
    QString stream;
    qint64 has = 0;
    qint64 should = 0;
};

qint64 rowsOf(const store::Ledger &ledger, const QString &stream)
{
    qint64 rows = ledger.streams.value(stream);
    for (const store::Ledger::Hole &hole : ledger.holes)
        if (hole.stream == stream)
            rows -= hole.to - hole.from + 1;
    return rows;
}

/// Streams of which the folder has less than there are. `whole`: the ledger of everything this person may see; absent:
/// only what the folder itself knows to be missing.
QVector<Count> missingIn(const store::Ledger &ledger, const std::optional<store::Ledger> &whole)
{
    QVector<Count> missing;
    const QHash<QString, qint64> &all = whole ? whole->streams : ledger.streams;
    for (auto stream = all.begin(); stream != all.end(); ++stream)
        if (const qint64 has = rowsOf(ledger, stream.key()); has < stream.value())
            missing.append({stream.key(), has, stream.value()});
    std::sort(missing.begin(), missing.end(), [](const Count &a, const Count &b) { return a.stream < b.stream; });
    return missing;
}

void printAsJson(const store::Ledger &ledger, const std::optional<store::Ledger> &whole, const QVector<Count> &missing)
{
    QJsonArray list;
    for (const Count &count : missing)
        list.append(QJsonObject{{u"stream"_s, count.stream}, {u"has"_s, count.has}, {u"should"_s, count.should}});
    QJsonObject object = describe(ledger);
    object.insert(u"missing"_s, list);
    if (whole)
        object.insert(u"server"_s, QJsonObject{{u"cursor"_s, whole->cursor.seq}, {u"rows"_s, whole->received}});
    printJson(object);
}

void printAsText(const store::Ledger &ledger, const std::optional<store::Ledger> &whole, const QVector<Count> &missing)
{
    printText(u"Cursor     %1"_s.arg(ledger.cursor.seq));
    printText(u"Received   %1 rows in %2 streams"_s.arg(ledger.received).arg(ledger.streams.size()));
    if (whole)
        printText(u"Server     %1 rows, at %2"_s.arg(whole->received).arg(whole->cursor.seq));
    printText(u"Waiting    %1, refused %2"_s.arg(ledger.waiting).arg(ledger.refused));
    printText(u"Conflicts  %1"_s.arg(ledger.conflicts));
    if (ledger.unknownRows > 0)
        printText(u"Kept raw   %1 rows that a later version may understand"_s.arg(ledger.unknownRows));
    printText(missing.isEmpty() ? u"Missing    nothing"_s : u"Missing:"_s);
    for (const Count &count : missing)
        printText(u"  %1  has %2 of %3"_s.arg(harmless(count.stream)).arg(count.has).arg(count.should));
}

ExitCode report(const store::Ledger &ledger, const std::optional<store::Ledger> &whole, bool json)
{
    const QVector<Count> missing = missingIn(ledger, whole);
    json ? printAsJson(ledger, whole, missing) : printAsText(ledger, whole, missing);
    return missing.isEmpty() ? Success : Failed;
}

/// Everything that the server shows this person is read into a cache of its own, which says how much it is.
ExitCode compare(const Kept &kept, const Target &server)
{
    OneShot shot(server, OneShot::WhenLost::End);
    return shot.exec([&] {
        const store::Ledger whole = await(shot.store().ledger());
        const auto me = await(shot.store().me());
        if (kept.owner && me && kept.owner->id != me->id)
            shot.fail({u"account.other"_s, u"The files belong to %1, and the sign-in to %2"_s.arg(
                                               harmless(kept.owner->displayName), harmless(me->displayName))});
        else if (!kept.ledger.cursor.epoch.isEmpty() && kept.ledger.cursor.epoch != whole.cursor.epoch)
            shot.fail({u"journal.other"_s, u"The files are of another server's journal"_s});
        else
            shot.finish(report(kept.ledger, whole, server.json));
    });
}

} // namespace

ExitCode run(const LedgerCommand &command)
{
    const auto kept = readFolder(command.folder);
    if (!kept) {
        printError(kept.error());
        if (command.json)
            printJson({{u"error"_s, toJson(kept.error())}});
        return exitCodeOf(kept.error());
    }
    return command.server ? compare(kept.value(), *command.server) : report(kept.value().ledger, {}, command.json);
}

} // namespace frontdesk::ctl
