// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Power.h"

namespace frontdesk::powerloss {

/// What became of the losses of power of one seed.
struct Outcome {
    QString problem;      ///< what is not as it must be; empty: everything is
    int losses = 0;       ///< of power
    int acknowledged = 0; ///< changes that were said to be durable before them

    [[nodiscard]] bool ok() const { return problem.isEmpty(); }
};

/// Another problem, for the first that is found.
struct Problem {
    QString words;
};

inline void require(bool condition, const QString &words)
{
    if (!condition)
        throw Problem{words};
}

/// Losses of power of one seed, each on what the one before has left.
inline constexpr int rounds = 3;

/// When the power goes: often while a file is being made, sometimes after several checkpoints.
inline qint64 someChanges(Random &random)
{
    return 1 + qint64(random() % (random() % 4 == 0 ? 40 : 800));
}

} // namespace frontdesk::powerloss
