// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QObject>

namespace frontdesk::models {

/// What all devices of this person share, in memory, with what was set here and is on its way. GUI thread.
class OwnValues : public QObject {
    Q_OBJECT

public:
    explicit OwnValues(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] QJsonValue value(const QString &key) const; ///< null: none
    void set(const QString &key, const QJsonValue &value);    ///< null: removes it; the same again changes nothing

Q_SIGNALS:
    void changed();

private:
    /// The last command for a key that is not in the outbox (yet): no read knows it.
    struct Unwritten {
        CommandId command = {};
        bool failed = false; ///< it waits until something else has been written
    };
    void writeAgain();
    void show(QHash<QString, QJsonValue> values);

    sync::Session &m_session;
    QHash<QString, QJsonValue> m_values;
    QHash<QString, Unwritten> m_unwritten; ///< by key
    Refresh<QHash<QString, QJsonValue>> m_refresh;
};

} // namespace frontdesk::models
