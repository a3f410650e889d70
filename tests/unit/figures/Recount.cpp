// SPDX-License-Identifier: GPL-3.0-or-later
#include "Recount.h"

#include "RandomHistory.h"
#include "domain/Money.h"

#include <QtCore/QDateTime>
#include <QtCore/QTimeZone>

#include <cmath>
#include <map>

namespace frontdesk::figures::testing {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Deal {
    QJsonObject fields;
    qint64 createdAt = 0;
    qint64 closedAt = 0;
    [[nodiscard]] QString stage() const { return fields["place"_L1]["stage"_L1].toString(); }
    [[nodiscard]] bool won() const { return stage() == "won"_L1; }
    [[nodiscard]] bool lost() const { return stage() == "lost"_L1; }
    [[nodiscard]] bool closed() const { return won() || lost(); }
    [[nodiscard]] std::optional<Money> value() const
    {
        const auto money = money::fromJson(fields["value"_L1].toObject());
        return money ? std::optional(money.value()) : std::nullopt;
    }
};

struct Contact {
    QJsonObject fields;
    qint64 createdAt = 0;
};

/// Everything as it was before a time.
struct World {
    std::map<QString, Deal> deals;
    std::map<QString, Contact> contacts;
    QVector<JournalRow> messages;
};

void set(QJsonObject &fields, const QJsonObject &values)
{
    for (auto value = values.begin(); value != values.end(); ++value)
        fields.insert(value.key(), value.value());
}

World worldBefore(const QVector<JournalRow> &rows, qint64 time)
{
    World world;
    for (const JournalRow &row : rows) {
        if (row.at >= time)
            break;
        const QString record = row.payload["record"_L1].toString();
        const QJsonObject values = row.payload[row.event == u"record:added" ? "fields"_L1 : "set"_L1].toObject();
        if (row.event == "message:new"_L1) {
            world.messages.append(row);
        } else if (record.startsWith("deal:"_L1)) {
            Deal &deal = world.deals[record];
            const QString before = deal.closed() ? deal.stage() : QString();
            if (row.event == "record:added"_L1)
                deal.createdAt = row.at;
            set(deal.fields, values);
            if (deal.closed() && deal.stage() != before)
                deal.closedAt = row.at;
        } else if (record.startsWith("contact:"_L1)) {
            Contact &contact = world.contacts[record];
            if (row.event == "record:added"_L1)
                contact.createdAt = row.at;
            set(contact.fields, values);
        }
    }
    return world;
}

bool isOneOf(const QString &person, const Owners &whose)
{
    return !whose || whose->contains(person);
}

bool isOf(const QJsonObject &fields, const Owners &whose)
{
    return !fields["deleted"_L1].toBool() && isOneOf(fields["owner"_L1].toString(), whose);
}

QJsonArray amounts(const std::map<QString, qint64> &sums)
{
    QJsonArray list;
    for (const auto &[currency, minor] : sums)
        if (minor != 0)
            list.append(money::toJson({minor, currency}));
    return list;
}

int probabilityOf(const QVector<JournalRow> &rows, const QString &stage)
{
    int probability = 0;
    for (const JournalRow &row : rows) {
        if (!row.payload["record"_L1].toString().startsWith("pipeline:"_L1))
            continue;
        const QJsonArray stages =
            row.payload[row.event == u"record:added" ? "fields"_L1 : "set"_L1]["stages"_L1].toArray();
        for (const QJsonValue &entry : stages)
            if (entry["id"_L1].toString() == stage)
                probability = entry["probability"_L1].toInt();
    }
    return probability;
}

qint64 parted(qint64 minor, int percent)
{
    return qint64(std::llround(double(minor) * percent / 100.0)); // small amounts: exact in a double
}

void countDeals(QJsonObject &figures, const QVector<JournalRow> &rows, const Owners &whose, qint64 from, qint64 until)
{
    qint64 made = 0, won = 0, lost = 0, days = 0, open = 0;
    std::map<QString, qint64> wonValue, lostValue, value, forecast;
    std::map<std::pair<QString, QString>, qint64> byStage;
    for (const auto &[id, deal] : worldBefore(rows, std::numeric_limits<qint64>::max()).deals) {
        if (!isOf(deal.fields, whose))
            continue;
        made += deal.createdAt >= from && deal.createdAt < until;
        if (!deal.closed() || deal.closedAt < from || deal.closedAt >= until)
            continue;
        (deal.won() ? won : lost) += 1;
        if (deal.won())
            days += deal.closedAt - deal.createdAt;
        if (const auto money = deal.value())
            (deal.won() ? wonValue : lostValue)[money->currency] += money->minor;
    }
    for (const auto &[id, deal] : worldBefore(rows, until).deals) {
        if (!isOf(deal.fields, whose) || deal.closed())
            continue;
        ++open;
        const auto money = deal.value();
        if (!money)
            continue;
        value[money->currency] += money->minor;
        if (deal.fields["probability"_L1].isDouble())
            forecast[money->currency] += parted(money->minor, deal.fields["probability"_L1].toInt());
        else
            byStage[{deal.stage(), money->currency}] += money->minor;
    }
    for (const auto &[place, minor] : byStage)
        forecast[place.second] += parted(minor, probabilityOf(rows, place.first));
    figures.insert("deals.new"_L1, made);
    figures.insert("deals.won"_L1, won);
    figures.insert("deals.lost"_L1, lost);
    figures.insert("deals.open"_L1, open);
    figures.insert("deals.wonValue"_L1, amounts(wonValue));
    figures.insert("deals.lostValue"_L1, amounts(lostValue));
    figures.insert("deals.value"_L1, amounts(value));
    figures.insert("deals.forecast"_L1, amounts(forecast));
    if (won + lost > 0)
        figures.insert("deals.winRate"_L1, qRound64(double(won) * 1000.0 / double(won + lost)));
    if (won > 0)
        figures.insert("deals.timeToClose"_L1, days / won);
}

/// Conversations that were closed for good, until their next message at least: by whom, when, and since when they had
/// been open.
struct Resolution {
    QString by;
    qint64 at = 0;
    qint64 time = 0;
};

bool isClosing(const JournalRow &row, const QString &conversation)
{
    return row.payload["record"_L1].toString() == u"conversation:"_s + conversation &&
           row.payload["set"_L1].toObject().contains("closed"_L1);
}

QVector<Resolution> resolutionsOf(const QVector<JournalRow> &rows, const QString &conversation)
{
    QVector<Resolution> found;
    std::optional<JournalRow> closed; ///< while it is
    qint64 since = -1;
    const auto settle = [&] {
        if (closed && since >= 0)
            found.append({closed->actor.text(), closed->at, closed->at - since});
    };
    for (const JournalRow &row : rows) {
        if (row.payload["conversation"_L1].toString() == conversation && row.event == "message:new"_L1) {
            settle();
            if (closed || since < 0)
                since = row.at;
            closed.reset();
        } else if (isClosing(row, conversation)) {
            closed = row.payload["set"_L1]["closed"_L1].toBool() ? std::optional(row) : std::nullopt;
        }
    }
    settle();
    return found;
}

bool isClosedBefore(const QVector<JournalRow> &rows, const QString &conversation, qint64 time)
{
    bool closed = false;
    for (const JournalRow &row : rows)
        if (row.at < time && isClosing(row, conversation))
            closed = row.payload["set"_L1]["closed"_L1].toBool();
    return closed;
}

void countConversations(QJsonObject &figures, const QVector<JournalRow> &rows, const Owners &whose, qint64 from,
                        qint64 until)
{
    std::map<QString, QVector<JournalRow>> conversations;
    for (const JournalRow &row : rows)
        if (row.event == "message:new"_L1)
            conversations[row.payload["conversation"_L1].toString()].append(row);
    const auto authorOf = [](const JournalRow &row) { return row.payload["author"_L1].toString(); };
    qint64 waiting = 0, responses = 0, time = 0, sent = 0, closed = 0, open = 0;
    for (const auto &[id, messages] : conversations) {
        const QString opener = authorOf(messages.first());
        QString last;
        for (const JournalRow &row : messages) {
            const qint64 at = row.payload["at"_L1].toInteger();
            sent += at >= from && at < until && isOneOf(authorOf(row), whose);
            if (row.at < until)
                last = authorOf(row);
        }
        waiting += !last.isEmpty() && last == opener && !isClosedBefore(rows, id, until);
        for (const Resolution &resolution : resolutionsOf(rows, id))
            if (resolution.at >= from && resolution.at < until && isOneOf(resolution.by, whose)) {
                ++closed;
                open += resolution.time;
            }
        const auto answered =
            std::find_if(messages.begin(), messages.end(), [&](const auto &row) { return authorOf(row) != opener; });
        if (answered == messages.end() || answered->at < from || answered->at >= until ||
            !isOneOf(authorOf(*answered), whose))
            continue;
        ++responses;
        time += answered->at - messages.first().at;
    }
    figures.insert("messages.sent"_L1, sent);
    if (!whose)
        figures.insert("conversations.waiting"_L1, waiting);
    if (responses > 0)
        figures.insert("conversations.firstResponse"_L1, time / responses);
    if (closed > 0)
        figures.insert("conversations.resolution"_L1, open / closed);
}

} // namespace

