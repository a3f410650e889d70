// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ConversationListModel.h"
#include "models/records/RecordTexts.h"

namespace frontdesk::models {

/// What the server did not take, or the disk, and has no other place on the screen: everything but messages in
/// conversations that are there, whose bubbles say it, and what goes back to where it was typed. Each stays until the
/// person tries it again, changes it or discards it; what is not on the disk, until the program ends. GUI thread.
class RefusedChangesModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")

public:
    enum Roles {
        ChangeIdRole = Qt::UserRole + 1,
        TextRole,      ///< what was not taken or kept and why, in words
        ValueRole,     ///< what one may change of it
        ValueNameRole, ///< what that is: "Name of the group"; empty: nothing can be changed, only tried again
        LongestRole,   ///< of the value, in code points
        MayBeEmptyRole,
    };

    RefusedChangesModel(sync::Session &session, const Directory &directory, const ConversationListModel &conversations,
                        const RecordTexts &texts, QObject *parent = nullptr);

    Q_INVOKABLE void retry(const QString &changeId);
    Q_INVOKABLE void replace(const QString &changeId, const QString &value); ///< sends it with this value instead
    Q_INVOKABLE void discard(const QString &changeId);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild(); ///< the same changes with today's names

private:
    struct Row {
        PendingCommand refused;
        QString text;
        std::optional<QString> better = {}; ///< value, that it shall have since the person changed it
        friend bool operator==(const Row &, const Row &) = default;
    };
    void show(const QVector<PendingCommand> &refused);
    void keep(const QVector<Command> &commands, const Error &reason);
    bool dropUnwritten(const CommandId &id); ///< false: it is not one
    void readTitle(const CommandBody &body);
    [[nodiscard]] QString describe(const CommandBody &body) const;
    [[nodiscard]] bool isShownElsewhere(const CommandBody &body) const;
    [[nodiscard]] const Row *find(const QString &changeId) const;

    sync::Session &m_session;
    const Directory &m_directory;
    const ConversationListModel &m_conversations;
    const RecordTexts &m_texts;
    Refresh<QVector<PendingCommand>> m_refresh;
    QVector<PendingCommand> m_refused;
    QVector<PendingCommand> m_unwritten; ///< by the disk
    QHash<CommandId, QString> m_better;  ///< values of refused ones that were changed; until they are on the disk
    QHash<RecordRef, QString> m_titles;  ///< of the records of the CRM that shall be changed
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
