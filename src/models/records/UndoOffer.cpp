// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/UndoOffer.h"

#include <utility>

namespace frontdesk::models {

void UndoOffer::offer(const QString &text, std::function<void()> undo)
{
    m_text = text;
    m_undo = std::move(undo);
    Q_EMIT changed();
}

void UndoOffer::undo()
{
    const auto undo = std::exchange(m_undo, nullptr);
    m_text.clear();
    Q_EMIT changed();
    if (undo)
        undo(); // last: it may offer another one
}

} // namespace frontdesk::models
