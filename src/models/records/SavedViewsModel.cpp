// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/SavedViewsModel.h"

#include "models/records/FieldText.h"

#include <QtCore/QJsonArray>
#include <QtCore/QLocale>
#include <QtCore/QTimer>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString filter = u"filter"_s;
const QString columns = u"columns"_s;

QJsonObject savedIn(const RecordState &segment)
{
    return {{filter, segment.fields[filter]}, {columns, segment.fields[columns]}};
}

} // namespace

SavedViewsModel::SavedViewsModel(sync::Session &session, RecordTableModel &table, UndoOffer &undo,
                                 std::shared_ptr<const Clock> clock, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_table(table)
    , m_undo(undo)
    , m_clock(std::move(clock))
    , m_allColumns(table.columns())
    , m_refresh(
          this, [this] { return m_session.store().recordsOf(RecordKind::Segment); },
          [this](const QVector<RecordState> &segments) { show(segments); })
{
    connect(&session, &sync::Session::changed, this, &SavedViewsModel::observe);
    connect(&table, &RecordTableModel::queryChanged, this, &SavedViewsModel::currentChanged);
    connect(&table, &RecordTableModel::columnsChanged, this, &SavedViewsModel::currentChanged);
    m_refresh.request();
}

void SavedViewsModel::observe(const store::Changes &changes)
{
    const auto concerns = [&](RecordKind kind) {
        return changes.everything || std::any_of(changes.records.begin(), changes.records.end(),
                                                 [&](const RecordRef &record) { return record.kind == kind; });
    };
    if (concerns(RecordKind::Segment))
        m_refresh.request();
    else if (concerns(m_table.query().kind))
        count();
}

void SavedViewsModel::count()
{
    if (m_counting) {
        m_countAgain = true;
        return;
    }
    m_counting = true;
    QVector<RecordRef> all;
    for (const RecordState &segment : std::as_const(m_segments))
        all.append(segment.record);
    countNext(std::move(all));
}

/// One at a time, so that what is looked at is read in between.
void SavedViewsModel::countNext(QVector<RecordRef> left)
{
    const RecordState *segment = left.isEmpty() ? nullptr : find(left.takeLast());
    if (!segment) {
        constexpr std::chrono::milliseconds rest{250};
        m_counting = false;
        if (std::exchange(m_countAgain, false))
            QTimer::singleShot(rest, this, &SavedViewsModel::count);
        return;
    }
    whenDone(m_session.store().records(queryOf(*segment)), this,
             [this, record = segment->record, left](const store::RecordKeys &found) {
                 m_counts.insert(record, int(found.keys.size()));
                 rebuild();
                 countNext(left);
             });
}

void SavedViewsModel::show(const QVector<RecordState> &segments)
{
    m_segments.clear();
    for (const RecordState &segment : segments)
        if (segment.fields["of"_L1].toString() == m_table.kind())
            m_segments.append(segment);
    if (const RecordState *mine = m_current ? find(*m_current) : nullptr) {
        m_seen = true;
        // Somebody else's changes of it are shown, unless the person has changed something here.
        if (!m_own.contains(savedIn(*mine)) && shown() == m_applied)
            apply(*mine);
        else if (savedIn(*mine) == m_applied)
            m_own = {m_applied};
    } else if (m_current && m_seen) {
        choose({}); // somebody has deleted it
    }
    rebuild();
    Q_EMIT currentChanged();
    count();
}

void SavedViewsModel::rebuild()
{
    QVector<Row> rows;
    for (const RecordState &segment : std::as_const(m_segments))
        rows.append({segment, m_counts.value(segment.record, -1), m_current == segment.record});
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.state.record; });
}

const RecordState *SavedViewsModel::find(const RecordRef &record) const
{
    const auto found = std::find_if(m_segments.begin(), m_segments.end(),
                                    [&](const RecordState &segment) { return segment.record == record; });
    return found == m_segments.end() ? nullptr : &*found;
}

RecordQuery SavedViewsModel::queryOf(const RecordState &segment) const
{
    return recordQueryFrom(m_table.query().kind, segment.fields[filter].toObject());
}

QJsonObject SavedViewsModel::shown() const
{
    return {{filter, toJson(m_table.query())}, {columns, QJsonArray::fromStringList(m_table.columns())}};
}

