// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/Session.h"
#include "transfer/ImportFile.h"
#include "transfer/MendFile.h"
#include "transfer/RecordMaker.h"

#include <QtCore/QTimer>

namespace frontdesk::transfer {

struct ImportOptions {
    ImportFileOptions file;
    QString mendFile = {}; ///< where what cannot be imported goes; empty: next to the file, under a name of its own
    bool dryRun = false;   ///< say what would be, and change nothing
};

/// How far it is. Every row that was read is in the end one of made, there and wrong.
struct ImportProgress {
    qint64 read = 0; ///< bytes of the file
    qint64 size = 0;
    qint64 rows = 0; ///< that were read
    qint64 made = 0;
    qint64 there = 0; ///< of an earlier import of this file, whatever has become of it
    qint64 wrong = 0;
    qint64 companies = 0; ///< made because rows name them
    qint64 notes = 0;

    friend bool operator==(const ImportProgress &, const ImportProgress &) = default;
};

/// A row that makes nothing, and why.
struct RowProblem {
    qint64 line = 0; ///< of the file, from 1
    QString words;

    friend bool operator==(const RowProblem &, const RowProblem &) = default;
};

struct ImportReport {
    static constexpr qsizetype mostProblems = 200;

    ImportProgress progress;
    bool cancelled = false;
    QString mendFile = {};             ///< empty: nothing was wrong
    QStringList leftOut = {};          ///< properties of cards for which there is no place
    QVector<RowProblem> problems = {}; ///< the first ones; the file to mend has all
};

/// One file into the workspace: rows → drafts → commands of a session. Only so many commands wait at a time, so that
/// neither memory nor the outbox grow with the file; what is under way when it is cancelled is waited for. The same
/// file again goes on where it ended, whatever ended it: what it has made is there.
///
/// One that refers to a company by a name makes it. What the server refuses is taken out of the outbox, and its row is
/// one to mend.
///
/// It waits for reads of the file and the cache: it belongs into a thread of its own where there is a window.
class Import final : public QObject {
    Q_OBJECT

public:
    static constexpr int mostWaiting = 2'000; ///< commands that are not acknowledged

    Import(sync::Session &session, ImportOptions options, QObject *parent = nullptr);

    /// `finished` or `failed` follows, once.
    void start();
    void cancel();

Q_SIGNALS:
    void progressed(const frontdesk::transfer::ImportProgress &progress); ///< a few times a second
    void finished(const frontdesk::transfer::ImportReport &report);
    void failed(const frontdesk::Error &error);

private:
    struct Row {
        QStringList cells;
        qint64 line = 0;
        QStringList problems;
        int waiting = 0; ///< commands
        bool there = false;
    };
    struct Waiting {
        std::shared_ptr<Row> row;
        RecordRef record;
        bool isOwn = false; ///< the row's record, and not what comes with it
    };

    std::optional<Error> open();
    void readOn();
    void readChunk();
    void take(const QVector<ImportRow> &rows);
    void submit(QVector<CommandBody> bodies, const QVector<Waiting> &waiting);
    void acknowledged(const CommandId &id);
    void refused(const CommandId &id, const Error &error);
    void sessionFailed(const Error &error);
    void settle(const std::shared_ptr<Row> &row);
    void count(const Waiting &done);
    void endWhenDone();
    void fail(const Error &error);

    sync::Session &m_session;
    ImportOptions m_options;
    std::unique_ptr<ImportFile> m_file;
    std::optional<RecordMaker> m_maker;
    std::optional<MendFile> m_mend;
    QHash<CommandId, Waiting> m_waiting;
    ImportProgress m_progress;
    QVector<RowProblem> m_problems; ///< the first ones
    QTimer m_telling;
    bool m_reading = false; ///< a chunk is due
    bool m_ended = false;   ///< of the file
    bool m_cancelled = false;
    bool m_over = false;
};

} // namespace frontdesk::transfer
