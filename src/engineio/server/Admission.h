// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QHash>
#include <QtCore/QString>

#include <utility>

namespace engineio {

/// Who may be connected at the same time: so many in all, so many from one address. Outlives its tickets.
class Admission {
public:
    /// 0: no limit.
    Admission(int maxConnections, int maxPerAddress);

    /// One connection's place, given back when the ticket goes.
    class Ticket {
    public:
        Ticket() = default;
        Ticket(Ticket &&other) noexcept;
        Ticket &operator=(Ticket &&other) noexcept;
        ~Ticket() { giveBack(); }

        /// Counts the connection under this address (of IPv6: under its network) and under no other. False: too many
        /// come from there; then it counts under none.
        [[nodiscard]] bool moveTo(const QString &address);
        /// It was given out when everyone else who may be inside was there already: to be refused.
        [[nodiscard]] bool isSurplus() const { return m_isSurplus; }

    private:
        friend class Admission;
        explicit Ticket(Admission &admission);
        void leaveAddress();
        void giveBack();

        Admission *m_admission = nullptr;
        QString m_network; ///< empty: counted under none
        bool m_isSurplus = false;
    };

    /// Also counts those that are refused, for as long as they are told so.
    [[nodiscard]] Ticket enter();
    /// So many more that not even a refusal can be afforded.
    [[nodiscard]] bool isFlooded() const;
    [[nodiscard]] int inside() const { return m_inside; }

private:
    int m_maxConnections;
    int m_maxPerAddress;
    int m_inside = 0;
    QHash<QString, int> m_perNetwork; ///< kept only while there is a limit
};

} // namespace engineio
