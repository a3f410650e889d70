// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/FlightModel.h"

#include "models/Formatting.h"

#include <QtCore/QDateTime>

#include <algorithm>

namespace frontdesk::models {

namespace {

constexpr qint64 second = 1'000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr int hoursBetweenTicks = 6;

QString nameOf(FlightPicture::Kind kind)
{
    switch (kind) {
    case FlightPicture::Kind::Unknown:
        return QStringLiteral("unknown");
    case FlightPicture::Kind::Online:
        return QStringLiteral("online");
    case FlightPicture::Kind::Trying:
        return QStringLiteral("trying");
    case FlightPicture::Kind::Offline:
        return QStringLiteral("offline");
    }
    Q_UNREACHABLE();
}

} // namespace

FlightModel::FlightModel(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_refresh(
          this,
          [this] {
              return m_session.flightRecord().then(QtFuture::Launch::Async, [](const connection::FlightRecord &record) {
                  return Shown{pictureOf(record), record.until, record.problem ? record.problem->message : QString()};
              });
          },
          [this](Shown shown) {
              m_shown = std::move(shown);
              Q_EMIT changed();
          })
{
}

void FlightModel::refresh()
{
    m_refresh.request();
}

void FlightModel::exportJson()
{
    const auto json = m_session.flightRecord().then(
        QtFuture::Launch::Async, [server = m_session.status().server](const connection::FlightRecord &record) {
            return QString::fromUtf8(connection::exported(record, server));
        });
    whenDone(json, this, [this](const QString &text) { Q_EMIT exported(text); });
}

QVariantList FlightModel::spans() const
{
    QVariantList list;
    for (const FlightPicture::Span &span : m_shown.picture.spans)
        list.append(QVariantMap{{QStringLiteral("from"), span.from},
                                {QStringLiteral("to"), span.to},
                                {QStringLiteral("kind"), nameOf(span.kind)}});
    return list;
}

QVariantList FlightModel::curves() const
{
    QVariantList list;
    for (const auto &curve : m_shown.picture.curves) {
        QVariantList points;
        for (const FlightPicture::Point &point : curve)
            points.append(QVariantMap{{QStringLiteral("at"), point.at}, {QStringLiteral("latency"), point.latency}});
        list.append(QVariant(points));
    }
    return list;
}

QVariantList FlightModel::ticks() const
{
    if (m_shown.until == 0)
        return {};
    const qint64 begin = m_shown.until - connection::FlightLog::window;
    QDateTime tick = QDateTime::fromMSecsSinceEpoch(begin);
    tick.setTime({tick.time().hour() / hoursBetweenTicks * hoursBetweenTicks, 0});
    QVariantList list;
    for (; tick.toMSecsSinceEpoch() < m_shown.until; tick = tick.addSecs(hoursBetweenTicks * hour / second)) {
        const qint64 at = tick.toMSecsSinceEpoch();
        if (at > begin)
            list.append(QVariantMap{{QStringLiteral("at"), double(at - begin) / double(connection::FlightLog::window)},
                                    {QStringLiteral("text"), formatting::timeOfDay(at)}});
    }
    return list;
}

int FlightModel::longest() const
{
    int longest = 0;
    for (const auto &curve : m_shown.picture.curves)
        for (const FlightPicture::Point &point : curve)
            longest = std::max(longest, point.latency);
    return longest;
}

QString FlightModel::summary() const
{
    const FlightPicture &picture = m_shown.picture;
    if (picture.known == 0)
        return tr("Nothing is recorded yet");
    const auto duration = [](qint64 length) {
        if (length < minute)
            return tr("%1 s").arg(length / second);
        return length < hour ? tr("%1 min").arg(length / minute)
                             : tr("%1 h %2 min").arg(length / hour).arg(length % hour / minute);
    };
    const QString text = picture.drops == 0 ? tr("Online %1 of %2, never lost")
                                            : tr("Online %1 of %2, lost %n time(s)", nullptr, picture.drops);
    return text.arg(duration(picture.online), duration(picture.known));
}

} // namespace frontdesk::models
