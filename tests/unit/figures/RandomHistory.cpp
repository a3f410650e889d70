// SPDX-License-Identifier: GPL-3.0-or-later
#include "RandomHistory.h"

#include <QtCore/QJsonArray>

namespace frontdesk::figures::testing {

using namespace Qt::Literals::StringLiterals;

RandomHistory::RandomHistory(quint32 seed)
    : m_random(seed)
{
}

QJsonArray RandomHistory::stages(int firstProbability)
{
    const auto stage = [](const QString &id, const QString &kind, int probability) {
        return QJsonObject{
            {u"id"_s, id}, {u"name"_s, id.toUpper()}, {u"kind"_s, kind}, {u"probability"_s, probability}};
    };
    return {stage(u"lead"_s, u"open"_s, firstProbability), stage(u"offer"_s, u"open"_s, 55),
            stage(u"won"_s, u"won"_s, 100), stage(u"lost"_s, u"lost"_s, 0)};
}

JournalRow RandomHistory::next()
{
    if (m_seq == 0)
        return added(RecordKind::Pipeline, pipeline(), {{u"stages"_s, stages(10)}});
    if (m_following)
        return *std::exchange(m_following, {});
    m_now += below(2 * 60 * 60 * 1000);
    const int choice = below(100);
    if (choice < 10)
        return added(RecordKind::Contact, QString::number(++m_contacts), {{fields::owner, someone()}});
    if (choice < 25)
        return added(RecordKind::Deal, QString::number(++m_deals), someFields());
    if (choice < 27)
        return changed(RecordKind::Pipeline, pipeline(), {{u"stages"_s, stages(below(101))}});
    if (choice < 35 && m_contacts > 0) {
        const bool isOwner = below(2) == 0;
        return changed(RecordKind::Contact, QString::number(1 + below(m_contacts)),
                       isOwner ? QJsonObject{{fields::owner, someone()}}
                               : QJsonObject{{fields::deleted, below(2) == 0}});
    }
    if (choice < 70 && m_deals > 0)
        return changed(RecordKind::Deal, QString::number(1 + below(m_deals)), someFields());
    return choice < 80 ? closing() : message();
}

JournalRow RandomHistory::row(const QString &event, const QJsonObject &payload)
{
    return {.seq = ++m_seq,
            .stream = recordsStream(),
            .n = m_seq,
            .mark = {},
            .at = m_now,
            .actor = UserId(u"ada"_s),
            .event = event,
            .payload = payload};
}

JournalRow RandomHistory::added(RecordKind kind, const QString &id, const QJsonObject &fields)
{
    return row(u"record:added"_s, {{u"record"_s, RecordRef{kind, id}.text()},
                                   {u"version"_s, 1},
                                   {u"createdBy"_s, u"ada"_s},
                                   {u"createdAt"_s, m_now},
                                   {u"changedAt"_s, m_now},
                                   {u"fields"_s, fields}});
}

JournalRow RandomHistory::changed(RecordKind kind, const QString &id, const QJsonObject &set)
{
    return row(u"record:changed"_s,
               {{u"record"_s, RecordRef{kind, id}.text()}, {u"version"_s, m_seq}, {u"set"_s, set}});
}

JournalRow RandomHistory::message()
{
    const QString id = QString::number(++m_messages);
    const QString conversation = QString::number(below(8));
    const QString author = someone().isEmpty() ? u"ada"_s : people().at(below(3));
    JournalRow message = row(u"message:new"_s, {{u"id"_s, id},
                                                {u"conversation"_s, conversation},
                                                {u"number"_s, m_messages},
                                                {u"author"_s, author},
                                                {u"text"_s, u"hello"_s},
                                                {u"at"_s, m_now - below(3) * 40 * 60 * 1000},
                                                {u"seq"_s, m_seq + 1}});
    if (m_closed.remove(conversation)) {
        m_following = changed(RecordKind::Conversation, conversation, {{fields::closed, false}});
        m_following->actor = UserId(author);
    }
    return message;
}

JournalRow RandomHistory::closing()
{
    const QString conversation = QString::number(below(8));
    const bool closes = !m_closed.remove(conversation);
    if (closes)
        m_closed.insert(conversation);
    JournalRow change = changed(RecordKind::Conversation, conversation, {{fields::closed, closes}});
    change.actor = UserId(people().at(below(3)));
    return change;
}

QJsonObject RandomHistory::someFields()
{
    QJsonObject set;
    for (int times = 1 + below(3); times > 0; --times)
        switch (below(5)) {
        case 0:
            set.insert(fields::owner, someone());
            break;
        case 1:
            set.insert(fields::value, someValue());
            break;
        case 2:
            set.insert(fields::place, somePlace());
            break;
        case 3:
            set.insert(u"probability"_s, below(2) == 0 ? QJsonValue() : QJsonValue(below(101)));
            break;
        default:
            set.insert(fields::deleted, below(2) == 0);
            break;
        }
    return set;
}

QJsonValue RandomHistory::somePlace()
{
    const QString stage = QStringList{u"lead"_s, u"offer"_s, u"won"_s, u"won"_s, u"lost"_s}.at(below(5));
    if (below(12) == 0)
        return {};
    QJsonObject place{{u"pipeline"_s, pipeline()}, {u"stage"_s, stage}};
    if (stage == "lost"_L1)
        place.insert("lostReason"_L1, QStringList{u"price"_s, u"time"_s, QString()}.at(below(3)));
    return place;
}

QJsonValue RandomHistory::someValue()
{
    const QString currency = QStringList{u"EUR"_s, u"JPY"_s, u"KWD"_s}.at(below(3));
    return below(8) == 0 ? QJsonValue()
                         : QJsonObject{{u"amount"_s, QString::number(below(100'000))}, {u"currency"_s, currency}};
}

QString RandomHistory::someone()
{
    return (people() + QStringList{QString()}).at(below(4));
}

} // namespace frontdesk::figures::testing
