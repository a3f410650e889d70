// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/DuplicateCandidatesModel.h"

#include "domain/WhenDone.h"
#include "models/RecordWords.h"
#include "models/records/DuplicateWords.h"

#include <memory>

namespace frontdesk::models {

namespace {

QStringList entriesFrom(const QString &text)
{
    QStringList entries;
    for (const QString &part : text.split(u','))
        if (const QString entry = part.trimmed(); !entry.isEmpty())
            entries.append(entry);
    return entries;
}

} // namespace

DuplicateCandidatesModel::DuplicateCandidatesModel(sync::Session &session, SearchOf searchOf, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_searchOf(std::move(searchOf))
{
}

void DuplicateCandidatesModel::look(const QString &kind, const QVariantMap &typed)
{
    const auto wanted = recordKindFrom(kind);
    if (wanted != RecordKind::Contact && wanted != RecordKind::Company)
        return;
    DuplicateSearch &search = m_searchOf(*wanted);
    if (m_search != &search) {
        stop();
        m_search = &search;
        connect(&search, &DuplicateSearch::completed, this, &DuplicateCandidatesModel::ask);
        connect(&search, &DuplicateSearch::followed, this, &DuplicateCandidatesModel::ask);
    }
    m_subject = {.id = {},
                 .name = typed[fields::name].toString(),
                 .emails = entriesFrom(typed[fields::emails].toString()),
                 .phones = entriesFrom(typed[fields::phones].toString())};
    ask();
}

void DuplicateCandidatesModel::stop()
{
    if (m_search)
        m_search->disconnect(this);
    m_search = nullptr;
    ++m_asked;
    replaceRows(m_rows, {}, [](const Row &row) { return row.record; });
}

void DuplicateCandidatesModel::ask()
{
    if (m_search)
        whenDone(m_search->candidatesFor(m_subject), this,
                 [this, asked = ++m_asked](const QVector<matching::Candidate> &candidates) {
                     if (asked == m_asked)
                         show(candidates);
                 });
}

void DuplicateCandidatesModel::show(const QVector<matching::Candidate> &candidates)
{
    if (candidates.isEmpty())
        replaceRows(m_rows, {}, [](const Row &row) { return row.record; });
    // The reader answers in the order of the questions, so with the last one all are there.
    const auto rows = std::make_shared<QVector<Row>>();
    for (const matching::Candidate &candidate : candidates) {
        const RecordRef record{m_search->kind(), candidate.id};
        whenDone(m_session.store().record(record), this,
                 [this, rows, record, why = candidate.why, asked = m_asked,
                  isLast = &candidate == &candidates.last()](const std::optional<RecordState> &state) {
                     if (asked != m_asked)
                         return;
                     if (state)
                         rows->append({record, words::sameAs(words::titleOf(record.kind, state->fields), why)});
                     if (isLast)
                         replaceRows(m_rows, *rows, [](const Row &row) { return row.record; });
                 });
    }
}

int DuplicateCandidatesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant DuplicateCandidatesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    return role == RecordRole                                ? row.record.text()
           : role == SentenceRole || role == Qt::DisplayRole ? row.sentence
                                                             : QVariant();
}

QHash<int, QByteArray> DuplicateCandidatesModel::roleNames() const
{
    return {{RecordRole, "record"}, {SentenceRole, "sentence"}};
}

} // namespace frontdesk::models
