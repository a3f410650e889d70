// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordTableModel.h"

#include "models/Formatting.h"
#include "models/RecordWords.h"
#include "models/records/FilterValues.h"

#include <QtCore/QTimer>

#include <algorithm>

namespace frontdesk::models {

namespace {

std::optional<FileRef> pictureOf(const RecordState *state)
{
    const QJsonValue picture = state ? state->fields[fields::picture] : QJsonValue();
    if (!picture.isObject())
        return {};
    const auto file = fileFromJson(picture);
    return file ? std::optional(file.value()) : std::nullopt;
}

} // namespace

RecordTableModel::RecordTableModel(const Parts &parts, RecordKind kind, QStringList columns, int firstRows,
                                   QObject *parent)
    : QAbstractListModel(parent)
    , m_session(parts.session)
    , m_texts(parts.texts)
    , m_conflicts(parts.conflicts)
    , m_waiting(parts.waiting)
    , m_files(parts.files)
    , m_query{.kind = kind}
    , m_columns(std::move(columns))
    , m_firstRows(firstRows)
    , m_refresh(
          this,
          [this] { return m_session.store().records(m_query, std::exchange(m_isAsked, false) ? m_firstRows : 0); },
          [this](store::RecordKeys found) { show(std::move(found)); },
          [this](std::chrono::milliseconds took) { return restOfList(m_session, took); })
{
    connect(&m_session, &sync::Session::changed, this, &RecordTableModel::observe);
    connect(&m_texts, &RecordTexts::changed, this, &RecordTableModel::rebuild);
    connect(&m_conflicts, &OpenConflicts::changed, this, [this] { tellAll({ConflictsRole}); });
    connect(&m_waiting, &WaitingRecords::changed, this, [this] { tellAll({WaitingRole}); });
    connect(&m_selection, &RecordSelection::changed, this, [this] { tellAll({SelectedRole}); });
    // Not before whoever makes it could say what is looked for: everything would be shown first.
    QTimer::singleShot(0, this, [this] {
        if (!m_loaded && !m_refresh.running())
            m_refresh.request();
    });
}

void RecordTableModel::apply(RecordQuery query)
{
    if (m_query == query)
        return;
    m_query = std::move(query);
    m_isAsked = true;
    m_seen = {0, -1};
    Q_EMIT queryChanged();
    m_refresh.requestNow();
}

void RecordTableModel::setQuery(RecordQuery query)
{
    query.kind = m_query.kind;
    apply(std::move(query));
}

void RecordTableModel::setText(const QString &text)
{
    RecordQuery query = m_query;
    query.text = text;
    apply(std::move(query));
}

void RecordTableModel::setBin(bool bin)
{
    RecordQuery query = m_query;
    query.deleted = bin;
    apply(std::move(query));
}

void RecordTableModel::sortByColumn(const QString &field)
{
    RecordQuery query = m_query;
    query.descending = query.sortBy == field && !query.descending;
    query.sortBy = field;
    apply(std::move(query));
}

void RecordTableModel::filterBy(const QString &field, const QString &value)
{
    RecordQuery query = m_query;
    query.filters.removeIf([&](const RecordFilter &filter) { return filter.field == field; });
    if (!value.isEmpty())
        query.filters.append({field, FilterTest::Is, value});
    apply(std::move(query));
}

QString RecordTableModel::filterOf(const QString &field) const
{
    const auto found = std::find_if(m_query.filters.begin(), m_query.filters.end(),
                                    [&](const RecordFilter &filter) { return filter.field == field; });
    return found == m_query.filters.end() ? QString() : found->value.toString();
}

void RecordTableModel::clearFilters()
{
    RecordQuery query = m_query;
    query.text.clear();
    query.filters.clear();
    apply(std::move(query));
}

void RecordTableModel::setColumns(const QStringList &columns)
{
    if (m_columns == columns)
        return;
    m_columns = columns;
    m_shownTitles = columnTitles();
    Q_EMIT columnsChanged();
    rebuild();
}

QStringList RecordTableModel::columnTitles() const
{
    QStringList titles;
    for (const QString &field : m_columns)
        titles.append(m_texts.fieldName(m_query.kind, field));
    return titles;
}

QVariantList RecordTableModel::columnChoices() const
{
    QVariantList choices;
    for (const QString &field : filters::fieldsOf(m_query.kind, m_texts.customFields()))
        if (field != fields::name) // always there
            choices.append(QVariantMap{{QStringLiteral("value"), field},
                                       {QStringLiteral("text"), m_texts.fieldName(m_query.kind, field)},
                                       {QStringLiteral("shown"), m_columns.contains(field)}});
    return choices;
}

void RecordTableModel::showColumn(const QString &field, bool shown)
{
    QStringList columns = m_columns;
    columns.removeAll(field);
    if (shown)
        columns.append(field);
    setColumns(columns);
}

FilterListModel *RecordTableModel::filters()
{
    if (!m_filters)
        m_filters = std::make_unique<FilterListModel>(*this, m_texts);
    return m_filters.get();
}

std::pair<QVector<qint64>, QVector<RecordRef>> RecordTableModel::selected() const
{
    std::pair<QVector<qint64>, QVector<RecordRef>> found;
    for (const qint64 key : m_selection.keys()) {
        if (key >= 0)
            found.first.append(key);
        else
            found.second.append(m_made[-key - 1].record);
    }
    return found;
}

void RecordTableModel::observe(const store::Changes &changes)
{
    const bool concerns = std::any_of(changes.records.begin(), changes.records.end(),
                                      [&](const RecordRef &record) { return record.kind == m_query.kind; });
    if (!changes.everything && !concerns)
        return;
    const QList<qint64> kept = m_records.keys();
    for (const qint64 key : kept)
        if (changes.everything || changes.records.contains(m_records.object(key)->record))
            m_stale.insert(key);
    m_refresh.request();
}

void RecordTableModel::show(store::RecordKeys found)
{
    m_made = std::move(found.waiting);
    for (auto record = found.first.begin(); record != found.first.end(); ++record)
        m_records.insert(record.key(), new RecordState(*record));
    const bool isFirst = !std::exchange(m_loaded, true);
    replaceKeys(std::move(found.keys));
    m_selection.follow();
    if (isFirst)
        Q_EMIT countChanged();
    if (!m_stale.isEmpty())
        tellAll({RecordRole}); // what is seen of the stale ones is asked for again
}

/// Most answers differ from the one before by one row that came, went or moved: views are told just that.
void RecordTableModel::replaceKeys(QVector<qint64> next)
{
    const auto [before, after] = std::mismatch(m_keys.begin(), m_keys.end(), next.begin(), next.end());
    const qsizetype first = before - m_keys.begin();
    const auto [beforeEnd, afterEnd] = std::mismatch(m_keys.rbegin(), std::make_reverse_iterator(before), next.rbegin(),
                                                     std::make_reverse_iterator(after));
    const qsizetype gone = m_keys.size() - first - (beforeEnd - m_keys.rbegin());
    const qsizetype come = next.size() - first - (afterEnd - next.rbegin());
    const bool movedDown =
        gone == come && gone > 1 && std::equal(before + 1, before + gone, after) && *before == *(after + come - 1);
    const bool movedUp =
        gone == come && gone > 1 && std::equal(before, before + gone - 1, after + 1) && *after == *(before + gone - 1);
    if (movedDown || movedUp) {
        const int from = int(movedDown ? first : first + gone - 1);
        const int to = int(movedDown ? first + gone : first);
        beginMoveRows({}, from, from, {}, to);
        m_keys = std::move(next);
        endMoveRows();
        return;
    }
    const qsizetype replaced = std::min(gone, come);
    if (gone > replaced) {
        beginRemoveRows({}, int(first + replaced), int(first + gone - 1));
        m_keys.remove(first + replaced, gone - replaced);
        endRemoveRows();
    }
    if (come > replaced) {
        beginInsertRows({}, int(first + replaced), int(first + come - 1));
        m_keys.insert(first + replaced, come - replaced, qint64());
        std::copy(next.begin() + first + replaced, next.begin() + first + come, m_keys.begin() + first + replaced);
        endInsertRows();
    }
    m_keys = std::move(next); // the replaced ones
    if (replaced > 0)
        Q_EMIT dataChanged(index(int(first)), index(int(first + replaced - 1)));
    if (gone != come)
        Q_EMIT countChanged();
}

const RecordState *RecordTableModel::stateAt(int row) const
{
    const qint64 key = m_keys[row];
    if (key < 0)
        return &m_made[-key - 1];
    const RecordState *found = m_records.object(key);
    if (!found || m_stale.contains(key))
        want(row);
    return found;
}

void RecordTableModel::want(int row) const
{
    m_wanted =
        m_wanted ? std::pair(std::min(m_wanted->first, row), std::max(m_wanted->second, row)) : std::pair(row, row);
    if (std::exchange(m_reading, true))
        return;
    auto *self = const_cast<RecordTableModel *>(this); // it is read in another turn of the event loop
    QTimer::singleShot(0, self, [self] { self->readWanted(); });
}

void RecordTableModel::readWanted()
{
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    if (!wanted || m_keys.isEmpty()) {
        m_reading = false;
        return;
    }
    // Where somebody jumps over thousands of rows only the last screen of them is still looked at.
    const int around = std::clamp(2 * (wanted->second - wanted->first), leastAround, mostAround);
    const int last = std::min(wanted->second + around, count() - 1);
    const int first = std::max({0, wanted->first - around, last - mostKept / 2});
    QVector<qint64> keys;
    for (int row = first; row <= last; ++row)
        if (const qint64 key = m_keys[row]; key >= 0 && (!m_records.contains(key) || m_stale.contains(key)))
            keys.append(key);
    for (const qint64 key : std::as_const(keys))
        m_stale.remove(key);
    whenDone(m_session.store().recordsAt(keys), this,
             [this](const QHash<qint64, RecordState> &records) { take(records); });
}

void RecordTableModel::take(const QHash<qint64, RecordState> &records)
{
    m_reading = false;
    for (auto record = records.begin(); record != records.end(); ++record)
        m_records.insert(record.key(), new RecordState(*record));
    const auto isRead = [&](qint64 key) { return records.contains(key); };
    const auto first = std::find_if(m_keys.begin(), m_keys.end(), isRead);
    const auto last = std::find_if(m_keys.rbegin(), m_keys.rend(), isRead);
    if (first != m_keys.end())
        Q_EMIT dataChanged(index(int(first - m_keys.begin())), index(int(m_keys.rend() - last - 1)));
    seePictures();
    if (m_wanted && !std::exchange(m_reading, true))
        readWanted();
}

void RecordTableModel::see(int first, int last)
{
    m_seen = {std::max(first, 0), last};
    seePictures();
}

/// What is not read yet is told again when it is.
void RecordTableModel::seePictures()
{
    for (int row = m_seen.first; row <= std::min(m_seen.second, count() - 1); ++row) {
        const auto picture = pictureOf(stateAt(row));
        if (!picture)
            continue;
        const bool isNew = !m_files.known(*picture);
        m_files.of(*picture)->see();
        if (isNew)
            Q_EMIT dataChanged(index(row), index(row), {PictureRole});
    }
}

void RecordTableModel::rebuild()
{
    if (const QStringList titles = columnTitles(); std::exchange(m_shownTitles, titles) != titles)
        Q_EMIT columnsChanged();
    tellAll({});
}

void RecordTableModel::tellAll(const QVector<int> &roles)
{
    if (!m_keys.isEmpty())
        Q_EMIT dataChanged(index(0), index(count() - 1), roles);
}

int RecordTableModel::rowOf(const QString &record) const
{
    for (int row = 0; row < count(); ++row) {
        const qint64 key = m_keys[row];
        const RecordState *state = key < 0 ? &m_made[-key - 1] : m_records.object(key);
        if (state && state->record.text() == record)
            return row;
    }
    return -1;
}

void RecordTableModel::expect(const QString &record, const RecordTableModel &from)
{
    const int row = from.rowOf(record);
    const qint64 key = row < 0 ? -1 : from.m_keys[row];
    if (key < 0 || &from == this)
        return; // what waits to be made is known to every table
    m_records.insert(key, new RecordState(*from.m_records.object(key)));
    m_stale.insert(key);
}

QString RecordTableModel::recordAt(int row) const
{
    const RecordState *state = row >= 0 && row < count() ? stateAt(row) : nullptr;
    return state ? state->record.text() : QString();
}

int RecordTableModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RecordTableModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const RecordState *state = stateAt(index.row());
    const auto valueOf = [&](const QString &field) -> QJsonValue {
        if (field == QLatin1String("createdAt"))
            return state->createdAt;
        if (field == QLatin1String("changedAt"))
            return state->changedAt;
        return state->fields[field];
    };
    const auto cell = [&](const QString &field) {
        const auto list = state->lists.constFind(field);
        return list != state->lists.constEnd() ? list->join(QStringLiteral(", "))
                                               : m_texts.textOf(m_query.kind, field, valueOf(field));
    };
    switch (role) {
    case RecordRole:
        return state ? state->record.text() : QString();
    case Qt::DisplayRole:
    case TitleRole:
        return state ? words::titleOf(m_query.kind, state->fields) : QString();
    case InitialsRole:
        return state ? formatting::initials(words::titleOf(m_query.kind, state->fields)) : QString();
    case AvatarKeyRole:
        return state ? state->record.id : QString();
    case PictureRole: {
        const auto picture = pictureOf(state);
        return QVariant::fromValue(picture ? m_files.known(*picture) : nullptr);
    }
    case CellsRole: {
        QVariantMap cells;
        for (const QString &field : m_columns)
            cells.insert(field, state ? cell(field) : QString());
        return cells;
    }
    case StatusColorRole: {
        const QString status = state ? state->fields[fields::status].toString() : QString();
        return status.isEmpty() ? QString() : m_texts.workspace().colorOf(status);
    }
    case WaitingRole:
        return state && m_waiting.waits(state->record);
    case ConflictsRole:
        return state ? m_conflicts.countOf(state->record) : 0;
    case SelectedRole:
        return m_selection.contains(m_keys[index.row()]);
    default:
        return {};
    }
}

QHash<int, QByteArray> RecordTableModel::roleNames() const
{
    return {{RecordRole, "record"},           {TitleRole, "title"},     {InitialsRole, "initials"},
            {AvatarKeyRole, "avatarKey"},     {PictureRole, "picture"}, {CellsRole, "cells"},
            {StatusColorRole, "statusColor"}, {WaitingRole, "waiting"}, {ConflictsRole, "conflicts"},
            {SelectedRole, "selected"}};
}

} // namespace frontdesk::models
