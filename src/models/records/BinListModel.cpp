// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/BinListModel.h"

#include "models/RecordWords.h"

#include <algorithm>

namespace frontdesk::models {

BinListModel::BinListModel(sync::Session &session, RecordKind kind, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_refresh(
          this, [&session, kind] { return session.store().recordsOf(kind, true); },
          [this](const QVector<RecordState> &records) {
              replaceRows(m_records, records, [](const RecordState &state) { return state.record; });
          })
{
    connect(&session, &sync::Session::changed, this, [this, kind](const store::Changes &changes) {
        const bool concerns = std::any_of(changes.records.begin(), changes.records.end(),
                                          [&](const RecordRef &record) { return record.kind == kind; });
        if (changes.everything || concerns)
            m_refresh.request();
    });
    m_refresh.request();
}

void BinListModel::restore(const QString &record)
{
    const auto found = std::find_if(m_records.begin(), m_records.end(),
                                    [&](const RecordState &state) { return state.record.text() == record; });
    if (found != m_records.end())
        m_session.submit(ChangeRecord{.record = found->record,
                                      .basis = {},
                                      .set = {{fields::deleted, false}},
                                      .was = {},
                                      .lists = {},
                                      .resolves = {}});
}

int BinListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_records.size());
}

QVariant BinListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordState &state = m_records[index.row()];
    switch (role) {
    case RecordRole:
        return state.record.text();
    case Qt::DisplayRole:
    case NameRole:
        return words::titleOf(state.record.kind, state.fields);
    default:
        return {};
    }
}

QHash<int, QByteArray> BinListModel::roleNames() const
{
    return {{RecordRole, "record"}, {NameRole, "name"}};
}

} // namespace frontdesk::models
