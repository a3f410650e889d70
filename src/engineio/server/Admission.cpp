// SPDX-License-Identifier: MIT
#include "engineio/server/Admission.h"

#include "engineio/server/ClientNetwork.h"

namespace engineio {

namespace {

/// Connections above the limit that are answered at the same time; more are closed without a word.
constexpr int refusalsAtOnce = 128;

} // namespace

Admission::Admission(int maxConnections, int maxPerAddress)
    : m_maxConnections(maxConnections)
    , m_maxPerAddress(maxPerAddress)
{
}

Admission::Ticket Admission::enter()
{
    return Ticket(*this);
}

bool Admission::isFlooded() const
{
    return m_maxConnections > 0 && m_inside > m_maxConnections + refusalsAtOnce;
}

Admission::Ticket::Ticket(Admission &admission)
    : m_admission(&admission)
{
    ++admission.m_inside;
    m_isSurplus = admission.m_maxConnections > 0 && admission.m_inside > admission.m_maxConnections;
}

Admission::Ticket::Ticket(Ticket &&other) noexcept
    : m_admission(std::exchange(other.m_admission, nullptr))
    , m_network(std::exchange(other.m_network, {}))
    , m_isSurplus(other.m_isSurplus)
{
}

Admission::Ticket &Admission::Ticket::operator=(Ticket &&other) noexcept
{
    if (this == &other)
        return *this;
    giveBack();
    m_admission = std::exchange(other.m_admission, nullptr);
    m_network = std::exchange(other.m_network, {});
    m_isSurplus = other.m_isSurplus;
    return *this;
}

bool Admission::Ticket::moveTo(const QString &address)
{
    if (!m_admission || m_admission->m_maxPerAddress <= 0)
        return true;
    const QString network = clientNetwork(address);
    if (network == m_network)
        return true;
    leaveAddress();
    int &there = m_admission->m_perNetwork[network];
    if (there >= m_admission->m_maxPerAddress)
        return false;
    ++there;
    m_network = network;
    return true;
}

void Admission::Ticket::leaveAddress()
{
    if (m_network.isEmpty())
        return;
    const auto there = m_admission->m_perNetwork.find(m_network);
    if (--*there == 0)
        m_admission->m_perNetwork.erase(there);
    m_network.clear();
}

void Admission::Ticket::giveBack()
{
    if (!m_admission)
        return;
    leaveAddress();
    --m_admission->m_inside;
    m_admission = nullptr;
}

} // namespace engineio
