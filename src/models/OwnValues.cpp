// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/OwnValues.h"

namespace frontdesk::models {

OwnValues::OwnValues(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_refresh(
          this, [&session] { return session.store().ownValues(); },
          [this](QHash<QString, QJsonValue> values) { show(std::move(values)); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.own || changes.everything)
            m_refresh.request();
    });
    connect(&session, &sync::Session::queued, this, [this](const CommandId &id) {
        const QString key = m_unwritten.value(id);
        if (key.isEmpty())
            return;
        // What could not be written stands until something else is: whoever set it would set it again without end.
        m_unwritten.removeIf([&](const auto &one) { return one.value() == key && !(id < one.key()); });
        m_refresh.request();
    });
    m_refresh.request();
}

QJsonValue OwnValues::value(const QString &key) const
{
    return m_values.value(key, QJsonValue::Null);
}

void OwnValues::set(const QString &key, const QJsonValue &value)
{
    if (value == this->value(key))
        return;
    if (value.isNull())
        m_values.remove(key);
    else
        m_values.insert(key, value);
    m_unwritten.insert(m_session.submit(SetOwnValue{key, value}), key);
}

void OwnValues::show(QHash<QString, QJsonValue> values)
{
    if (m_refresh.running())
        return; // it was read before the last change
    for (const QString &key : std::as_const(m_unwritten)) {
        values.remove(key);
        if (const auto set = m_values.constFind(key); set != m_values.constEnd())
            values.insert(key, *set);
    }
    if (values == m_values)
        return;
    m_values = std::move(values);
    Q_EMIT changed();
}

} // namespace frontdesk::models
