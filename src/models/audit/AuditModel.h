// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/RecordTexts.h"

namespace frontdesk::models {

/// Who did what, newest first, as the server tells an administrator: page by page, and nothing of it stays on this
/// computer. GUI thread.
class AuditModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Audit")
    Q_PROPERTY(QString part READ part WRITE setPart NOTIFY queryChanged FINAL)    ///< "", "access", "records", "setup"
    Q_PROPERTY(QString actor READ actor WRITE setActor NOTIFY queryChanged FINAL) ///< a user id; empty: anybody
    Q_PROPERTY(int days READ days WRITE setDays NOTIFY queryChanged FINAL)        ///< the last few; 0: all
    Q_PROPERTY(QVariantList people READ people NOTIFY peopleChanged FINAL)        ///< for `actor`: [{value, text}]
    Q_PROPERTY(bool more READ more NOTIFY stateChanged FINAL)                     ///< there may be older ones
    Q_PROPERTY(bool busy READ busy NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL) ///< why it is not complete; else empty

public:
    enum Roles {
        SentenceRole = Qt::UserRole + 1,
        TimeRole,
        FullTimeRole,
        ActorRole, ///< a name; empty for somebody at the server itself
        InitialsRole,
        AvatarKeyRole,
        RecordRole, ///< which it is about, as text; empty: none
    };

    AuditModel(sync::Session &session, const RecordTexts &texts, QObject *parent = nullptr);

    [[nodiscard]] QString part() const { return nameOf(m_query.part); }
    void setPart(const QString &part);
    [[nodiscard]] QString actor() const { return m_query.actor.text(); }
    void setActor(const QString &actor);
    [[nodiscard]] int days() const { return m_days; }
    void setDays(int days);
    [[nodiscard]] QVariantList people() const;
    [[nodiscard]] bool more() const { return !m_next.isEmpty(); }
    [[nodiscard]] bool busy() const { return m_busy; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] AuditQuery query() const;

    Q_INVOKABLE void refresh(); ///< from the newest on; also after a problem
    Q_INVOKABLE void showOlder();

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void queryChanged();
    void peopleChanged();
    void stateChanged();

private:
    struct Row {
        DecodedRow kept;
        QString sentence, time;
        [[nodiscard]] std::pair<qint64, qint64> key() const { return {kept.row.seq, isEntry() ? kept.row.n : 0}; }
        [[nodiscard]] bool isEntry() const;
        friend bool operator==(const Row &a, const Row &b) { return a.key() == b.key() && a.sentence == b.sentence; }
    };
    void ask(AuditQuery query);
    void fetch(const QString &start);
    void take(const Result<dialect::AuditPage> &page, bool first);
    void rebuild();
    [[nodiscard]] Row rowOf(const DecodedRow &kept) const;

    static constexpr int enough = 30; ///< rows that a page adds, as the server's may be nearly empty

    sync::Session &m_session;
    const RecordTexts &m_texts;
    AuditQuery m_query; ///< of all days
    int m_days = 0;
    int m_asked = 0;  ///< counts questions, to know a late answer
    int m_wanted = 0; ///< rows that are to be there before it stops asking by itself
    bool m_busy = false;
    QString m_next;
    QString m_problem;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
