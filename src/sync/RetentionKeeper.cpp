// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/RetentionKeeper.h"

#include "domain/WhenDone.h"

namespace frontdesk::sync {

RetentionKeeper::RetentionKeeper(store::Store &store, std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_clock(std::move(clock))
{
}

void RetentionKeeper::keepFor(const std::optional<milliseconds> &age)
{
    ++m_choice;
    m_age = age;
    m_due = age ? std::optional(m_clock->monotonic()) : std::nullopt;
    tick();
    Q_EMIT deadlineMoved();
}

void RetentionKeeper::tick()
{
    const milliseconds now = m_clock->monotonic();
    if (!m_due || now < *m_due)
        return;
    m_due = now + pause;
    prune((m_clock->utc() - *m_age).count());
}

void RetentionKeeper::prune(qint64 before)
{
    whenDone(m_store.prune(before), this, [this, before, choice = m_choice](const Result<store::Changes> &result) {
        if (!result) {
            Q_EMIT failed(result.error());
            return;
        }
        const store::Changes &changes = result.value();
        if (changes.conversations.isEmpty() && !changes.activities && !changes.histories)
            return;
        Q_EMIT changed(changes);
        if (choice == m_choice)
            prune(before);
    });
}

} // namespace frontdesk::sync
