// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Bug.h"
#include "dialect/Link.h"
#include "domain/Command.h"
#include "domain/Event.h"
#include "domain/Merge.h"

namespace frontdesk::model {

struct Answer {
    CommandId id;
    bool accepted = false;
    qint64 seq = 0;
};

/// The server's side: a journal in memory. A value: a copy is a backup. Every command is one transaction.
class ServerModel {
public:
    ServerModel(const QVector<UserId> &users, const QVector<ConversationId> &conversations);

    /// `mark`: of the transaction, never given before.
    Answer execute(const UserId &user, const Command &command, const QString &mark, Bug bug);
    /// A row that only this user sees, such as a change of their settings.
    void addOwnRow(const UserId &user, const QString &mark);

    [[nodiscard]] qint64 head() const { return m_rows.size(); }
    [[nodiscard]] QString markAt(qint64 seq) const { return seq > 0 ? m_rows[seq - 1].row.mark : QString(); }
    [[nodiscard]] dialect::JournalState stateOf(const Cursor &cursor, Bug bug) const;
    [[nodiscard]] JournalBatch page(const UserId &user, qint64 cursor, int limit, Bug bug) const;
    [[nodiscard]] QVector<DecodedRow> fetch(const UserId &user, const QString &stream, qint64 from, qint64 to) const;
    [[nodiscard]] QVector<ConversationState> snapshot(const UserId &user) const;
    [[nodiscard]] qint64 numbersOf(const QString &stream) const { return m_numbers.value(stream); }
    /// What is pushed of the rows behind `after`, one row each, to a session that was sent everything up to there.
    [[nodiscard]] QVector<JournalBatch> pushes(const UserId &user, qint64 after, Bug bug) const;

    [[nodiscard]] const QVector<DecodedRow> &rows() const { return m_rows; }
    /// Whom a row was written for, noted when it was written: what the intervals of membership have to give.
    [[nodiscard]] const QSet<UserId> &audienceOf(qint64 seq) const { return m_audience[seq - 1]; }
    [[nodiscard]] bool isMember(const UserId &user, const ConversationId &conversation) const;
    /// Messages in the journal, in its order, with their texts of now.
    [[nodiscard]] QVector<Message> messages(const ConversationId &conversation) const;
    [[nodiscard]] Conversation record(const ConversationId &conversation) const; ///< title, labels and version
    [[nodiscard]] FieldState title(const ConversationId &conversation) const
    {
        return m_records.value(conversation).title;
    }
    [[nodiscard]] QVector<Conflict> conflicts(const ConversationId &conversation) const; ///< open ones
    [[nodiscard]] QVector<OwnValue> ownValues(const UserId &user) const { return m_own.value(user); }
    [[nodiscard]] bool hasAnswered(const CommandId &id) const { return m_answers.contains(id); }

private:
    struct Interval {
        UserId user;
        QString stream;
        qint64 from = 0;
        std::optional<qint64> to;
    };

    struct Record {
        FieldState title{.current = {QString(), {}, 0}, .version = 1, .command = {}};
        qint64 version = 1;
        QStringList labels;
        QVector<Conflict> open;
    };

    bool apply(const UserId &user, const CommandId &id, const SendMessage &send, Bug bug);
    bool apply(const UserId &user, const CommandId &id, const EditMessage &edit, Bug bug);
    bool apply(const UserId &user, const CommandId &id, const ChangeRecord &change, Bug bug);
    bool apply(const UserId &user, const CommandId &id, const SetOwnValue &own, Bug bug);
    template <class Other>
    bool apply(const UserId &, const CommandId &, const Other &, Bug)
    {
        return false;
    }
    void merge(const UserId &user, const CommandId &id, const ChangeRecord &change, Bug bug);
    void changeMembers(const ConversationId &conversation, const ListChange &change);
    void close(const ConversationId &conversation, const Conflict &conflict);
    [[nodiscard]] QSet<UserId> membersOf(const ConversationId &conversation) const;
    enum class Numbered { Yes, LatestOnly };
    void append(const QString &stream, LastingEvent event, const QSet<UserId> &audience,
                Numbered numbered = Numbered::Yes);
    [[nodiscard]] bool sees(const UserId &user, const DecodedRow &row) const;
    [[nodiscard]] ConversationState stateOf(const ConversationId &conversation) const;

    QString m_mark;             ///< of the transaction being written
    QVector<DecodedRow> m_rows; ///< by seq, from 1
    QVector<QSet<UserId>> m_audience;
    QHash<QString, qint64> m_numbers;
    QVector<Interval> m_intervals;
    QHash<ConversationId, QVector<UserId>> m_members;
    QHash<ConversationId, Record> m_records;
    QHash<UserId, QVector<OwnValue>> m_own;
    QHash<CommandId, Answer> m_answers;
};

} // namespace frontdesk::model
