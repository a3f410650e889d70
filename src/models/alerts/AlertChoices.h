// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/OwnValues.h"
#include "models/alerts/Alert.h"

#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// What a person wants to be told, for QML: kept with their own values, so it is the same on all their devices. GUI
/// thread.
class AlertChoices : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Alerts")
    /// By kind ("messages", "mentions", "reminders", "alarms") whether they are told, and whether that makes a sound.
    Q_PROPERTY(QVariantMap told READ told NOTIFY changed FINAL)
    Q_PROPERTY(QVariantMap sounds READ sounds NOTIFY changed FINAL)

public:
    explicit AlertChoices(OwnValues &own, QObject *parent = nullptr);

    [[nodiscard]] QVariantMap told() const;
    [[nodiscard]] QVariantMap sounds() const;
    [[nodiscard]] AlertWishes wishes(const QVector<ConversationId> &conversations) const;
    [[nodiscard]] bool isMuted(const ConversationId &id) const;
    void mute(const ConversationId &id, bool muted);

    Q_INVOKABLE void setTold(const QString &kind, bool on);
    Q_INVOKABLE void setSound(const QString &kind, bool on);

Q_SIGNALS:
    void changed();

private:
    void set(const QString &kind, const QString &what, bool on);

    OwnValues &m_own;
};

} // namespace frontdesk::models
