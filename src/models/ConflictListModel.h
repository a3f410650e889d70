// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"
#include "models/OpenConflicts.h"
#include "models/RowListModel.h"

namespace frontdesk::models {

/// The open conflicts of one record, or of some that belong together, side by side: what stands, and what was not
/// taken. Deciding is a change like any other: it waits in the outbox without a connection. GUI thread.
class ConflictListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ConversationPage and the Workspace")

public:
    enum Roles {
        ConflictIdRole = Qt::UserRole + 1,
        FieldNameRole, ///< "Name of the group"
        SentenceRole,  ///< "You and Sam Reed changed this at the same time"
        KeptRole,      ///< what stands now
        KeptByRole,    ///< "You", a name
        KeptTimeRole,  ///< "Today 09:41"
        KeptOwnRole,   ///< by this person
        WantedRole,    ///< what was not taken
        WantedByRole,
        WantedTimeRole,
        WantedOwnRole,
        BeforeRole,  ///< what the author of `wanted` had seen; empty: nothing, or not known
        LongestRole, ///< of a value, in code points
        MayBeEmptyRole,
        MayTypeRole, ///< a third value can be written
    };
    /// The record's values.
    struct Values {
        /// What the field is now, with everything that waits; null: not known.
        std::function<QJsonValue(const RecordRef &record, const QString &field)> current;
        std::function<QString(RecordKind kind, const QString &field, const QJsonValue &value)> textOf;
        /// What somebody typed as a third value, or why it cannot be kept.
        std::function<Result<QJsonValue>(RecordKind kind, const QString &field, const QString &text)> valueFrom;
        std::function<QString(RecordKind kind, const QString &field)> nameOf; ///< what a person calls it
    };
    /// Of a conversation or a person: every field is a text.
    static Values texts(decltype(Values::current) current);

    using Shows = std::function<bool(const RecordRef &record)>; ///< whether a record's conflicts are shown
    ConflictListModel(sync::Session &session, const OpenConflicts &conflicts, const Directory &directory, Shows shows,
                      Values values, QObject *parent = nullptr);

    Q_INVOKABLE void keep(const QString &conflictId);
    Q_INVOKABLE void take(const QString &conflictId);
    /// A third value; nothing when it is not allowed to be empty and is, or is too long.
    Q_INVOKABLE void decide(const QString &conflictId, const QString &value);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild(); ///< the same conflicts with today's names, times and values

private:
    struct Row {
        Conflict conflict;
        QString kept, keptBy, keptTime, wanted, wantedBy, wantedTime, before, sentence;
        bool keptOwn = false, wantedOwn = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] Row rowOf(const Conflict &conflict) const;
    [[nodiscard]] QString nameOf(const UserId &user) const;
    [[nodiscard]] QString timeOf(qint64 at) const;
    void decideFor(const Row &row, const QJsonValue &value);
    [[nodiscard]] const Row *find(const QString &conflictId) const;

    sync::Session &m_session;
    const OpenConflicts &m_conflicts;
    const Directory &m_directory;
    Shows m_shows;
    Values m_values;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
