// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/alerts/Alerts.h"

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

bool mayBeNews(const store::Changes &changes)
{
    const auto isNote = [](const RecordRef &record) { return record.kind == RecordKind::Note; };
    return changes.everything || !changes.conversations.isEmpty() ||
           std::any_of(changes.records.begin(), changes.records.end(), isNote);
}

QVector<ConversationId> conversationsOf(const QHash<QString, Alert> &alerts)
{
    QVector<ConversationId> ids;
    for (const Alert &alert : alerts)
        ids += alert.messages.keys();
    return ids;
}

} // namespace

Alerts::Alerts(sync::Session &session, const Directory &directory, OwnValues &own, QObject *parent)
    : QObject(parent)
    , m_directory(directory)
    , m_choices(own)
    , m_refresh(
          this,
          [this, &session] {
              m_readsAbsence = std::exchange(m_wasAbsent, false) || m_readsAbsence;
              return session.store().takeNews(conversationsOf(m_shown));
          },
          [this](const Result<store::News> &news) {
              const bool afterAbsence = std::exchange(m_readsAbsence, false);
              if (news) // what keeps the cache from being written is told by the session
                  show(news.value(), afterAbsence);
          })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (m_online && mayBeNews(changes))
            m_refresh.request();
    });
    connect(&session, &sync::Session::statusChanged, this, &Alerts::observe);
    observe(session.status());
}

void Alerts::observe(const connection::Status &status)
{
    const bool online = status.state == connection::State::Online;
    if (online == std::exchange(m_online, online) || !online)
        return;
    m_wasAbsent = true;
    m_refresh.request();
}

void Alerts::show(const store::News &news, bool afterAbsence)
{
    takeBackRead(news.readUpTo);
    NewMessages messages{.conversations = {}, .afterAbsence = afterAbsence};
    for (const store::News::Conversation &found : news.conversations)
        messages.conversations.append({.id = found.id,
                                       .title = found.title,
                                       .author = m_directory.nameOf(found.newest.author),
                                       .text = found.newest.text,
                                       .number = found.newest.number,
                                       .count = found.count});
    if (!messages.conversations.isEmpty())
        tell(messages);
    Mentions mentions;
    for (const store::News::Mention &found : news.mentions)
        mentions.mentions.append({.note = found.note.record.text(),
                                  .record = found.note.fields[fields::about].toString(),
                                  .where = found.where,
                                  .author = m_directory.nameOf(found.by),
                                  .text = found.note.fields[fields::text].toString()});
    if (!mentions.mentions.isEmpty())
        tell(mentions);
}

void Alerts::tell(const AlertEvent &event)
{
    QVector<ConversationId> asked;
    if (const auto *messages = std::get_if<NewMessages>(&event))
        for (const NewMessages::Conversation &conversation : messages->conversations)
            asked.append(conversation.id);
    m_now.wishes = m_choices.wishes(asked);
    for (const Alert &alert : alertsFor(event, m_now)) {
        m_shown.insert(alert.id, alert);
        Q_EMIT alerted(alert);
    }
}

void Alerts::takeBack(const QString &id)
{
    if (m_shown.remove(id))
        Q_EMIT over(id);
}

void Alerts::takeBackAll()
{
    for (const QString &id : m_shown.keys())
        takeBack(id);
}

void Alerts::takeBackRead(const QHash<ConversationId, qint64> &readUpTo)
{
    QStringList read;
    for (const Alert &alert : std::as_const(m_shown)) {
        const auto &messages = alert.messages;
        bool isRead = !messages.isEmpty();
        for (auto message = messages.begin(); message != messages.end(); ++message)
            isRead = isRead && readUpTo.value(message.key()) >= message.value();
        if (isRead)
            read.append(alert.id);
    }
    for (const QString &id : std::as_const(read))
        takeBack(id);
}

void Alerts::settleFront()
{
    QStringList seen;
    for (const Alert &alert : std::as_const(m_shown))
        if (isInFront(alert.target, m_now))
            seen.append(alert.id);
    for (const QString &id : std::as_const(seen))
        takeBack(id);
    Q_EMIT frontChanged();
}

void Alerts::setWindowActive(bool active)
{
    if (std::exchange(m_now.isActive, active) != active)
        settleFront();
}

void Alerts::setPlace(const QString &place)
{
    if (std::exchange(m_now.place, place) != place)
        settleFront();
}

void Alerts::setConversation(const ConversationId &id)
{
    if (std::exchange(m_now.conversation, id) != id)
        settleFront();
}

void Alerts::setRecord(const QString &record)
{
    if (std::exchange(m_now.record, record) != record)
        settleFront();
}

void Alerts::activate(const QString &id)
{
    const auto found = m_shown.constFind(id);
    if (found == m_shown.constEnd())
        return;
    const AlertTarget target = found->target;
    takeBack(id);
    std::visit([this](const auto &chosen) { choose(chosen); }, target);
}

void Alerts::choose(const ToMessage &target)
{
    Q_EMIT messageChosen(target.conversation.text(), int(target.number));
}

void Alerts::choose(const ToRecord &target)
{
    Q_EMIT recordChosen(target.record, target.note);
}

void Alerts::choose(const ToInbox &)
{
    Q_EMIT placeChosen(u"inbox"_s);
}

void Alerts::choose(const ToDashboard &)
{
    Q_EMIT placeChosen(u"dashboard"_s);
}

} // namespace frontdesk::models
