// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/storage/Accounts.h"
#include "server/storage/RecordHistory.h"
#include "server/storage/RecordKeeper.h"

namespace frontdesk::server {

/// People's profiles, which each changes by themselves and everybody sees. Storage thread.
class PersonKeeper final : public RecordKeeper {
public:
    PersonKeeper(RecordHistory &history, Activities &activities, Accounts &accounts)
        : m_history(history)
        , m_activities(activities)
        , m_accounts(accounts)
    {
    }

    Result<Found> find(const Actor &actor, const ChangeRecord &change) override;
    Result<ListChanges> effectOf(const RecordRef &record, const ListChanges &wanted) override;
    void write(const Actor &actor, const RecordChanged &change) override;

private:
    RecordHistory &m_history;
    Activities &m_activities;
    Accounts &m_accounts;
};

} // namespace frontdesk::server
