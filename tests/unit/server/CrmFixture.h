// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "RecordsUnderTest.h"
#include "domain/Stages.h"

/// What the tests of records of the CRM share.
namespace frontdesk::server::testing {

inline QJsonObject money(const QString &amount)
{
    return {{QStringLiteral("amount"), amount}, {QStringLiteral("currency"), QStringLiteral("EUR")}};
}

inline QVector<Stage> someStages()
{
    const auto id = [] { return QUuid::createUuid().toString(QUuid::WithoutBraces); };
    return {{id(), QStringLiteral("Lead"), 10, QStringLiteral("open")},
            {id(), QStringLiteral("Won"), 100, QStringLiteral("won")},
            {id(), QStringLiteral("Lost"), 0, QStringLiteral("lost")}};
}

/// Ada, an administrator, and Ben, an agent, with a desk of their own.
class CrmFixture {
protected:
    void begin(qint64 answerUnits = 100'000)
    {
        m_desk = std::make_unique<RecordsUnderTest>(answerUnits);
        m_ada = m_desk->addUser(QStringLiteral("ada"), Role::Admin);
        m_ben = m_desk->addUser(QStringLiteral("ben"));
    }

    /// A record that Ada made; its version is 1.
    RecordRef make(RecordKind kind, const QJsonObject &set, const ListValues &lists = {})
    {
        const RecordRef record = newRecord(kind);
        const auto made = m_desk->give(m_ada, CreateRecord{record, set, lists});
        if (!made)
            qFatal("%s", qPrintable(made.error().code));
        return record;
    }
    RecordRef makeContact(const QString &name) { return make(RecordKind::Contact, {{fields::name, name}}); }

    QJsonObject give(const User &user, const CommandBody &body) { return resultOf(m_desk->give(user, body)); }
    static QJsonObject resultOf(const Result<QJsonObject> &result)
    {
        return result ? result.value() : QJsonObject{{QStringLiteral("refused"), result.error().code}};
    }
    RecordState stateOf(const RecordRef &record) { return m_desk->records().crm.find(record).value_or(RecordState{}); }

    std::unique_ptr<RecordsUnderTest> m_desk;
    User m_ada;
    User m_ben;
};

} // namespace frontdesk::server::testing