QString SavedViewsModel::currentName() const
{
    const RecordState *segment = m_current ? find(*m_current) : nullptr;
    return segment ? segment->fields[fields::name].toString() : QString();
}

bool SavedViewsModel::differs() const
{
    return m_current && !m_applied.isEmpty() && shown() != m_applied;
}

void SavedViewsModel::apply(const RecordState &segment)
{
    QStringList names;
    const QJsonArray saved = segment.fields[columns].toArray();
    for (const QJsonValue &name : saved)
        names.append(name.toString());
    m_table.setQuery(queryOf(segment));
    m_table.setColumns(names.isEmpty() ? m_allColumns : names);
    m_applied = shown();
    m_own = {savedIn(segment), m_applied};
    m_told = {};
}

void SavedViewsModel::choose(const QString &record)
{
    const auto wanted = RecordRef::from(record);
    const RecordState *segment = wanted ? find(*wanted) : nullptr;
    m_current = segment ? wanted : std::nullopt;
    m_seen = segment != nullptr;
    if (segment) {
        apply(*segment);
    } else {
        m_applied = {};
        m_table.setQuery({.kind = m_table.query().kind});
        m_table.setColumns(m_allColumns);
    }
    rebuild();
    Q_EMIT currentChanged();
}

QString SavedViewsModel::problemWith(const QString &name) const
{
    const auto value = fieldtext::nameFrom(RecordKind::Segment, name);
    return value ? QString() : value.error().message;
}

QString SavedViewsModel::saveAs(const QString &name)
{
    const auto called = fieldtext::nameFrom(RecordKind::Segment, name);
    if (!called)
        return {};
    QJsonObject set = shown();
    m_applied = set;
    m_own = {set};
    set.insert(fields::name, called.value());
    set.insert(u"of"_s, m_table.kind());
    m_current = RecordRef{RecordKind::Segment, m_ids.next(m_clock->utc())};
    m_seen = false;
    m_session.submit(CreateRecord{*m_current, set, {}});
    Q_EMIT currentChanged();
    return current();
}

void SavedViewsModel::change(const QJsonObject &set)
{
    if (m_current)
        m_session.submit(
            ChangeRecord{.record = *m_current, .basis = {}, .set = set, .was = {}, .lists = {}, .resolves = {}});
}

void SavedViewsModel::save()
{
    if (!differs())
        return;
    const RecordState *segment = find(*m_current);
    const QJsonObject stored = segment ? savedIn(*segment) : m_applied;
    if (!m_own.contains(stored) && m_told != stored) {
        m_told = stored;
        Q_EMIT noticed(
            {u"view.changed"_s, tr("The view “%1” has been changed by somebody else meanwhile. Save again to "
                                   "replace that, or choose the view again to see it.")
                                    .arg(currentName())});
        return;
    }
    m_applied = shown();
    m_own += {stored, m_applied};
    change(m_applied);
    Q_EMIT currentChanged();
}

void SavedViewsModel::rename(const QString &name)
{
    if (const auto called = fieldtext::nameFrom(RecordKind::Segment, name))
        change({{fields::name, called.value()}});
}

void SavedViewsModel::moveToBin()
{
    if (!m_current)
        return;
    const RecordRef record = *m_current;
    m_undo.offer(tr("The view “%1” is in the bin.").arg(currentName()), [this, record] {
        m_session.submit(ChangeRecord{
            .record = record, .basis = {}, .set = {{fields::deleted, false}}, .was = {}, .lists = {}, .resolves = {}});
    });
    change({{fields::deleted, true}});
    choose({});
}

int SavedViewsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SavedViewsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case RecordRole:
        return row.state.record.text();
    case Qt::DisplayRole:
    case NameRole:
        return row.state.fields[fields::name].toString();
    case CountTextRole:
        return row.count < 0 ? QString() : QLocale().toString(row.count);
    case CurrentRole:
        return row.isCurrent;
    default:
        return {};
    }
}

QHash<int, QByteArray> SavedViewsModel::roleNames() const
{
    return {{RecordRole, "record"}, {NameRole, "name"}, {CountTextRole, "countText"}, {CurrentRole, "current"}};
}

} // namespace frontdesk::models
