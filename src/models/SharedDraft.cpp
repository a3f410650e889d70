// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SharedDraft.h"

namespace frontdesk::models {

void SharedDraft::restore(const QString &kept)
{
    if (kept.isEmpty() || m_changed)
        return;
    m_text = kept;
    m_adopted = false;
}

void SharedDraft::type(const QString &text)
{
    m_text = text;
    m_adopted = false;
    m_changed = text != m_shared;
}

void SharedDraft::receive(const QString &shared)
{
    m_shared = shared;
    m_changed = m_changed && m_text != shared;
    const bool free = m_text.isEmpty() || m_adopted;
    if (m_changed || !free)
        return;
    m_text = shared;
    m_adopted = !shared.isEmpty();
}

std::optional<QString> SharedDraft::untold() const
{
    return m_changed && m_text != m_shared ? std::optional(m_text) : std::nullopt;
}

void SharedDraft::told()
{
    m_shared = m_text;
    m_changed = false;
}

} // namespace frontdesk::models
