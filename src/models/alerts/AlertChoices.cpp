// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertChoices.h"

#include "domain/Command.h"

#include <QtCore/QJsonObject>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const QString alertsKey = u"setting:alerts"_s; // {kind: {"told": false, "sound": false}}: what is not there is on
const QStringList kinds{u"messages"_s, u"mentions"_s, u"reminders"_s, u"alarms"_s};
const QString toldName = u"told"_s;
const QString soundName = u"sound"_s;

QString mutedKey(const ConversationId &id)
{
    return ownSettingKey(u"muted:"_s + id.text());
}

AlertWishes::Wish wishFrom(const QJsonValue &kept)
{
    return {.told = kept[toldName].toBool(true), .sound = kept[soundName].toBool(true)};
}

} // namespace

AlertChoices::AlertChoices(OwnValues &own, QObject *parent)
    : QObject(parent)
    , m_own(own)
{
    connect(&own, &OwnValues::changed, this, &AlertChoices::changed);
}

QVariantMap AlertChoices::told() const
{
    QVariantMap told;
    for (const QString &kind : kinds)
        told.insert(kind, wishFrom(m_own.value(alertsKey)[kind]).told);
    return told;
}

QVariantMap AlertChoices::sounds() const
{
    QVariantMap sounds;
    for (const QString &kind : kinds)
        sounds.insert(kind, wishFrom(m_own.value(alertsKey)[kind]).sound);
    return sounds;
}

AlertWishes AlertChoices::wishes(const QVector<ConversationId> &conversations) const
{
    const QJsonValue kept = m_own.value(alertsKey);
    AlertWishes wishes{.messages = wishFrom(kept[kinds[0]]),
                       .mentions = wishFrom(kept[kinds[1]]),
                       .reminders = wishFrom(kept[kinds[2]]),
                       .alarms = wishFrom(kept[kinds[3]])};
    for (const ConversationId &id : conversations)
        if (isMuted(id))
            wishes.muted.insert(id);
    return wishes;
}

bool AlertChoices::isMuted(const ConversationId &id) const
{
    return m_own.value(mutedKey(id)).toBool();
}

void AlertChoices::mute(const ConversationId &id, bool muted)
{
    m_own.set(mutedKey(id), muted ? QJsonValue(true) : QJsonValue(QJsonValue::Null));
    Q_EMIT changed();
}

void AlertChoices::setTold(const QString &kind, bool on)
{
    set(kind, toldName, on);
}

void AlertChoices::setSound(const QString &kind, bool on)
{
    set(kind, soundName, on);
}

void AlertChoices::set(const QString &kind, const QString &what, bool on)
{
    if (!kinds.contains(kind))
        return;
    QJsonObject kept = m_own.value(alertsKey).toObject();
    QJsonObject wish = kept[kind].toObject();
    wish.insert(what, on);
    kept.insert(kind, wish);
    m_own.set(alertsKey, kept);
    Q_EMIT changed();
}

} // namespace frontdesk::models
