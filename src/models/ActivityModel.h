// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"
#include "models/Refresh.h"
#include "models/RowListModel.h"

namespace frontdesk::models {

/// The activity feed, newest first, read page by page. GUI thread.
class ActivityModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    Q_PROPERTY(bool loaded READ loaded NOTIFY loadedChanged FINAL)      ///< false until the first read
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged FINAL)   ///< older ones are on their way
    Q_PROPERTY(bool complete READ complete NOTIFY loadingChanged FINAL) ///< there are no older ones
    Q_PROPERTY(QString loadProblem READ loadProblem NOTIFY loadingChanged FINAL)

public:
    static constexpr int pageRows = 50;
    static constexpr int rowsLookedAt = 1'000; ///< for those of a few people

    enum Roles {
        ActivityIdRole = Qt::UserRole + 1,
        ActorNameRole, ///< "You" for oneself
        InitialsRole,
        AvatarKeyRole,
        VerbRole,       ///< of ActivityStreams 2.0: "Create", "Add", "Remove", "Update", "Join", "Leave", "Move" …
        ObjectTypeRole, ///< "Note", "Group", "Person", "Profile", "Organization", "Deal"
        SentenceRole,   ///< the whole entry in words, plain text: "Ada sent 3 messages in Refunds EU"
        TimeTextRole,
        FullTimeTextRole,
        DayTextRole,        ///< day separator; empty when the row above is of the same day
        ConversationIdRole, ///< to open; empty when there is none
        RecordRole,         ///< the same: a contact, company or deal, as in "deal:ID"
    };

    ActivityModel(sync::Session &session, const Directory &directory, QObject *parent = nullptr);

    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] bool loading() const { return m_loading; }
    [[nodiscard]] bool complete() const { return m_complete; }
    [[nodiscard]] QString loadProblem() const { return m_loadProblem; }

    Q_INVOKABLE void loadOlder(); ///< not while only some people's are shown

    /// What these people have done, as far as it is among the newest on this computer; nothing: everybody.
    void setActors(const std::optional<QStringList> &userIds);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild(); ///< the same entries with today's names and times

Q_SIGNALS:
    void loadedChanged();
    void loadingChanged();

private:
    struct Row {
        Activity activity;
        QString actorName, initials, sentence, timeText, dayText;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void show(QVector<Activity> activities);
    void fetchOlder();
    void forgetProblem();
    void setLoading(bool loading, const QString &problem);

    sync::Session &m_session;
    const Directory &m_directory;
    Refresh<QVector<Activity>> m_refresh;
    QVector<Activity> m_activities;
    std::optional<QStringList> m_actors;
    int m_limit = pageRows;
    bool m_loaded = false;
    bool m_loading = false;  ///< older ones, from the cache or the server
    bool m_fetching = false; ///< from the server
    bool m_complete = false;
    QString m_loadProblem;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
