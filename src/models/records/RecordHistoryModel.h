// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Refresh.h"
#include "models/RowListModel.h"
#include "models/records/RecordTexts.h"

#include <QtCore/QTimer>

namespace frontdesk::models {

/// What happened to a record and to what belongs to it, newest first: in pages, from the cache at once and from the
/// server when it is connected. What is found comes a portion at a time, since a view that builds a page in one frame
/// lets scrolling stumble. GUI thread.
class RecordHistoryModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordPage")
    Q_PROPERTY(bool more READ more NOTIFY moreChanged FINAL) ///< older ones can be shown
    /// "": everything; "changes", "messages", "notes", "calls", "tasks", "deals", "files".
    Q_PROPERTY(QString filter READ filter WRITE setFilter NOTIFY filterChanged FINAL)

public:
    enum Roles {
        SentenceRole = Qt::UserRole + 1, ///< "You set Phone: old → new"
        TimeRole,
        FullTimeRole,
        ActorRole,
        InitialsRole,
        AvatarKeyRole,
        RecordRole, ///< which it is about, as text
    };

    RecordHistoryModel(sync::Session &session, const RecordTexts &texts, RecordRef record, QObject *parent = nullptr);

    [[nodiscard]] bool more() const { return m_more; }
    [[nodiscard]] QString filter() const { return m_filter; }
    void setFilter(const QString &filter);
    Q_INVOKABLE void showOlder();
    void refresh();

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void moreChanged();
    void filterChanged();

private:
    struct Row {
        qint64 seq = 0;
        qint64 at = 0;
        UserId actor;
        RecordRef record;
        QString sentence, time;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void show(const store::RecordHistory &history);
    void fetchMissing();
    void rebuild();
    void find();
    void showMore();
    void showFirst(qsizetype rows);
    [[nodiscard]] static QString filterOf(const DecodedRow &row, RecordKind kind);
    [[nodiscard]] Row rowOf(const DecodedRow &row, const RecordRef &record) const;
    [[nodiscard]] Row rowOf(const Message &message) const;

    static constexpr int pageRows = 30;
    static constexpr int firstRows = 10;  ///< that are shown at once
    static constexpr int portionRows = 5; ///< of the others in a frame, so that none takes longer than one

    sync::Session &m_session;
    const RecordTexts &m_texts;
    RecordRef m_record;
    QString m_filter;
    int m_limit = pageRows;
    bool m_more = false;
    store::RecordHistory m_history;
    QSet<store::MissingMessages> m_fetched; ///< or being fetched
    QHash<qint64, Row> m_told;              ///< of the journal, by seq, until they would be told otherwise
    qint64 m_toldAt = 0;                    ///< milliseconds since 1970 UTC
    QVector<Row> m_found;                   ///< all that the filter lets through
    QVector<Row> m_rows;                    ///< the first of them, as far as they are shown
    QTimer m_nextPortion;
    Refresh<store::RecordHistory> m_refresh;
};

} // namespace frontdesk::models
