// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ActivityModel.h"

#include "models/ActivitySentence.h"
#include "models/Formatting.h"

namespace frontdesk::models {

namespace {

/// The conversation that an entry leads to: its stream's.
QString conversationOf(const Activity &activity)
{
    static const QString prefix = streamOf(ConversationId());
    return activity.stream.startsWith(prefix) ? activity.stream.mid(prefix.size()) : QString();
}

/// The record of the CRM that an entry leads to, as text; empty: none.
QString recordOf(const Activity &activity)
{
    static const QHash<QString, RecordKind> kinds{{QStringLiteral("Profile"), RecordKind::Contact},
                                                  {QStringLiteral("Organization"), RecordKind::Company},
                                                  {QStringLiteral("Deal"), RecordKind::Deal}};
    const auto kind = kinds.constFind(activity.object.type);
    return kind == kinds.cend() ? QString() : RecordRef{*kind, activity.object.id}.text();
}

} // namespace

ActivityModel::ActivityModel(sync::Session &session, const Directory &directory, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_directory(directory)
    , m_refresh(
          this, [this] { return m_session.store().activities({}, m_actors ? rowsLookedAt : m_limit); },
          [this](QVector<Activity> activities) { show(std::move(activities)); },
          [&session](std::chrono::milliseconds took) { return restOfList(session, took); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.everything)
            m_complete = false;
        if (changes.everything || changes.activities)
            m_refresh.request();
    });
    connect(&directory, &Directory::usersChanged, this, &ActivityModel::rebuild);
    connect(&directory, &Directory::presenceChanged, this, &ActivityModel::forgetProblem);
    m_refresh.request();
}

void ActivityModel::setActors(const std::optional<QStringList> &userIds)
{
    if (m_actors == userIds)
        return;
    m_actors = userIds;
    m_refresh.requestNow();
}

void ActivityModel::show(QVector<Activity> activities)
{
    if (m_actors) {
        activities.removeIf([&](const Activity &activity) { return !m_actors->contains(activity.actor.text()); });
        activities.resize(std::min<qsizetype>(activities.size(), pageRows));
    }
    m_activities = std::move(activities);
    rebuild();
    if (!std::exchange(m_loaded, true))
        Q_EMIT loadedChanged();
    setLoading(m_fetching, m_loadProblem);
}

void ActivityModel::rebuild()
{
    QVector<Row> rows;
    rows.reserve(m_activities.size());
    for (const Activity &activity : std::as_const(m_activities)) {
        const bool own = m_directory.isMe(activity.actor);
        Row row;
        row.activity = activity;
        row.initials = m_directory.initialsOf(activity.actor);
        row.actorName = own ? tr("You", "who did it") : m_directory.nameOf(activity.actor);
        row.sentence = activitySentence(activity, row.actorName, own);
        row.timeText = formatting::timeOfDay(activity.published);
        if (rows.isEmpty() || !formatting::isSameDay(rows.last().activity.published, activity.published))
            row.dayText = formatting::dayHeading(activity.published, m_directory.now());
        rows.append(row);
    }
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.activity.id; });
}

void ActivityModel::loadOlder()
{
    if (m_loading || m_complete || !m_loaded || m_actors)
        return;
    const bool cacheMayHaveMore = m_activities.size() >= m_limit;
    m_limit = int(m_activities.size()) + pageRows;
    if (cacheMayHaveMore) {
        setLoading(true, {});
        m_refresh.requestNow();
    } else {
        fetchOlder();
    }
}

void ActivityModel::fetchOlder()
{
    m_fetching = true;
    setLoading(true, {});
    const qint64 before = m_activities.isEmpty() ? std::numeric_limits<qint64>::max() : m_activities.last().seq;
    const qsizetype known = m_activities.size();
    whenDone(m_session.fetchActivities(before), this, [this, known](const Result<Done> &result) {
        if (!result) {
            m_fetching = false;
            setLoading(false, result.error().message);
            return;
        }
        whenDone(m_session.store().activities({}, m_limit), this, [this, known](QVector<Activity> activities) {
            m_fetching = false;
            m_complete = activities.size() <= known;
            show(std::move(activities));
        });
    });
}

void ActivityModel::forgetProblem()
{
    if (!m_loadProblem.isEmpty() && m_directory.online())
        setLoading(m_loading, {});
}

void ActivityModel::setLoading(bool loading, const QString &problem)
{
    m_loading = loading;
    m_loadProblem = problem;
    Q_EMIT loadingChanged();
}

int ActivityModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ActivityModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case ActivityIdRole:
        return row.activity.id.text();
    case ActorNameRole:
        return row.actorName;
    case InitialsRole:
        return row.initials;
    case AvatarKeyRole:
        return row.activity.actor.text();
    case VerbRole:
        return row.activity.verb;
    case ObjectTypeRole:
        return row.activity.object.type;
    case Qt::DisplayRole:
    case SentenceRole:
        return row.sentence;
    case TimeTextRole:
        return row.timeText;
    case FullTimeTextRole:
        return formatting::fullTime(row.activity.published);
    case DayTextRole:
        return row.dayText;
    case ConversationIdRole:
        return conversationOf(row.activity);
    case RecordRole:
        return recordOf(row.activity);
    default:
        return {};
    }
}

QHash<int, QByteArray> ActivityModel::roleNames() const
{
    return {{ActivityIdRole, "activityId"},
            {ActorNameRole, "actorName"},
            {InitialsRole, "initials"},
            {AvatarKeyRole, "avatarKey"},
            {VerbRole, "verb"},
            {ObjectTypeRole, "objectType"},
            {SentenceRole, "sentence"},
            {TimeTextRole, "timeText"},
            {FullTimeTextRole, "fullTimeText"},
            {DayTextRole, "dayText"},
            {ConversationIdRole, "conversationId"},
            {RecordRole, "record"}};
}

} // namespace frontdesk::models
