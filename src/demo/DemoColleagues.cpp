// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/DemoColleagues.h"

#include "dialect/NetworkAccess.h"

#include <QtCore/QLoggingCategory>

#include <algorithm>

namespace frontdesk::demo {

// Colleagues who lose the connection come back by themselves: worth a line only to whoever asks for it.
Q_LOGGING_CATEGORY(colleagueLog, "frontdesk.demo", QtWarningMsg)

DemoColleagues::DemoColleagues(Options options, QObject *parent)
    : QObject(parent)
    , m_options(std::move(options))
{
}

DemoColleagues::~DemoColleagues()
{
    stop();
}

void DemoColleagues::start()
{
    const QVector<Person> team = people();
    QVector<Person> live;
    std::copy_if(team.cbegin(), team.cend(), std::back_inserter(live),
                 [](const Person &person) { return person.live; });

    m_network = std::make_unique<dialect::NetworkAccess>(nullptr); // never by a proxy to this computer
    m_office = std::make_unique<Office>(live, team.first().name, m_options.seed, now());
    m_timer = std::make_unique<QTimer>();
    m_timer->setSingleShot(true);
    connect(m_timer.get(), &QTimer::timeout, this, &DemoColleagues::step);
    for (int index = 0; index < live.size(); ++index) {
        follow(index, live[index]);
    }
    schedule();
}

void DemoColleagues::stop()
{
    m_timer.reset();
    // Before the colleagues: a log-in that is under way ends with the network, and its answer must still find who
    // asked.
    m_network.reset();
    m_colleagues.clear();
    m_office.reset();
}

void DemoColleagues::follow(int index, const Person &person)
{
    m_colleagues.push_back(std::make_unique<Colleague>(person, m_options.server, m_options.clock, *m_network, nullptr));
    Colleague *colleague = m_colleagues.back().get();
    connect(colleague, &Colleague::arrived, this, [this, index, name = person.name] {
        m_office->arrived(index);
        Q_EMIT arrived(name);
    });
    connect(colleague, &Colleague::left, this, [this, index, name = person.name] {
        m_office->left(index);
        Q_EMIT left(name);
    });
    connect(colleague, &Colleague::meets, this, [this](const QVector<User> &users) { m_office->meets(users); });
    connect(colleague, &Colleague::sees, this,
            [this](const Conversation &conversation, qint64 number) { m_office->sees(conversation, number); });
    connect(colleague, &Colleague::knows, this, [this](const QVector<RecordState> &records) {
        for (const RecordState &record : records) {
            m_office->knows(record);
        }
    });
    connect(colleague, &Colleague::changes, this, [this](const RecordChanged &change) { m_office->changes(change); });
    connect(colleague, &Colleague::hears, this, [this](const Message &message) {
        m_office->hears(message, now());
        schedule();
    });
    connect(colleague, &Colleague::failed, this, [this, name = person.name](const Error &error) {
        qCInfo(colleagueLog) << name << error.code << error.message;
        Q_EMIT failed(name, error);
    });
    colleague->comeIn();
}

void DemoColleagues::step()
{
    if (!m_office) {
        return;
    }
    const QVector<Deed> deeds = m_office->due(now());
    for (const Deed &deed : deeds) {
        m_colleagues[size_t(deed.colleague)]->perform(deed.act);
    }
    schedule();
}

milliseconds DemoColleagues::nextAt() const
{
    return milliseconds(m_office ? m_office->nextAt() : now());
}

void DemoColleagues::schedule()
{
    m_timer->start(milliseconds(std::clamp<qint64>(m_office->nextAt() - now(), 0, 60'000)));
}

} // namespace frontdesk::demo
