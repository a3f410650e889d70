// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/ReconnectPolicy.h"

#include <QtCore/QRandomGenerator>

#include <algorithm>

namespace frontdesk::connection {

milliseconds ReconnectPolicy::next()
{
    const auto delay = milliseconds(qint64(m_random() * double(m_ceiling.count())));
    m_ceiling = std::min(2 * m_ceiling, lastCeiling);
    return delay;
}

ReconnectPolicy::Random systemRandom()
{
    return [] { return QRandomGenerator::global()->generateDouble(); };
}

} // namespace frontdesk::connection
