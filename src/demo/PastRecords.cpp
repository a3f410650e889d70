// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/PastRecords.h"

#include "demo/Customers.h"
#include "demo/DemoTeam.h"
#include "demo/Dialogues.h"
#include "demo/PastDeals.h"
#include "demo/PastWriter.h"
#include "domain/RecordSchema.h"

#include <algorithm>
#include <map>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

const QStringList contactTags{u"newsletter"_s, u"partner"_s, u"press"_s, u"vip"_s, u"wholesale"_s};

/// Who speaks the language of a market; nobody does: whoever speaks English.
QVector<UserId> sellersOf(const QString &language, const TeamIds &team)
{
    const QVector<Person> all = people();
    QVector<UserId> own;
    QVector<UserId> others;
    for (int index = 0; index < all.size(); ++index) {
        if (all[index].language == language) {
            own.append(team.people[index]);
        } else if (all[index].language == "en"_L1) {
            others.append(team.people[index]);
        }
    }
    return own.isEmpty() ? others : own;
}

/// One market's companies and people.
class Prospecting {
public:
    Prospecting(const Market &market, const TeamIds &team, PastWriter &past)
        : m_market(market)
        , m_sellers(sellersOf(market.language, team))
        , m_past(past)
    {
        for (const SpelledName &given : market.given) {
            for (const SpelledName &family : market.family) {
                m_names.append({given, family});
            }
        }
        past.shuffle(m_names);
    }

    QVector<Customer> find()
    {
        QVector<Customer> customers;
        for (const Firm &firm : m_market.firms) {
            customers.append(meet(firm));
        }
        // People without a company, too.
        const Customer &any = m_past.pick(customers);
        addContact(nullptr, any.owner, any.since + 3 * PastWriter::day);
        return customers;
    }

    /// Somebody whom two colleagues have written down, each in their own way.
    void meetAgain(const Customer &customer)
    {
        const auto &[given, family] = m_names.first();
        m_past.create(customer.owner, m_past.daysOn(customer.since, 40),
                      m_past.named(RecordKind::Contact, u"again "_s + m_market.language),
                      {{fields::name, u"%1, %2"_s.arg(family.written, given.written)},
                       {fields::status, u"lead"_s},
                       {fields::owner, customer.owner.text()}},
                      {{fields::emails, {m_firstEmail.toUpper()}}});
    }

private:
    struct Name {
        SpelledName given;
        SpelledName family;
    };

    Customer meet(const Firm &firm)
    {
        Customer customer{.market = &m_market,
                          .firm = firm,
                          .company = m_past.named(RecordKind::Company, firm.domain),
                          .owner = m_past.pick(m_sellers),
                          .since = m_past.atWork(m_past.begin() + m_past.upTo(PastWriter::day * 600)),
                          .people = {}};
        m_past.create(customer.owner, customer.since, customer.company,
                      {{fields::name, firm.name},
                       {u"address"_s, firm.address},
                       {u"website"_s, u"https://%1.example"_s.arg(firm.domain)},
                       {fields::owner, customer.owner.text()},
                       {customFieldName(u"industry"_s), m_past.pick(industries())}},
                      {{fields::emails, {u"office@%1.example"_s.arg(firm.domain)}}, {fields::phones, {phone()}}});
        const int people = m_past.between(3, 5);
        qint64 at = customer.since;
        for (int person = 0; person < people; ++person) {
            customer.people.append(addContact(&customer, customer.owner, at));
            at = m_past.daysOn(at, person == 0 ? 1 : m_past.between(5, 120));
            if (at >= m_past.now()) {
                break;
            }
        }
        return customer;
    }

