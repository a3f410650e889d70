// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/DashboardModel.h"

#include "models/dashboard/Arrangement.h"
#include "models/dashboard/ChartFile.h"
#include "models/dashboard/FigureWords.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QDateTime>
#include <QtCore/QDir>
#include <QtCore/QFileInfo>
#include <QtCore/QJsonArray>
#include <QtCore/QStandardPaths>

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString orderOfTiles = u"setting:dashboardTiles"_s;
const QString orderOfCards = u"setting:dashboardCards"_s;
const QString alarmsKey = u"setting:dashboardAlarms"_s;
const QString toldAlarmsKey = u"setting:toldAlarms"_s; // figures, until they are fine again
const QStringList usualCards{u"revenue"_s, u"funnel"_s, u"activity"_s, u"volume"_s, u"people"_s, u"reasons"_s};

constexpr int secondsOfQuarter = 15 * 60; // clocks differ from UTC by quarters of an hour

/// How far this computer's clock is ahead of UTC, in minutes.
int offsetNow(const QDateTime &now)
{
    return now.offsetFromUtc() / secondsOfQuarter * (secondsOfQuarter / 60);
}

/// Of two questions the same, but perhaps on other days.
bool isAlike(const figures::Query &a, const figures::Query &b)
{
    return a.owner == b.owner && a.team == b.team &&
           std::abs(a.from.daysTo(a.until) - b.from.daysTo(b.until)) <= 3; // months differ
}

QStringList stringsIn(const QJsonValue &list)
{
    return list.toVariant().toStringList();
}

QVariantMap choice(const QString &value, const QString &text)
{
    return {{u"value"_s, value}, {u"text"_s, text}};
}

} // namespace

DashboardModel::DashboardModel(sync::Session &session, const Directory &directory, const TeamsModel &teams,
                               OwnValues &own, const WorkspaceSettings &workspace, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_directory(directory)
    , m_own(own)
    , m_workspace(workspace)
    , m_wall(own)
    , m_whose(directory, teams)
{
    connect(&session, &sync::Session::figuresChanged, this, &DashboardModel::show);
    connect(&session, &sync::Session::statusChanged, this, [this](const connection::Status &status) {
        if (status.state != connection::State::Online)
            setLive(false);
    });
    connect(&directory, &Directory::presenceChanged, this, [this] {
        rebuildTiles();
        Q_EMIT figuresChanged();
    });
    connect(&own, &OwnValues::changed, this, [this] {
        settleWatch();
        rebuildArrangement();
    });
    connect(&workspace, &WorkspaceSettings::changed, this, &DashboardModel::rebuildFigures);
    connect(&directory, &Directory::usersChanged, this, &DashboardModel::rebuild);
    connect(&teams, &TeamsModel::teamsChanged, this, &DashboardModel::observeTeams);
    rebuildFigures();
}

void DashboardModel::setWatching(bool watching)
{
    if (m_watching == watching)
        return;
    m_watching = watching;
    settleWatch();
    if (watching)
        rebuildFigures(); // the charts stood still
    Q_EMIT watchingChanged();
}

void DashboardModel::settleWatch()
{
    const bool asking = m_watching || !alarms().isEmpty();
    if (std::exchange(m_asking, asking) == asking)
        return;
    if (asking) {
        ask();
    } else {
        m_session.watchFigures({});
        setLive(false);
    }
}

Alarms DashboardModel::alarms() const
{
    return alarmsFrom(m_own.value(alarmsKey).toObject());
}

void DashboardModel::setPeriod(const QString &period)
{
    const auto chosen = periodFrom(period);
    if (!chosen || *chosen == m_period)
        return;
    m_period = *chosen;
    Q_EMIT periodChanged();
    Q_EMIT wordsChanged();
    ask();
}

QVariantList DashboardModel::periods() const
{
    QVariantList list;
    for (const Period period : {Period::Today, Period::Week, Period::Month, Period::Quarter, Period::Year})
        list.append(choice(nameOf(period), textOf(period)));
    return list;
}

void DashboardModel::setWhose(const QString &whose)
{
    if (m_whose.chosen() == whose)
        return;
    m_whose.choose(whose);
    narrowActivity();
    Q_EMIT whoseChanged();
    ask();
}

void DashboardModel::observeTeams()
{
    if (m_whose.leaveGoneTeam())
        ask();
    else
        rebuildTiles(); // who is there may be others
    narrowActivity();
    Q_EMIT whoseChanged();
}

ActivityModel *DashboardModel::activity()
{
    if (!m_activity) {
        m_activity = std::make_unique<ActivityModel>(m_session, m_directory);
        narrowActivity();
    }
    return m_activity.get();
}

void DashboardModel::narrowActivity()
{
    if (m_activity)
        m_activity->setActors(m_whose.owners());
}

QString DashboardModel::currency() const
{
    return m_currencies.contains(m_currency) ? m_currency : m_currencies.value(0);
}

void DashboardModel::setCurrency(const QString &currency)
{
    if (m_currency == currency)
        return;
    m_currency = currency;
    rebuildFigures();
}

QVariantList DashboardModel::currencies() const
{
    QVariantList list;
    for (const QString &currency : m_currencies)
        list.append(choice(currency, currency));
    return list;
}

std::optional<Money> DashboardModel::target() const
{
    return m_whose.isEverybody() ? m_workspace.revenueTarget() : std::nullopt;
}

figures::Query DashboardModel::query() const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_directory.now());
    figures::Query query = queryOf(m_period, now.date(), offsetNow(now));
    m_whose.addTo(query);
    return query;
}

