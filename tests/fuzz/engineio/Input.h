// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QList>

#include <chrono>
#include <cstddef>
#include <cstdint>
#include <cstdlib>

/// What the fuzzers call with their input: returns always 0, and aborts when something does not hold.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size);

namespace fuzz {

inline QByteArrayView viewOf(const std::uint8_t *data, std::size_t size)
{
    return {data, qsizetype(size)};
}

/// Ends the run as a finding.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

/// One line of an input that is read as a story: a letter for what happens, and with what.
struct Step {
    char what;
    QByteArrayView with;

    /// `with` as a time, at most a day.
    [[nodiscard]] std::chrono::milliseconds time() const
    {
        return std::chrono::milliseconds(std::abs(with.toByteArray().toInt()) % 86'400'000);
    }
};

/// Text, so that a corpus can be read; a line may hold any bytes but a line feed.
inline QList<Step> stepsOf(const std::uint8_t *data, std::size_t size)
{
    QList<Step> steps;
    QByteArrayView rest = viewOf(data, size);
    while (!rest.isEmpty()) {
        const qsizetype end = rest.indexOf('\n');
        const QByteArrayView line = end < 0 ? rest : rest.first(end);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 1);
        if (!line.isEmpty())
            steps.append({line.front(), line.sliced(1)});
    }
    return steps;
}

} // namespace fuzz
