// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Bug.h"
#include "domain/Event.h"

#include <map>
#include <set>

namespace frontdesk::model {

/// What a client knows of the journal (docs/sync.md). A value: a copy is what is on the disk.
class CacheModel {
public:
    using Hole = std::pair<QString, qint64>; ///< stream, n

    [[nodiscard]] const Cursor &cursor() const { return m_cursor; }
    [[nodiscard]] const std::set<Hole> &holes() const { return m_holes; }
    [[nodiscard]] bool isIn(const ConversationId &conversation) const { return m_conversations.contains(conversation); }
    [[nodiscard]] QVector<ConversationId> conversations() const { return m_conversations.keys(); }
    [[nodiscard]] QVector<Message> messages(const ConversationId &conversation) const;
    [[nodiscard]] std::optional<qint64> known(const QString &stream) const;
    [[nodiscard]] bool has(const MessageId &id) const;
    [[nodiscard]] Conversation record(const ConversationId &conversation) const; ///< title, labels and version
    /// Titles that have been shown since the conversation was entered or a snapshot was read.
    [[nodiscard]] QSet<QString> seenTitles(const ConversationId &conversation) const;
    /// Up to which none is missing.
    [[nodiscard]] qint64 seenVersion(const ConversationId &conversation, Bug bug) const;
    [[nodiscard]] QVector<Conflict> conflicts(const ConversationId &conversation) const; ///< open ones
    [[nodiscard]] QHash<QString, QJsonValue> ownValues() const;

    /// The whole batch and the cursor at once, as one transaction.
    void apply(const JournalBatch &batch, Bug bug);
    void applyRows(const QVector<DecodedRow> &rows, Bug bug);
    void setCursor(const Cursor &cursor) { m_cursor = cursor; }
    void fill(const Hole &hole, const QVector<DecodedRow> &rows, Bug bug);
    static CacheModel fromSnapshot(const Cursor &cursor, const QVector<ConversationState> &states,
                                   const QHash<QString, qint64> &streams, const QVector<OwnValue> &own);

private:
    struct Known {
        qint64 enteredAt = 0;                                             ///< seq
        std::map<qint64, Message> messages;                               ///< by number
        std::map<MessageId, std::pair<MessageEdited, qint64>> earlyEdits; ///< with seq
        Conversation record;
        qint64 titleSeq = 0;
        QSet<QString> titles;
        QHash<QString, std::pair<bool, qint64>> labels;          ///< whether it is set, and since which seq
        std::map<ConflictId, std::optional<Conflict>> conflicts; ///< without one: closed
    };
    struct Outside {
        qint64 leftAt = 0; ///< seq
        qint64 n = 0;      ///< rows that came although nobody had entered
    };

    void take(const DecodedRow &row, Bug bug);
    bool count(const JournalRow &row, Bug bug);
    static void add(Known &known, Message message);
    static void edit(Known &known, const MessageEdited &edit, qint64 seq, Bug bug);
    static void change(Known &known, const RecordChanged &change, qint64 seq, Bug bug);
    void miss(const Hole &hole);
    void enter(const ConversationState &state, qint64 seq);
    void leave(const ConversationId &conversation, qint64 seq, Bug bug);
    void closeHoles(const QString &stream, qint64 from, qint64 to);

    Cursor m_cursor;
    QHash<QString, qint64> m_streams;
    QHash<ConversationId, Known> m_conversations;
    QHash<ConversationId, Outside> m_outside;
    std::set<Hole> m_holes;
    std::map<Hole, qint64> m_versionBefore; ///< of the record when the hole came
    std::map<QString, OwnValue> m_own;
};

} // namespace frontdesk::model
