// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/DashboardModel.h"

#include "models/dashboard/FigureWords.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int secondsOfQuarter = 15 * 60; // clocks differ from UTC by quarters of an hour

/// How far this computer's clock is ahead of UTC, in minutes.
int offsetNow(const QDateTime &now)
{
    return now.offsetFromUtc() / secondsOfQuarter * (secondsOfQuarter / 60);
}

/// Of two questions the same, but perhaps on other days.
bool isAlike(const figures::Query &a, const figures::Query &b)
{
    return a.owner == b.owner && std::abs(a.from.daysTo(a.until) - b.from.daysTo(b.until)) <= 3; // months differ
}

QVariantMap choice(const QString &value, const QString &text)
{
    return {{u"value"_s, value}, {u"text"_s, text}};
}

} // namespace

DashboardModel::DashboardModel(sync::Session &session, const Directory &directory, const WorkspaceSettings &workspace,
                               QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_directory(directory)
    , m_workspace(workspace)
{
    connect(&session, &sync::Session::figuresChanged, this, &DashboardModel::show);
    connect(&session, &sync::Session::statusChanged, this, [this](const connection::Status &status) {
        if (status.state != connection::State::Online)
            setLive(false);
    });
    connect(&directory, &Directory::presenceChanged, this, [this] {
        showTiles();
        Q_EMIT figuresChanged();
    });
    connect(&workspace, &WorkspaceSettings::changed, this, &DashboardModel::rebuildFigures);
    connect(&directory, &Directory::usersChanged, this, &DashboardModel::rebuild);
    rebuildFigures();
}

void DashboardModel::setWatching(bool watching)
{
    if (m_watching == watching)
        return;
    m_watching = watching;
    if (watching) {
        ask();
    } else {
        m_session.watchFigures({});
        setLive(false);
    }
    Q_EMIT watchingChanged();
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

void DashboardModel::setOwner(const QString &owner)
{
    if (m_owner == owner)
        return;
    m_owner = owner;
    Q_EMIT ownerChanged();
    ask();
}

QVariantList DashboardModel::owners() const
{
    QVariantList list{choice({}, tr("Everybody"))};
    for (const User &user : m_directory.users())
        list.append(choice(user.id.text(), user.displayName));
    return list;
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
    return m_owner.isEmpty() ? m_workspace.revenueTarget() : std::nullopt;
}

figures::Query DashboardModel::query() const
{
    const QDateTime now = QDateTime::fromMSecsSinceEpoch(m_directory.now());
    figures::Query query = queryOf(m_period, now.date(), offsetNow(now));
    if (!m_owner.isEmpty())
        query.owner = UserId(m_owner);
    return query;
}

void DashboardModel::ask()
{
    m_live = false;
    if (m_answer && !isAlike(m_answer->query, query()))
        m_answer.reset(); // of something else
    rebuildFigures();
    if (!m_watching)
        return;
    m_session.watchFigures(query());
    if (!m_answer)
        whenDone(m_session.store().figures(), this,
                 [this](const std::optional<figures::Answer> &kept) { showKept(kept); });
}

void DashboardModel::show(const figures::Answer &answer)
{
    if (!m_watching || answer.query != query())
        return;
    m_answer = answer;
    m_live = true;
    rebuildFigures();
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
    const auto isThere = [this](const User &user) {
        return m_directory.presenceOf(user.id).presence != Presence::Offline;
    };
    const QVector<User> &users = m_directory.users();
    return Agents{.online = int(std::count_if(users.begin(), users.end(), isThere)), .all = int(users.size())};
}

void DashboardModel::rebuild()
{
    if (m_watching && m_answer && m_answer->query != query())
        ask(); // another day has begun
    else
        rebuildFigures();
    Q_EMIT wordsChanged();
}

void DashboardModel::rebuildFigures()
{
    showTiles();
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
