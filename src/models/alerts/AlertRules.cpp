// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/AlertRules.h"

#include "models/Formatting.h"

#include <QtCore/QCoreApplication>

#include <numeric>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype mostAtOnce = 3; // alerts; more of a kind are one

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Alerts)
};

const QString manyMessages = u"messages"_s;
const QString manyMentions = u"mentions"_s;
const QString manyReminders = u"reminders"_s;

Alert aboutConversation(const NewMessages::Conversation &news, const Surroundings &now)
{
    Alert alert{.id = recordOf(news.id).text(),
                .title = news.title.isEmpty() ? news.author
                                              : Words::tr("%1 in %2", "who, which group").arg(news.author, news.title),
                .body = {},
                .sound = now.wishes.messages.sound,
                .target = ToMessage{news.id, news.number},
                .messages = {{news.id, news.number}}};
    const QString text = formatting::oneLine(news.text);
    if (!now.showsText)
        alert.body = Words::tr("%n new message(s)", nullptr, news.count);
    else if (news.count > 1)
        alert.body = Words::tr("%1 (%2 new)", "newest message, how many").arg(text, QLocale().toString(news.count));
    else
        alert.body = text;
    return alert;
}

struct Telling {
    const Surroundings &now;

    QVector<Alert> operator()(const NewMessages &news) const
    {
        QVector<NewMessages::Conversation> told;
        for (const NewMessages::Conversation &conversation : news.conversations)
            if (!now.wishes.muted.contains(conversation.id) &&
                !isInFront(ToMessage{conversation.id, conversation.number}, now))
                told.append(conversation);
        const int count = std::accumulate(told.begin(), told.end(), 0,
                                          [](int sum, const auto &conversation) { return sum + conversation.count; });
        if (!now.wishes.messages.told || count == 0)
            return {};
        if (told.size() > mostAtOnce || (news.afterAbsence && count > 1))
            return {summary(told, count)};
        QVector<Alert> alerts;
        for (const NewMessages::Conversation &conversation : std::as_const(told))
            alerts.append(aboutConversation(conversation, now));
        return alerts;
    }
    QVector<Alert> operator()(const Mentions &news) const
    {
        QVector<Mentions::Mention> told;
        for (const Mentions::Mention &mention : news.mentions)
            if (!isInFront(ToRecord{mention.record, mention.note}, now))
                told.append(mention);
        if (!now.wishes.mentions.told || told.isEmpty())
            return {};
        if (told.size() > mostAtOnce)
            return {{.id = manyMentions,
                     .title = Words::tr("You were mentioned in %n note(s)", nullptr, int(told.size())),
                     .body = {},
                     .sound = now.wishes.mentions.sound,
                     .target = ToRecord{told.last().record, told.last().note}}};
        QVector<Alert> alerts;
        for (const Mentions::Mention &mention : std::as_const(told))
            alerts.append(about(mention));
        return alerts;
    }
    QVector<Alert> operator()(const DueReminders &due) const
    {
        QVector<DueReminders::Task> told;
        for (const DueReminders::Task &task : due.tasks)
            if (!isInFront(ToRecord{task.record}, now))
                told.append(task);
        if (!now.wishes.reminders.told || told.isEmpty())
            return {};
        if (told.size() > mostAtOnce)
            return {{.id = manyReminders,
                     .title = Words::tr("%n reminder(s)", nullptr, int(told.size())),
                     .body = {},
                     .sound = now.wishes.reminders.sound,
                     .target = ToRecord{told.last().record}}};
        QVector<Alert> alerts;
        for (const DueReminders::Task &task : std::as_const(told))
            alerts.append({.id = task.record,
                           .title = Words::tr("Reminder"),
                           .body = now.showsText ? formatting::oneLine(task.name) : QString(),
                           .sound = now.wishes.reminders.sound,
                           .target = ToRecord{task.record}});
        return alerts;
    }
    QVector<Alert> operator()(const RaisedAlarm &alarm) const
    {
        if (!now.wishes.alarms.told || isInFront(ToDashboard{}, now))
            return {};
        return {{.id = alarmAlertId(alarm.figure),
                 .title = Words::tr("Alarm"),
                 .body = now.showsText ? alarm.words : QString(),
                 .sound = alarm.sounds,
                 .urgent = true,
                 .target = ToDashboard{}}};
    }

private:
    [[nodiscard]] Alert summary(const QVector<NewMessages::Conversation> &told, int count) const
    {
        const QString messages = Words::tr("%n new message(s)", nullptr, count);
        Alert alert{.id = manyMessages,
                    .title = told.size() == 1 ? messages
                                              : Words::tr("%1 in %n conversation(s)",
                                                          "12 new messages in 3 conversations", int(told.size()))
                                                    .arg(messages),
                    .body = {},
                    .sound = now.wishes.messages.sound,
                    .target = ToInbox{}};
        if (told.size() == 1)
            alert.target = ToMessage{told.first().id, told.first().number};
        for (const NewMessages::Conversation &conversation : told)
            alert.messages.insert(conversation.id, conversation.number);
        return alert;
    }
    [[nodiscard]] Alert about(const Mentions::Mention &mention) const
    {
        Alert alert{.id = mention.note,
                    .title = Words::tr("%1 mentioned you").arg(mention.author),
                    .body = {},
                    .sound = now.wishes.mentions.sound,
                    .target = ToRecord{mention.record, mention.note}};
        const QString text = formatting::oneLine(mention.text);
        if (now.showsText)
            alert.body = mention.where.isEmpty() ? text : Words::tr("%1: %2", "where, text").arg(mention.where, text);
        return alert;
    }
};

} // namespace

QVector<Alert> alertsFor(const AlertEvent &event, const Surroundings &now)
{
    return now.doNotDisturb ? QVector<Alert>() : std::visit(Telling{now}, event);
}

bool isInFront(const AlertTarget &target, const Surroundings &now)
{
    if (!now.isActive)
        return false;
    if (const auto *message = std::get_if<ToMessage>(&target))
        return now.place == "inbox"_L1 && now.conversation == message->conversation;
    if (const auto *record = std::get_if<ToRecord>(&target))
        return (now.place == "contacts"_L1 || now.place == "deals"_L1) && !record->record.isEmpty() &&
               now.record == record->record;
    return std::holds_alternative<ToDashboard>(target) && now.place == "dashboard"_L1;
}

QString alarmAlertId(const QString &figure)
{
    return u"alarm:"_s + figure;
}

} // namespace frontdesk::models
