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
        if (m_unwritten.removeIf([&](const auto &one) { return one.value().command == id; }))
            m_refresh.request();
        writeAgain(); // the disk takes things
    });
    // What could not be written stands: whoever set it would set it again without end.
    connect(&session, &sync::Session::failed, this, [this](const Error &error) {
        const CommandId id(error.detail[QLatin1String("command")].toString());
        for (Unwritten &one : m_unwritten)
            one.failed = one.failed || one.command == id;
    });
    m_refresh.request();
}

QJsonValue OwnValues::value(const QString &key) const
{
    return m_values.value(key, QJsonValue::Null);
}

void OwnValues::set(const QString &key, const QJsonValue &value)
{
    if (value == this->value(key) && !m_unwritten.value(key).failed)
        return;
    if (value.isNull())
        m_values.remove(key);
    else
        m_values.insert(key, value);
    m_unwritten.insert(key, {.command = m_session.submit(SetOwnValue{key, value})});
}

void OwnValues::writeAgain()
{
    for (auto one = m_unwritten.begin(); one != m_unwritten.end(); ++one)
        if (one->failed)
            *one = {.command = m_session.submit(SetOwnValue{one.key(), value(one.key())})};
}

void OwnValues::show(QHash<QString, QJsonValue> values)
{
    if (m_refresh.running())
        return; // it was read before the last change
    for (auto one = m_unwritten.constBegin(); one != m_unwritten.constEnd(); ++one) {
        values.remove(one.key());
        if (const auto set = m_values.constFind(one.key()); set != m_values.constEnd())
            values.insert(one.key(), *set);
    }
    if (values == m_values)
        return;
    m_values = std::move(values);
    Q_EMIT changed();
}

} // namespace frontdesk::models
