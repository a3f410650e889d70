// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/Session.h"

namespace frontdesk::ctl {

/// Tells what is new in a session's cache: messages, edits, conflicts, records and activities that came after a place
/// in the journal, each once, the messages of a conversation in order; also what was missed while the connection was
/// away.
class Follower final : public QObject {
    Q_OBJECT

public:
    /// What is in the cache already is not new. An empty cache: what its first snapshot brings is not.
    explicit Follower(sync::Session &session, QObject *parent = nullptr);

Q_SIGNALS:
    void messageAdded(const frontdesk::Message &message);
    void messageEdited(const frontdesk::Message &message);
    void conflictOpened(const frontdesk::Conflict &conflict);
    void conflictClosed(const frontdesk::Conflict &conflict);
    void activityAdded(const frontdesk::Activity &activity);
    void recordTold(const frontdesk::RecordRef &record, const frontdesk::DecodedRow &row); ///< made or changed
    void recordGone(const frontdesk::RecordRef &record); ///< out of sight, or a new one that was discarded

private:
    void follow(const store::Changes &changes);
    void startHere();
    void tellMessages(const ConversationId &conversation);
    void tellEdits(const QSet<MessageId> &edited);
    void tellConflicts();
    void tellActivities();
    void tellRecord(const RecordRef &record);
    void tellGone(const RecordRef &record);

    store::Store &m_store;
    std::optional<qint64> m_start;          ///< seq after which everything is new
    QHash<ConversationId, qint64> m_told;   ///< number of the newest message told
    QVector<Conflict> m_openConflicts;      ///< as told
    qint64 m_toldActivity = 0;              ///< seq
    QHash<RecordRef, qint64> m_toldRecords; ///< seq of the newest row told
    QSet<RecordRef> m_toldGone;
};

} // namespace frontdesk::ctl
