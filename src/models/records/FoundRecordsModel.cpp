// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/FoundRecordsModel.h"

#include "models/Formatting.h"
#include "models/RecordWords.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

FoundRecordsModel::FoundRecordsModel(sync::Session &session, const RecordTexts &texts, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_texts(texts)
    , m_refresh(
          this, [this] { return m_session.store().findRecords(m_text, mostRows); },
          [this](QVector<RecordState> found) { show(std::move(found)); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (!m_text.trimmed().isEmpty() && (changes.everything || !changes.records.isEmpty()))
            m_refresh.request();
    });
    connect(&texts, &RecordTexts::changed, this, [this] {
        if (!m_found.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_found.size()) - 1));
    });
}

void FoundRecordsModel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    Q_EMIT textChanged();
    if (m_text.trimmed().isEmpty())
        show({});
    else
        m_refresh.requestNow();
}

void FoundRecordsModel::show(QVector<RecordState> found)
{
    if (m_text.trimmed().isEmpty())
        found.clear();                            // an answer that came too late
    found.removeIf([](const RecordState &state) { // nothing to open
        return state.record.kind == RecordKind::File && !RecordRef::from(state.fields[fields::about].toString());
    });
    replaceRows(m_found, std::move(found), [](const RecordState &state) { return state.record; });
}

QString FoundRecordsModel::detailOf(const RecordState &state) const
{
    const auto text = [&](const QString &field) {
        return m_texts.textOf(state.record.kind, field, state.fields[field]);
    };
    QStringList parts{words::kindName(state.record.kind)};
    switch (state.record.kind) {
    case RecordKind::Contact:
        parts += {text(fields::company), state.lists.value(fields::emails).value(0)};
        break;
    case RecordKind::Deal:
        parts += {text(fields::value), text(fields::place)};
        break;
    case RecordKind::Task:
        parts += {text(fields::due), text(fields::about)};
        break;
    case RecordKind::File:
        parts += text(fields::about);
        break;
    default:
        parts += text(u"website"_s);
        break;
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

int FoundRecordsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_found.size());
}

QVariant FoundRecordsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordState &state = m_found[index.row()];
    const QString title = words::titleOf(state.record.kind, state.fields);
    switch (role) {
    case RecordRole:
        return state.record.kind == RecordKind::File ? state.fields[fields::about].toString() : state.record.text();
    case KindRole:
        return frontdesk::nameOf(state.record.kind);
    case Qt::DisplayRole:
    case TitleRole:
        return title;
    case DetailRole:
        return detailOf(state);
    case InitialsRole:
        return formatting::initials(title);
    case AvatarKeyRole:
        return state.record.id;
    default:
        return {};
    }
}

QHash<int, QByteArray> FoundRecordsModel::roleNames() const
{
    return {{RecordRole, "record"}, {KindRole, "kind"},         {TitleRole, "title"},
            {DetailRole, "detail"}, {InitialsRole, "initials"}, {AvatarKeyRole, "avatarKey"}};
}

} // namespace frontdesk::models
