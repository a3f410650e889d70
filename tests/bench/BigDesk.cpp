// SPDX-License-Identifier: GPL-3.0-or-later
#include "BigDesk.h"

#include "SampleContact.h"
#include "ServerStorage.h"
#include "demo/DemoTeam.h"
#include "domain/Stages.h"
#include "server/access/PasswordWorker.h"
#include "server/storage/Seed.h"

#include <QtCore/QDate>

#include <sodium.h>

namespace bench {

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;
using server::Records;

namespace {

constexpr int contactsOfCompany = 20;

CreateRecord deal(ZipfLanguage &language, const QString &pipeline, const QString &stage)
{
    const QDate close = QDate(2026, 1, 1).addDays(language.number(0, 600));
    return {.record = {RecordKind::Deal, {}},
            .set = {{fields::name, QString(language.word() + u' ' + language.word())},
                    {fields::value, QJsonObject{{u"amount"_s, QString::number(language.number(1, 90'000))},
                                                {u"currency"_s, u"EUR"_s}}},
                    {u"expectedClose"_s, close.toString(Qt::ISODate)},
                    {fields::place, QJsonObject{{u"pipeline"_s, pipeline}, {u"stage"_s, stage}}}},
            .lists = {}};
}

Result<Done> fill(Records &records, const QString &passwordHash, int contacts, int deals)
{
    qint64 at = SystemClock().utc().count();
    QVector<UserId> people;
    for (const QString &name : {BigDesk::watcher(), BigDesk::worker()}) {
        const auto user = records.accounts.create(
            {.name = name, .displayName = name, .role = Role::Admin, .password = demo::password()}, passwordHash, at);
        if (!user)
            return user.error();
        people.append(user.value().id);
    }
    if (const auto seeded = server::seedWorkspace(records, at); !seeded)
        return seeded;
    ZipfLanguage language(1);
    const auto make = [&](CreateRecord wanted, int index) {
        const UserId &owner = people[index % people.size()];
        wanted.record.id = createUuidV7(milliseconds(++at));
        wanted.set.insert(fields::owner, owner.text());
        return records.crmKeeper.create({owner, at}, wanted);
    };
    QStringList companies;
    for (int index = 0; index <= contacts / contactsOfCompany; ++index) {
        const auto made = make({.record = {RecordKind::Company, {}},
                                .set = {{fields::name, QString(language.word() + u' ' + language.word())}},
                                .lists = {}},
                               index);
        if (!made)
            return made.error();
        companies.append(made.value().record.id);
    }
    for (int index = 0; index < contacts; ++index) {
        SampleContact sample = SampleContact::make(language);
        sample.fields.insert(fields::company, companies[language.number(0, int(companies.size()) - 1)]);
        const auto made =
            make({.record = {RecordKind::Contact, {}}, .set = sample.fields, .lists = sample.lists}, index);
        if (!made)
            return made.error();
    }
    const RecordState pipeline = records.crm.all(RecordKind::Pipeline).first();
    const auto stages = stagesFrom(pipeline.fields[fields::stages]);
    for (int index = 0; index < deals; ++index) {
        const auto made = make(deal(language, pipeline.record.id, stages[index % stages.size()].id), index);
        if (!made)
            return made.error();
    }
    return Done{};
}

} // namespace

Result<Done> BigDesk::write(const QString &serverFolder, int contacts, int deals)
{
    if (sodium_init() < 0)
        return Error{u"server.storage"_s, u"The cryptographic library could not be started."_s};
    const QString hash = server::hashPassword(demo::password());
    return writeInto(serverFolder, [&](Records &records) { return fill(records, hash, contacts, deals); });
}

} // namespace bench
