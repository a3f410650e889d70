// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/SyncEngine.h"

#include "domain/WhenDone.h"
#include "sync/LaterAgain.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QTimer>

namespace frontdesk::sync {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Sync)
};

// Beyond this many pushes that wait for the disk, reading pages is as good and takes no memory.
constexpr size_t mostWaitingPushes = 5'000;
constexpr qsizetype mostRowsAtOnce = limits::pageRows;
constexpr qsizetype mostWaitingPages = 8; // while the one before is written; they become one transaction

} // namespace

SyncEngine::SyncEngine(dialect::Link &link, store::Store &store, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_store(store)
    , m_lostCommands(link, store, this)
    , m_holeFiller(link, store, this)
{
    connect(&m_lostCommands, &LostCommands::changed, this, &SyncEngine::changed);
    connect(&m_lostCommands, &LostCommands::lost, this, &SyncEngine::lost);
    connect(&m_lostCommands, &LostCommands::done, this, [this] { requestSnapshot({}); });
    connect(&m_lostCommands, &LostCommands::failed, this, &SyncEngine::fail);
    connect(&m_holeFiller, &HoleFiller::changed, this, &SyncEngine::changed);
    connect(&m_holeFiller, &HoleFiller::filled, this, &SyncEngine::holeFilled);
    connect(&m_holeFiller, &HoleFiller::noticed, this, &SyncEngine::noticed);
    connect(&m_holeFiller, &HoleFiller::failed, this, &SyncEngine::fail);
}

template <class T, class Handler>
auto SyncEngine::guarded(Handler handler, std::function<void()> again)
{
    return [this, connection = m_connection, handler = std::move(handler),
            again = std::move(again)](const Result<T> &result) {
        if (connection != m_connection)
            return;
        if (result)
            handler(result.value());
        else if (!endedWithTheConnection(result.error()) && (!again || !askLater(result.error(), again)))
            fail(result.error());
    };
}

bool SyncEngine::askLater(const Error &reason, std::function<void()> again)
{
    const auto wait = waitBeforeAgain(reason);
    if (wait)
        QTimer::singleShot(*wait, this, [this, connection = m_connection, again = std::move(again)] {
            if (connection == m_connection)
                again();
        });
    return wait.has_value();
}

void SyncEngine::fail(const Error &reason)
{
    stop();
    if (reason.code.startsWith(QLatin1String("storage.")))
        Q_EMIT noticed(reason);
    Q_EMIT unusable(reason);
}

void SyncEngine::start(const dialect::Ready &ready)
{
    stop();
    m_phase = Phase::Starting;
    m_me = ready.me.id;
    whenDone(m_store.me(), this, [this, connection = m_connection, ready](const std::optional<User> &owner) {
        if (connection != m_connection)
            return;
        // What one person wrote and may see is not another's, whoever's token is used with these files.
        if (owner && owner->id != ready.me.id)
            fail({QStringLiteral("account.other"),
                  Words::tr("What is kept here belongs to %1. It is neither shown to %2 nor sent in their name.")
                      .arg(owner->displayName, ready.me.displayName)});
        else
            readCursor(ready);
    });
}

void SyncEngine::readCursor(const dialect::Ready &ready)
{
    whenDone(m_store.setMe(ready.me), this,
             guarded<store::Changes>([this](const store::Changes &changes) { Q_EMIT changed(changes); }));
    whenDone(m_store.cursor(), this, [this, connection = m_connection, ready](const Cursor &cursor) {
        if (connection == m_connection)
            startAt(cursor, ready);
    });
}

void SyncEngine::stop()
{
    ++m_connection;
    m_phase = Phase::Stopped;
    m_lostCommands.stop();
    m_holeFiller.stop();
    m_pushes.clear();
    m_announced = false;
    m_writing = false;
    m_resumed = false;
    m_pages.clear();
}

void SyncEngine::startAt(const Cursor &cursor, const dialect::Ready &ready)
{
    using dialect::JournalState;
    m_position = m_stored = cursor.seq;
    // The cache may have been cleared since the server was told where it is.
    switch (cursor.epoch.isEmpty() ? JournalState::Fresh : ready.journal) {
    case JournalState::Current:
        m_phase = Phase::Live;
        Q_EMIT cursorMoved(m_position);
        m_holeFiller.fill();
        drain();
        break;
    case JournalState::Behind:
        Q_EMIT cursorMoved(m_position);
        readPages();
        break;
    case JournalState::Rewound:
        Q_EMIT noticed({QStringLiteral("journal.rewound"),
                        Words::tr("The server has gone back to an earlier state, as after restoring a backup. Recent "
                                  "messages may be missing from it; this computer now shows what the server has.")});
        Q_EMIT journalReplaced();
        m_phase = Phase::Snapshot;
        m_lostCommands.find();
        break;
    case JournalState::OtherEpoch:
        Q_EMIT journalReplaced();
        m_phase = Phase::Snapshot;
        m_lostCommands.forgetVersions();
        break;
    case JournalState::Fresh:
    case JournalState::Expired:
        requestSnapshot({});
        break;
    }
}

void SyncEngine::clearCache()
{
    const bool connected = m_phase != Phase::Stopped;
    const bool wasAnnounced = m_announced;
    stop(); // what is on its way does not follow on an empty cache
    if (connected)
        m_phase = Phase::Snapshot;
    if (wasAnnounced)
        Q_EMIT fellBehind();
    whenDone(m_store.clearCache(), this,
             [this, connected, connection = m_connection](const Result<store::Changes> &result) {
                 const bool stillConnected = connected && connection == m_connection;
                 if (result)
                     Q_EMIT changed(result.value());
                 else if (!stillConnected)
                     Q_EMIT noticed(result.error());
                 if (!stillConnected)
                     return;
                 if (result)
                     requestSnapshot({});
                 else
                     fail(result.error());
             });
}

void SyncEngine::requestSnapshot(const QString &page)
{
    m_phase = Phase::Snapshot;
    m_link.fetchSnapshot(
        page, guarded<dialect::SnapshotPart>(
                  [this, first = page.isEmpty()](const dialect::SnapshotPart &part) { writeSnapshot(part, first); },
                  [this, page] { requestSnapshot(page); }));
}

void SyncEngine::writeSnapshot(const dialect::SnapshotPart &part, bool first)
{
    if (first && !part.start) {
        fail({QStringLiteral("payload.invalid"), Words::tr("The server's snapshot does not say where it was taken")});
        return;
    }
    if (first)
        m_position = m_stored = part.start->seq;
    const store::SnapshotPage page{.first = first,
                                   .last = part.next.isEmpty(),
                                   .cursor = part.start.value_or(Cursor()),
                                   .users = part.users,
                                   .conversations = part.conversations,
                                   .activities = part.activities,
                                   .conflicts = part.conflicts,
                                   .records = part.records,
                                   .own = part.own,
                                   .streams = part.streams};
    whenDone(m_store.writeSnapshot(page), this,
             guarded<store::Changes>([this, next = part.next](const store::Changes &changes) {
                 Q_EMIT progressed();
                 if (!next.isEmpty()) {
                     requestSnapshot(next);
                     return;
                 }
                 Q_EMIT changed(changes);
                 Q_EMIT cursorMoved(m_position);
                 readPages();
             }));
}

void SyncEngine::readPages()
{
    m_phase = Phase::Paging;
    m_pages.clear();
    m_received = m_position;
    m_more = false;
    ++m_reading;
    requestPage();
}

void SyncEngine::requestPage()
{
    m_asking = true;
    m_link.fetchPage(m_received, guarded<JournalBatch>(
                                     [this, reading = m_reading](const JournalBatch &page) {
                                         if (reading == m_reading)
                                             receivePage(page);
                                     },
                                     [this, reading = m_reading] {
                                         if (reading == m_reading)
                                             requestPage();
                                     }));
}

void SyncEngine::receivePage(const JournalBatch &page)
{
    if (page.after != m_received || (page.more && page.upTo == page.after)) {
        fail({QStringLiteral("payload.invalid"),
              Words::tr("The server's journal page does not continue where this client is")});
        return;
    }
    m_asking = false;
    m_received = page.upTo;
    m_more = page.more;
    m_pages.append(page);
    writePages();
    askAhead();
}

void SyncEngine::askAhead()
{
    if (m_phase == Phase::Paging && m_more && !m_asking && m_pages.size() < mostWaitingPages)
        requestPage();
}

void SyncEngine::writePages()
{
    if (m_writing || m_pages.isEmpty())
        return;
    const QVector<JournalBatch> pages = std::exchange(m_pages, {});
    write(pages, [this, more = pages.last().more] {
        Q_EMIT progressed();
        if (more) {
            writePages();
            askAhead();
            return;
        }
        m_phase = Phase::Live;
        m_holeFiller.fill();
        drain();
    });
}

void SyncEngine::push(JournalBatch batch)
{
    if (m_phase == Phase::Stopped)
        return;
    // The ones dropped here are missed by the ones that follow, and read as pages.
    if (m_pushes.size() >= mostWaitingPushes)
        m_pushes.clear();
    m_pushes.push_back(std::move(batch));
    drain();
}

void SyncEngine::drain()
{
    if (m_phase != Phase::Live || m_writing)
        return;
    while (!m_pushes.empty() && m_pushes.front().upTo <= m_position)
        m_pushes.pop_front();
    if (m_pushes.empty()) {
        if (!std::exchange(m_announced, true))
            Q_EMIT caughtUp();
    } else if (m_pushes.front().after != m_position) {
        if (std::exchange(m_announced, false))
            Q_EMIT fellBehind();
        readPages();
    } else {
        applyPushes();
    }
}

void SyncEngine::applyPushes()
{
    QVector<JournalBatch> batches;
    qint64 position = m_position;
    qsizetype rows = 0;
    while (!m_pushes.empty() && m_pushes.front().after == position && rows < mostRowsAtOnce) {
        position = m_pushes.front().upTo;
        rows += m_pushes.front().rows.size();
        batches.append(std::move(m_pushes.front()));
        m_pushes.pop_front();
    }
    write(batches, [this, batches] {
        announce(batches);
        drain();
    });
}

void SyncEngine::write(const QVector<JournalBatch> &batches, std::function<void()> done)
{
    // The stored cursor is a seq and the mark of its transaction. A place of which the mark is not known is kept in
    // memory only: what lies between is not for this user.
    JournalBatch whole{.after = m_stored, .upTo = m_stored, .mark = {}, .rows = {}, .more = batches.last().more};
    for (const JournalBatch &batch : batches) {
        whole.rows += batch.rows;
        if (!batch.mark.isEmpty()) {
            whole.upTo = batch.upTo;
            whole.mark = batch.mark;
        } else if (!batch.rows.isEmpty()) {
            whole.upTo = batch.rows.last().row.seq;
            whole.mark = batch.rows.last().row.mark;
        }
    }
    const auto finish = [this, stored = whole.upTo, position = batches.last().upTo, done = std::move(done)] {
        m_stored = stored;
        m_position = position;
        Q_EMIT cursorMoved(position);
        done();
    };
    if (whole.mark.isEmpty() && whole.rows.isEmpty()) {
        finish();
        return;
    }
    m_writing = true;
    whenDone(m_store.apply(whole), this,
             [this, connection = m_connection, finish](const Result<store::Changes> &result) {
                 if (connection != m_connection)
                     return;
                 m_writing = false;
                 if (!result) {
                     writeFailed(result.error());
                     return;
                 }
                 m_resumed = false;
                 Q_EMIT changed(result.value());
                 if (result.value().holes)
                     m_holeFiller.fill();
                 finish();
             });
}

void SyncEngine::writeFailed(const Error &reason)
{
    // A write of the connection before this one was still on its way when the cursor was read.
    if (reason.code != QLatin1String("cursor.mismatch") || std::exchange(m_resumed, true)) {
        fail(reason);
        return;
    }
    whenDone(m_store.cursor(), this, [this, connection = m_connection](const Cursor &cursor) {
        if (connection != m_connection)
            return;
        m_position = m_stored = cursor.seq;
        readPages();
    });
}

void SyncEngine::announce(const QVector<JournalBatch> &batches)
{
    if (!m_announced)
        return;
    for (const JournalBatch &batch : batches)
        for (const DecodedRow &row : batch.rows)
            if (const auto *added = std::get_if<MessageAdded>(&row.event); added && added->message.author != m_me)
                Q_EMIT messageArrived(added->message);
}

} // namespace frontdesk::sync
