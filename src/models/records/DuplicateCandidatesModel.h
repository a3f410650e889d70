// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/DuplicateSearch.h"

#include <QtCore/QVariantMap>

namespace frontdesk::models {

/// Who is there already and may be the one that somebody is about to add, the likeliest first. GUI thread.
class DuplicateCandidatesModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1, ///< "contact:ID"
        SentenceRole,                  ///< "Maya Okafor has the same e-mail address"
    };
    using SearchOf = std::function<DuplicateSearch &(RecordKind kind)>;

    DuplicateCandidatesModel(sync::Session &session, SearchOf searchOf, QObject *parent = nullptr);

    /// What was typed so far, by field; lists are texts with commas.
    Q_INVOKABLE void look(const QString &kind, const QVariantMap &fields);
    Q_INVOKABLE void stop(); ///< nobody is added any more

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

private:
    struct Row {
        RecordRef record;
        QString sentence;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void ask();
    void show(const QVector<matching::Candidate> &candidates);

    sync::Session &m_session;
    SearchOf m_searchOf;
    DuplicateSearch *m_search = nullptr; ///< of the kind that is looked for
    matching::Subject m_subject;
    quint64 m_asked = 0; ///< an answer to an earlier question is not shown
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
