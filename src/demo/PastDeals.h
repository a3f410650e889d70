// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Customers.h"
#include "demo/PastRecords.h"

namespace frontdesk::demo {

class PastWriter;

struct Acquaintance {
    RecordRef contact;
    qint64 since = 0;
};

struct Customer {
    const Market *market = nullptr;
    Firm firm;
    RecordRef company;
    UserId owner;
    qint64 since = 0;
    QVector<Acquaintance> people; ///< the first since the beginning
};

QStringList industries();
QStringList dealSources();

/// What was sold to the customers, and what there is to do about it.
class PastDeals {
public:
    PastDeals(const TeamIds &team, PastWriter &past);

    void sellTo(const Customer &customer);
    /// Sales have brought the contacts on: they are qualified, then customers.
    void raiseContacts();
    /// Tasks that wait: some too long, some for today, some for later.
    void leaveSomethingToDo();
    /// Two of the open deals were changed by two people at once.
    void disagree();

private:
    struct Pipeline {
        QString id;
        QStringList open; ///< stages that are neither
        QString won;
        QString lost;
    };
    struct Deal {
        RecordRef record;
        RecordRef contact;
        UserId owner;
        const Market *market = nullptr;
        qint64 since = 0;
    };
    struct Raise {
        qint64 at = 0;
        UserId by;
        bool isCustomer = false; ///< else qualified
    };
    static Pipeline pipelineFrom(const QString &id, const QJsonArray &stages);
    Pipeline addRenewals(const UserId &admin);

    /// When it was won; nothing when it was not.
    std::optional<qint64> sell(const Customer &customer, const Pipeline &pipeline, const QString &title, qint64 from);
    void begin(const Deal &deal, const Customer &customer, const Pipeline &pipeline, const QString &title);
    std::optional<qint64> close(const Deal &deal, const Pipeline &pipeline);
    void goTo(const Deal &deal, const Pipeline &pipeline, const QString &stage, qint64 at,
              const QString &lostReason = {});
    void task(const Deal &deal, const UserId &assignee, qint64 made, qint64 due, std::optional<qint64> done);
    [[nodiscard]] QJsonObject amount(const QString &currency) const;

    const TeamIds &m_team;
    PastWriter &m_past;
    const Pipeline m_sales;
    const Pipeline m_renewals;
    QVector<Deal> m_open;
    QMap<QString, QVector<Raise>> m_raises; ///< by the contact's id
    int m_deals = 0;
    int m_tasks = 0;
};

} // namespace frontdesk::demo