    Acquaintance addContact(const Customer *customer, const UserId &owner, qint64 at)
    {
        const Name name = m_names[m_next++];
        const QString domain = customer ? customer->firm.domain : u"mail"_s;
        const QString email = u"%1.%2@%3.example"_s.arg(name.given.latin, name.family.latin, domain);
        const RecordRef contact = m_past.named(RecordKind::Contact, email);
        QStringList emails{email};
        if (m_firstEmail.isEmpty()) {
            m_firstEmail = email;
        } else if (customer && m_past.chance(25)) {
            emails.append(u"%1.%2@mail.example"_s.arg(name.given.latin, name.family.latin));
        }
        ListValues lists{{fields::emails, emails}, {fields::phones, {phone()}}};
        if (m_past.chance(40)) {
            lists.insert(fields::tags, {m_past.pick(contactTags)});
        }
        at += PastWriter::minute * m_past.between(2, 9);
        m_past.create(owner, at, contact,
                      {{fields::name, m_market.fullName(name.given, name.family)},
                       {u"givenName"_s, name.given.written},
                       {u"familyName"_s, name.family.written},
                       {fields::company, customer ? customer->company.id : QString()},
                       {u"job"_s, customer ? m_past.pick(m_market.jobs) : QString()},
                       {u"address"_s, customer ? customer->firm.address : QString()},
                       {fields::status, u"lead"_s},
                       {fields::owner, owner.text()}},
                      lists);
        live(contact, owner, at);
        return {contact, at};
    }

    /// What changes about people in two years.
    void live(const RecordRef &contact, const UserId &owner, qint64 since)
    {
        if (m_past.chance(30)) {
            const QString text = m_past.pick(m_market.notes);
            const qint64 at = m_past.daysOn(since, m_past.between(2, 90));
            // Some of them were said on the phone: by the time, so that nothing more is drawn.
            const qint64 minutes = at / (60 * 1000) % 40;
            const bool isCall = minutes > 0 && minutes < 25;
            m_past.note(owner, at, contact, text,
                        isCall ? QJsonObject{{fields::call, u"outgoing"_s}, {fields::minutes, QString::number(minutes)}}
                               : QJsonObject());
        }
        if (m_past.chance(25)) {
            m_past.change(m_past.pick(m_sellers), m_past.daysOn(since, m_past.between(20, 300)), contact, {},
                          {{fields::phones, {.add = {phone()}, .remove = {}}}});
        }
        if (m_past.chance(12)) {
            m_past.change(owner, m_past.daysOn(since, m_past.between(60, 400)), contact,
                          {{u"job"_s, m_past.pick(m_market.jobs)}});
        }
    }

    /// One that nobody else in this market has.
    QString phone()
    {
        QString number;
        do {
            number = m_market.newPhone(m_past.random());
        } while (m_phones.contains(number));
        m_phones.append(number);
        return number;
    }

    const Market &m_market;
    const QVector<UserId> m_sellers;
    PastWriter &m_past;
    QVector<Name> m_names; ///< each is used once
    qsizetype m_next = 0;
    QString m_firstEmail;
    QStringList m_phones;
};

void defineFields(const UserId &admin, PastWriter &past)
{
    const auto define = [&](const QString &key, const QString &name, const QString &of, const QStringList &choices) {
        past.create(admin, past.begin() - PastWriter::day, past.named(RecordKind::CustomField, key),
                    {{fields::name, name},
                     {u"of"_s, of},
                     {u"key"_s, key},
                     {u"type"_s, u"choice"_s},
                     {u"choices"_s, QJsonArray::fromStringList(choices)}});
    };
    define(u"industry"_s, u"Industry"_s, u"company"_s, industries());
    define(u"source"_s, u"Source"_s, u"deal"_s, dealSources());
}

} // namespace

QVector<PastCommand> planRecords(quint32 seed, qint64 now, const TeamIds &team)
{
    PastWriter past(seed, now);
    defineFields(team.people.first(), past);
    PastDeals deals(team, past);
    const QStringList languages = Dialogues::languages();
    std::map<QString, Market> markets; // customers point into it
    for (const QString &language : languages) {
        // A stream of its own: a market with more customers changes no other.
        past.restart(seed + quint32(markets.size()) * 7919U);
        const Market &market = markets.emplace(language, Market::load(language)).first->second;
        Prospecting prospecting(market, team, past);
        const QVector<Customer> customers = prospecting.find();
        if (language == "en"_L1 || language == "de"_L1) {
            prospecting.meetAgain(customers.first());
        }
        for (const Customer &customer : customers) {
            deals.sellTo(customer);
        }
    }
    deals.raiseContacts();
    deals.leaveSomethingToDo();
    deals.disagree();
    return past.finished();
}

} // namespace frontdesk::demo
