// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RecordsUnderTest.h"

/// What the tests share in which people change the same conversation.
namespace frontdesk::server::testing {

/// A change by somebody who had seen this version of the record.
inline ChangeRecord seeing(qint64 version, ChangeRecord change, const QVector<CommandId> &after = {})
{
    change.basis = {version, after};
    return change;
}

inline qint64 versionIn(const Result<QJsonObject> &result)
{
    return result ? result.value()[QLatin1String("version")].toInteger() : 0;
}

inline QStringList conflictsIn(const Result<QJsonObject> &result)
{
    QStringList ids;
    const QJsonArray conflicts =
        result ? result.value()[QLatin1String("conflicts")].toArray() : QJsonArray{QStringLiteral("refused")};
    for (const QJsonValue &id : conflicts)
        ids.append(id.toString());
    return ids;
}

/// Ada and Ben in a group of their own, and Eve, who is not in it.
class GroupFixture {
protected:
    void begin()
    {
        m_desk = std::make_unique<RecordsUnderTest>();
        m_ada = m_desk->addUser(QStringLiteral("ada"));
        m_ben = m_desk->addUser(QStringLiteral("ben"));
        m_eve = m_desk->addUser(QStringLiteral("eve"));
        m_group = m_desk->createGroup(m_ada, QStringLiteral("Launch"), {m_ben.id});
    }
    ConversationState state() { return m_desk->records().conversations.state(m_group); }
    QVector<Conflict> conflicts() { return state().conflicts; }
    QString title() { return m_desk->records().conversations.find(m_group)->title; }
    Result<QJsonObject> rename(const User &user, qint64 seen, const QString &to, const QVector<CommandId> &after = {})
    {
        return m_desk->give(user, seeing(seen, renameConversation(m_group, to), after));
    }

    std::unique_ptr<RecordsUnderTest> m_desk;
    User m_ada;
    User m_ben;
    User m_eve;
    ConversationId m_group;
};

} // namespace frontdesk::server::testing