QJsonObject recount(const QVector<JournalRow> &rows, const Owners &whose, const Span &span)
{
    const qint64 from = span.from * quarterLength;
    const qint64 until = span.until * quarterLength;
    QJsonObject figures;
    qint64 contacts = 0;
    for (const auto &[id, contact] : worldBefore(rows, std::numeric_limits<qint64>::max()).contacts)
        contacts += isOf(contact.fields, whose) && contact.createdAt >= from && contact.createdAt < until;
    figures.insert("contacts.new"_L1, contacts);
    countDeals(figures, rows, whose, from, until);
    countConversations(figures, rows, whose, from, until);
    return figures;
}

QJsonObject recountDetails(const QVector<JournalRow> &rows, const Owners &whose, const Query &query)
{
    const QTimeZone there(query.offset * 60);
    const auto localTime = [&](qint64 at) { return QDateTime::fromMSecsSinceEpoch(at, there); };
    const auto within = [&](qint64 at) {
        return localTime(at).date() >= query.from && localTime(at).date() < query.until;
    };
    std::map<QString, qint64> counts;
    std::map<QString, std::map<QString, qint64>> months;
    const World world = worldBefore(rows, std::numeric_limits<qint64>::max());
    for (const JournalRow &row : world.messages) {
        const QDateTime at = localTime(row.payload["at"_L1].toInteger());
        if (within(at.toMSecsSinceEpoch()) && isOneOf(row.payload["author"_L1].toString(), whose))
            ++counts[u"hour:%1-%2"_s.arg(at.date().dayOfWeek()).arg(at.time().hour())];
    }
    for (const auto &[id, deal] : world.deals) {
        if (!isOf(deal.fields, whose))
            continue;
        if (deal.lost() && within(deal.closedAt))
            ++counts["reason:"_L1 + deal.fields["place"_L1]["lostReason"_L1].toString()];
        const QDate closed = localTime(deal.closedAt).date();
        const QDate last = query.until.addDays(-1); // whose month is the last that is told
        const bool isShown = std::pair(closed.year(), closed.month()) <= std::pair(last.year(), last.month());
        if (const auto money = deal.value(); money && deal.won() && isShown)
            months["month:"_L1 + closed.toString(u"yyyy-MM"_s)][money->currency] += money->minor;
    }
    QJsonObject figures;
    for (const auto &[name, count] : counts)
        figures.insert(name, count);
    for (const auto &[name, sums] : months)
        if (const QJsonArray value = amounts(sums); !value.isEmpty())
            figures.insert(name, value);
    return figures;
}

} // namespace frontdesk::figures::testing
