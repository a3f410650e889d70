// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordHistoryModel.h"

#include "models/Formatting.h"
#include "models/records/RecordSentence.h"

namespace frontdesk::models {

namespace {

constexpr std::chrono::milliseconds frame{16};

} // namespace

RecordHistoryModel::RecordHistoryModel(sync::Session &session, const RecordTexts &texts, RecordRef record,
                                       QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_texts(texts)
    , m_record(std::move(record))
    , m_refresh(
          this, [this] { return m_session.store().recordHistory(m_record, std::nullopt, m_limit); },
          [this](const store::RecordHistory &history) { show(history); })
{
    m_nextPortion.setSingleShot(true);
    m_nextPortion.setInterval(frame);
    connect(&m_nextPortion, &QTimer::timeout, this, &RecordHistoryModel::showMore);
    connect(&texts, &RecordTexts::changed, this, [this] {
        m_told.clear();
        rebuild();
    });
    m_refresh.request();
    m_session.fetchRecordHistory(m_record, 0); // what the cache lacks comes as a change of it
}

void RecordHistoryModel::refresh()
{
    m_refresh.request();
}

void RecordHistoryModel::setFilter(const QString &filter)
{
    if (m_filter == filter)
        return;
    m_filter = filter;
    Q_EMIT filterChanged();
    find();
    showFirst(firstRows);
}

void RecordHistoryModel::showOlder()
{
    m_limit += pageRows;
    m_refresh.requestNow();
    if (m_history.rows.isEmpty())
        return;
    m_session.fetchRecordHistory(m_record,
                                 m_history.rows.last().row.seq); // without a connection there is what the cache has
}

void RecordHistoryModel::show(const store::RecordHistory &history)
{
    m_history = history;
    const bool isFull = history.rows.size() + history.messages.size() >= m_limit;
    if (const bool more = history.more || isFull; std::exchange(m_more, more) != more)
        Q_EMIT moreChanged();
    rebuild();
    fetchMissing();
}

/// What comes is told as a change of the conversation.
void RecordHistoryModel::fetchMissing()
{
    for (const store::MissingMessages &missing : std::as_const(m_history.missing)) {
        if (m_fetched.contains(missing))
            continue;
        m_fetched.insert(missing);
        whenDone(m_session.fetchHistory(missing.conversation, missing.before), this,
                 [this, missing](const Result<Done> &fetched) {
                     if (!fetched)
                         m_fetched.remove(missing); // without a connection: with the next change
                 });
    }
}

/// By which filter a row about this is shown.
QString RecordHistoryModel::filterOf(const DecodedRow &row, RecordKind kind)
{
    switch (kind) {
    case RecordKind::Note: {
        const auto *added = std::get_if<RecordAdded>(&row.event);
        const bool isCall = added && !added->state.fields[fields::call].toString().isEmpty();
        return isCall ? QStringLiteral("calls") : QStringLiteral("notes");
    }
    case RecordKind::Task:
        return QStringLiteral("tasks");
    case RecordKind::Deal:
        return QStringLiteral("deals");
    case RecordKind::File:
        return QStringLiteral("files");
    default:
        return QStringLiteral("changes");
    }
}

RecordHistoryModel::Row RecordHistoryModel::rowOf(const DecodedRow &row, const RecordRef &record) const
{
    return {.seq = row.row.seq,
            .at = row.row.at,
            .actor = row.row.actor,
            .record = record,
            .sentence = recordSentence(row, m_record, m_texts),
            .time = formatting::listTime(row.row.at, m_texts.now())};
}

RecordHistoryModel::Row RecordHistoryModel::rowOf(const Message &message) const
{
    return {.seq = message.seq,
            .at = message.at,
            .actor = message.author,
            .record = recordOf(message.conversation),
            .sentence = messageSentence(message, m_texts),
            .time = formatting::listTime(message.at, m_texts.now())};
}

void RecordHistoryModel::rebuild()
{
    find();
    showMore();
}

void RecordHistoryModel::find()
{
    if (!formatting::isSameDay(std::exchange(m_toldAt, m_texts.now()), m_texts.now()))
        m_told.clear();
    QVector<Row> rows;
    for (const DecodedRow &row : std::as_const(m_history.rows)) {
        const auto record = recordOf(row);
        if (!record || (!m_filter.isEmpty() && m_filter != filterOf(row, record->kind)))
            continue;
        auto told = m_told.constFind(row.row.seq);
        if (told == m_told.cend())
            told = m_told.insert(row.row.seq, rowOf(row, *record));
        rows.append(*told);
    }
    if (m_filter.isEmpty() || m_filter == QLatin1String("messages"))
        for (const Message &message : std::as_const(m_history.messages))
            rows.append(rowOf(message));
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.seq > b.seq; });
    m_found = std::move(rows);
}

void RecordHistoryModel::showMore()
{
    showFirst(m_rows.isEmpty() ? firstRows : m_rows.size() + portionRows);
}

void RecordHistoryModel::showFirst(qsizetype rows)
{
    const qsizetype shown = std::min(rows, m_found.size());
    replaceRows(m_rows, m_found.first(shown), [](const Row &row) { return row.seq; });
    if (shown < m_found.size())
        m_nextPortion.start();
    else
        m_nextPortion.stop();
}

int RecordHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RecordHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
    case SentenceRole:
        return row.sentence;
    case TimeRole:
        return row.time;
    case FullTimeRole:
        return formatting::fullTime(row.at);
    case ActorRole:
        return m_texts.directory().nameOf(row.actor);
    case InitialsRole:
        return m_texts.directory().initialsOf(row.actor);
    case AvatarKeyRole:
        return row.actor.text();
    case RecordRole:
        return row.record.text();
    default:
        return {};
    }
}

QHash<int, QByteArray> RecordHistoryModel::roleNames() const
{
    return {{SentenceRole, "sentence"}, {TimeRole, "time"},           {FullTimeRole, "fullTime"}, {ActorRole, "actor"},
            {InitialsRole, "initials"}, {AvatarKeyRole, "avatarKey"}, {RecordRole, "record"}};
}

} // namespace frontdesk::models