void DashboardModel::ask()
{
    const figures::Query question = query();
    m_live = false;
    if (m_answer && !isAlike(m_answer->query, question))
        m_answer.reset(); // of something else
    rebuildFigures();
    if (!m_asking)
        return;
    m_asked = question;
    m_session.watchFigures(question);
    if (!m_answer)
        whenDone(m_session.store().figures(), this,
                 [this](const std::optional<figures::Answer> &kept) { showKept(kept); });
}

void DashboardModel::show(const figures::Answer &answer)
{
    if (!m_asking || answer.query != m_asked)
        return;
    if (m_asked != query())
        return ask();
    m_answer = answer;
    m_live = true;
    if (m_watching)
        rebuildFigures();
    else
        rebuildTiles(); // for the alarms; nobody sees the charts
}

void DashboardModel::showKept(const std::optional<figures::Answer> &answer)
{
    if (m_answer || !answer || !isAlike(answer->query, query()))
        return;
    m_answer = answer;
    rebuildFigures();
}

void DashboardModel::setLive(bool live)
{
    if (m_live == live)
        return;
    m_live = live;
    Q_EMIT figuresChanged();
}

QString DashboardModel::age() const
{
    return m_live || !m_answer ? QString() : figurewords::age(m_answer->at, m_directory.now());
}

QString DashboardModel::liveText() const
{
    if (m_live)
        return tr("Live");
    return m_directory.online() ? tr("Updating") : tr("Offline");
}

std::optional<Agents> DashboardModel::agents() const
{
    if (!m_directory.online())
        return {};
    const figures::Owners whose = m_whose.owners();
    Agents agents;
    for (const User &user : m_directory.users()) {
        if (whose && !whose->contains(user.id.text()))
            continue;
        ++agents.all;
        agents.online += m_directory.presenceOf(user.id).presence != Presence::Offline;
    }
    return agents;
}

QStringList DashboardModel::cards() const
{
    return arranged(usualCards, stringsIn(m_own.value(orderOfCards)));
}

void DashboardModel::moveTile(const QString &figure, int to)
{
    QStringList names;
    for (const Tile &tile : m_tiles.tiles())
        names.append(keptName(tile.figure));
    m_own.set(orderOfTiles, QJsonArray::fromStringList(moved(names, keptName(figure), to)));
    rebuildArrangement();
}

void DashboardModel::moveCard(const QString &card, int to)
{
    m_own.set(orderOfCards, QJsonArray::fromStringList(moved(cards(), card, to)));
    rebuildArrangement();
}

QVariantMap DashboardModel::alarmOf(const QString &figure) const
{
    const Alarm alarm = alarms().value(keptName(figure));
    return {{u"above"_s, models::textOf(alarm.above)},
            {u"below"_s, models::textOf(alarm.below)},
            {u"sounds"_s, alarm.sounds}};
}

