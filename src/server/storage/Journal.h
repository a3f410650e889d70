// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Types.h"
#include "server/storage/Database.h"

#include <QtCore/QSet>

#include <functional>
#include <variant>
#include <vector>

namespace frontdesk::server {

/// Somebody begins or ends to see a stream, at its place among the rows.
struct MembershipChange {
    QString stream;
    UserId user;
    bool member = false;
};

/// What somebody sees is not what they saw, as when a policy is changed: their cursors of before lead nowhere.
struct ViewReplaced {
    UserId user;
};

using JournalChange = std::variant<JournalRow, MembershipChange, ViewReplaced>;

/// Who is in which stream now, apart from those that everybody is in and everybody's own.
using StreamMembers = QHash<QString, QSet<UserId>>;

/// One transaction of the journal as it was written.
struct JournalTransaction {
    qint64 head = 0; ///< its last seq
    QString mark;
    std::vector<JournalChange> changes;
    std::chrono::steady_clock::time_point committedAt = {}; ///< for figures; of another process: when it was noticed
    std::optional<StreamMembers> members = {};              ///< of another process: whoever it has put in and taken out
};

/// Who changes something, when, and by which command.
struct Actor {
    UserId user;
    qint64 now = 0;         ///< milliseconds since 1970
    CommandId command = {}; ///< empty: nobody's command
};

/// Writes the journal (docs/protocol.md, 3): rows with their seq, n and mark in commit order, and who sees which stream
/// from where to where. Storage thread.
class Journal {
public:
    explicit Journal(Database &database);

    /// Called with each row right after it was written, in its transaction.
    void observe(std::function<void(const JournalRow &)> observer) { m_observer = std::move(observer); }

    [[nodiscard]] qint64 head() const { return m_head; }
    /// The seq of the next row, for payloads that carry their own.
    [[nodiscard]] qint64 nextSeq() const { return m_head + 1; }
    [[nodiscard]] const QString &headMark() const { return m_headMark; }
    [[nodiscard]] const QString &epoch() const { return m_epoch; }

    /// A row with the next n of its stream.
    void append(const Actor &actor, const QString &stream, const QString &event, const QJsonObject &payload);
    /// A row of which only the latest of its key counts: it replaces the earlier one and has no n.
    void appendLatest(const Actor &actor, const QString &stream, const QString &key, const QString &event,
                      const QJsonObject &payload);
    /// From the next row on the user sees the stream.
    void enter(const QString &stream, const UserId &user);
    /// The last row is the last one of the stream that the user sees.
    void leave(const QString &stream, const UserId &user);
    /// The user does not see the stream, nor what they had seen of it.
    void withdraw(const QString &stream, const UserId &user);
    /// With this transaction the user's cursors of before end (JournalReader::stateOf).
    void replaceView(const UserId &user) { m_changes.emplace_back(ViewReplaced{user}); }
    [[nodiscard]] StreamMembers members();

    /// Rows of a stream so far.
    qint64 countOf(const QString &stream);

    /// Ends what was appended since the last call as one transaction of the journal; nothing when nothing was.
    std::optional<JournalTransaction> finish();
    /// Forgets what was appended since the last finish; the caller rolls the database back.
    void cancel();
    /// Where the journal ends; to go back there with `returnTo` when several finished transactions are rolled back
    /// together.
    struct Place {
        qint64 head = 0;
        QString mark;
    };
    [[nodiscard]] Place place() const { return {m_finishedHead, m_headMark}; }
    void returnTo(const Place &place);
    /// What another process has written since this one last looked; the head moves there.
    std::vector<JournalTransaction> takeForeign();

private:
    void write(const Actor &actor, const QString &stream, qint64 n, const QString &key, const QString &event,
               const QJsonObject &payload);

    Database &m_database;
    QString m_epoch;
    qint64 m_head = 0; ///< with what is appended and not finished
    qint64 m_finishedHead = 0;
    QString m_headMark;
    QString m_mark; ///< of the transaction being written; empty: none
    std::vector<JournalChange> m_changes;
    std::function<void(const JournalRow &)> m_observer;
};

} // namespace frontdesk::server
