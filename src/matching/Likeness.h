// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>

#include <tuple>

namespace frontdesk::matching {

/// Why two records may be the same; the stronger reason first.
struct Likeness {
    bool sameEmail = false;
    bool samePhone = false;
    double name = 0; ///< how similar the names are (NameSimilarity.h); 0: not enough

    [[nodiscard]] bool isAny() const { return sameEmail || samePhone || name > 0; }
    /// Whether this says more than the other.
    [[nodiscard]] bool isStronger(const Likeness &other) const
    {
        return std::tuple(sameEmail, samePhone, name) > std::tuple(other.sameEmail, other.samePhone, other.name);
    }

    friend bool operator==(const Likeness &, const Likeness &) = default;
};

/// Records that may all be the same one.
struct DuplicateGroup {
    QStringList ids; ///< sorted
    Likeness why;    ///< the strongest reasons within the group

    friend bool operator==(const DuplicateGroup &, const DuplicateGroup &) = default;
};

} // namespace frontdesk::matching
