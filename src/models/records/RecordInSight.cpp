// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordInSight.h"

namespace frontdesk::models {

RecordInSight::~RecordInSight()
{
    if (m_page)
        m_page->lookAway();
}

void RecordInSight::setPage(RecordPage *page)
{
    if (m_page == page)
        return;
    if (m_page)
        m_page->lookAway();
    m_page = page;
    if (m_page)
        m_page->look();
    Q_EMIT pageChanged();
}

} // namespace frontdesk::models