QString DashboardModel::problemWithBound(const QString &text) const
{
    return boundFrom(text).isWrong ? tr("Write a number, or nothing.") : QString();
}

void DashboardModel::setAlarm(const QString &figure, const QString &above, const QString &below, bool sounds)
{
    Alarms changed = alarms();
    changed.insert(keptName(figure),
                   {.above = boundFrom(above).bound, .below = boundFrom(below).bound, .sounds = sounds});
    const QJsonObject kept = toJson(changed);
    m_own.set(alarmsKey, kept.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(kept));
    settleWatch();
    rebuildArrangement();
}

QString DashboardModel::saveCsv(const QString &card, const QString &path) const
{
    const QHash<QString, QVariantMap> charts{{u"revenue"_s, m_revenue},
                                             {u"funnel"_s, m_funnel},
                                             {u"reasons"_s, m_reasons},
                                             {u"volume"_s, m_volume},
                                             {u"people"_s, m_people}};
    const auto written = writeFile(filePathFrom(path), csvOf(charts.value(card)));
    return written ? QString() : written.error().message;
}

QString DashboardModel::fileOf(const QString &path) const
{
    return filePathFrom(path);
}

QString DashboardModel::suggestedFile(const QString &name, const QString &suffix) const
{
    const QDir folder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    return QDir::toNativeSeparators(folder.filePath(name + u'.' + suffix));
}

bool DashboardModel::isThere(const QString &path) const
{
    return QFileInfo(filePathFrom(path)).isFile();
}

void DashboardModel::rebuildArrangement()
{
    rebuildTiles();
    Q_EMIT cardsChanged();
}

void DashboardModel::rebuildTiles()
{
    m_tiles.show(tilesFor(tilesOf(m_answer, agents(), target()), stringsIn(m_own.value(orderOfTiles)), alarms()));
    tellOfAlarms();
}

void DashboardModel::tellOfAlarms()
{
    const Alarms set = alarms();
    const QStringList toldBefore = stringsIn(m_own.value(toldAlarmsKey));
    QStringList told = toldBefore;
    const QVector<Tile> tiles = m_tiles.tiles();
    for (const Tile &tile : tiles) {
        const QString name = keptName(tile.figure);
        if (!tile.alarm.isEmpty() && m_live && !m_alarmed.contains(tile.figure)) {
            m_alarmed.insert(tile.figure);
            const QString words =
                tr("%1: %2, %3", "a figure, its value, why that is an alarm").arg(tile.label, tile.value, tile.alarm);
            Q_EMIT alarmRaised(tile.figure, words);
            if (!told.contains(name)) {
                told.append(name);
                Q_EMIT alarmIsNew(tile.figure, words, set.value(name).sounds);
            }
        } else if (tile.alarm.isEmpty() && tile.number) {
            if (m_live)
                told.removeAll(name);
            if (m_alarmed.remove(tile.figure))
                Q_EMIT alarmOver(tile.figure);
        }
    }
    if (told != toldBefore)
        m_own.set(toldAlarmsKey,
                  told.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(QJsonArray::fromStringList(told)));
}

void DashboardModel::passTime()
{
    if (m_asking && m_asked != query())
        ask();
}

void DashboardModel::rebuild()
{
    if (m_asking && m_asked != query())
        ask(); // another day has begun
    else
        rebuildFigures();
    m_wall.rebuild();
    if (m_activity)
        m_activity->rebuild();
    Q_EMIT wordsChanged();
    Q_EMIT whoseChanged();
}

void DashboardModel::rebuildFigures()
{
    rebuildTiles();
    const figures::Answer &answer = m_answer ? *m_answer : figures::Answer{.query = query(), .now = {}, .before = {}};
    m_currencies = currenciesOf(answer);
    const QString drawn = m_currencies.contains(m_currency) ? m_currency : QString();
    m_revenue = toMap(revenueOf(answer, drawn, target()));
    m_funnel = toMap(funnelOf(answer, textOf(m_period), beforeTextOf(m_period), drawn));
    m_reasons = toMap(reasonsOf(answer));
    m_volume = toMap(volumeOf(answer));
    m_people = toMap(ownersOf(
        answer, [this](const QString &user) { return m_directory.nameOf(UserId(user)); }, drawn));
    Q_EMIT figuresChanged();
}

} // namespace frontdesk::models
