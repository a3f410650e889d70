// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"
#include "models/RowListModel.h"

namespace frontdesk::models {

/// The teams of the workspace by name, and who sees whose records (docs/protocol.md, 4.3). GUI thread.
class TeamsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    Q_PROPERTY(bool mayChange READ mayChange NOTIFY changed FINAL) ///< the teams
    Q_PROPERTY(bool mayChangeVisibility READ mayChangeVisibility NOTIFY changed FINAL)
    /// "everyone", "team" or "owner"; empty while it is not known.
    Q_PROPERTY(QString visibility READ visibility NOTIFY changed FINAL)

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1, ///< "team:ID"
        NameRole,
        MembersTextRole, ///< their names, or that there is nobody
    };

    TeamsModel(sync::Session &session, const Directory &directory, std::shared_ptr<const Clock> clock,
               QObject *parent = nullptr);

    [[nodiscard]] bool mayChange() const;
    [[nodiscard]] bool mayChangeVisibility() const;
    [[nodiscard]] QString visibility() const { return m_visibility; }

    struct Row {
        RecordRef record;
        QString name;
        QStringList members; ///< user ids
        QString membersText;
        friend bool operator==(const Row &, const Row &) = default;
    };
    [[nodiscard]] const QVector<Row> &teams() const { return m_rows; } ///< by name
    [[nodiscard]] const Row *find(const QString &record) const;        ///< null: it is not there

    Q_INVOKABLE [[nodiscard]] QStringList membersOf(const QString &record) const; ///< user ids
    Q_INVOKABLE void setVisibility(const QString &visibility);
    Q_INVOKABLE void create(const QString &name, const QStringList &members);
    /// What differs from what is shown.
    Q_INVOKABLE void change(const QString &record, const QString &name, const QStringList &members);
    Q_INVOKABLE void moveToBin(const QString &record);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild();

Q_SIGNALS:
    void changed();
    void teamsChanged(); ///< a name, who is in one, or which there are

private:
    void observe(const store::Changes &changes);
    [[nodiscard]] Row rowOf(const RecordState &team) const;
    void submit(ChangeRecord change);

    sync::Session &m_session;
    const Directory &m_directory;
    std::shared_ptr<const Clock> m_clock;
    UuidV7Sequence m_ids;
    QString m_visibility;
    QVector<RecordState> m_teams;
    QVector<Row> m_rows;
    Refresh<QVector<RecordState>> m_refresh;
    Refresh<std::optional<RecordState>> m_refreshWorkspace;
};

} // namespace frontdesk::models
