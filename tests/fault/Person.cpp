// SPDX-License-Identifier: GPL-3.0-or-later
#include "Person.h"

#include "connection/Transition.h"
#include "dialect/FrontdeskLink.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QTimer>

namespace frontdesk::fault {

namespace {

template <class T>
T valueOf(QFuture<T> future)
{
    future.waitForFinished();
    return future.result();
}

} // namespace

Person::Person(const Settings &settings)
{
    auto opened = store::Store::open(m_folder.path());
    if (!opened) {
        m_problem = opened.error().message;
        return;
    }
    m_store = std::move(opened).value().store;
    auto carrier = settings.carrier;
    carrier.url = settings.server;
    m_session = std::make_unique<sync::Session>(
        sync::SessionOptions{.server = settings.server,
                             .credentials = {.token = settings.token},
                             .client = QStringLiteral("fault test"),
                             .link = [carrier] { return std::make_unique<dialect::FrontdeskLink>(carrier); },
                             .timing = settings.timing,
                             .random = settings.random},
        m_store, std::make_shared<SystemClock>());
    using sync::Session;
    connect(m_session.get(), &Session::statusChanged, this, [this](const connection::Status &status) {
        if (std::exchange(m_state, status.state) != status.state)
            Q_EMIT stateChanged(status.state);
    });
    connect(m_session.get(), &Session::acknowledged, this, &Person::answered);
    connect(m_session.get(), &Session::refused, this, [this](const CommandId &, const Error &error) {
        m_refused.append(error);
        Q_EMIT answered();
    });
}

Person::~Person()
{
    m_session.reset();
}

CommandId Person::say(const ConversationId &conversation, const QString &text)
{
    m_said.append(m_session->submit(SendMessage{conversation, text}));
    return m_said.last();
}

bool Person::isSettled() const
{
    return state() == connection::State::Online && valueOf(m_store->pending()).isEmpty();
}

QVector<Message> Person::messages(const ConversationId &conversation) const
{
    return valueOf(m_store->messages(conversation, {}, 10'000)).messages;
}

store::Ledger Person::ledger() const
{
    return valueOf(m_store->ledger());
}

QString Person::history() const
{
    QStringList lines;
    const auto history = m_session->status().history;
    for (const connection::HistoryEntry &entry : history)
        lines.append(QStringLiteral("%1 %2 %3").arg(entry.at).arg(connection::nameOf(entry.state), entry.reason));
    return lines.join(u'\n');
}

bool waitUntil(const std::function<bool()> &isSo, milliseconds limit)
{
    const QDeadlineTimer end(limit);
    QTimer look; // what is waited for may come about in another thread
    look.start(milliseconds(10));
    while (!isSo()) {
        if (end.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    }
    return true;
}

} // namespace frontdesk::fault
