// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLatin1String>

#include <array>
#include <optional>

namespace frontdesk::server {

/// What is limited, each by itself. Limited means later, never no.
enum class RateClass {
    Message,   ///< what people write, per user
    Replay,    ///< commands that were made a while ago: an outbox that is sent again, an import; per user
    Command,   ///< the other commands, per user
    Record,    ///< new records, per user: an import is slowed down and not refused
    Request,   ///< questions, per user
    CatchUp,   ///< pages of the journal and of snapshots, per user
    File,      ///< pieces of files, per user
    Passing,   ///< signs that are not kept, per user
    LogIn,     ///< per address
    LogInName, ///< log-ins under one name, from wherever
    Refresh,   ///< per address
    Connect,   ///< CONNECT packets, per address
};
inline constexpr int rateClasses = 12;

/// So many at once, and then so many a minute. Nothing a minute: not limited.
struct Rate {
    double perMinute = 0;
    double burst = 1;
    [[nodiscard]] constexpr bool isUnlimited() const { return perMinute <= 0; }
};

struct NamedRate {
    RateClass rateClass;
    QLatin1String name; ///< on the command line and in figures
    Rate usual;
};

/// In the order of RateClass.
inline constexpr std::array<NamedRate, rateClasses> rateTable{{
    {RateClass::Message, QLatin1String("messages"), {60, 30}},
    {RateClass::Replay, QLatin1String("replay"), {120, 1'000}},
    {RateClass::Command, QLatin1String("commands"), {240, 120}},
    {RateClass::Record, QLatin1String("records"), {120'000, 2'000}},
    {RateClass::Request, QLatin1String("requests"), {600, 200}},
    {RateClass::CatchUp, QLatin1String("catch-up"), {2'400, 1'000}},
    {RateClass::File, QLatin1String("files"), {2'400, 800}},
    {RateClass::Passing, QLatin1String("passing"), {600, 200}},
    {RateClass::LogIn, QLatin1String("logins"), {30, 20}},
    {RateClass::LogInName, QLatin1String("login-names"), {6, 10}},
    {RateClass::Refresh, QLatin1String("refreshes"), {600, 300}},
    {RateClass::Connect, QLatin1String("connects"), {2'400, 3'000}},
}};

/// What a server allows.
class RateLimits {
public:
    static RateLimits unlimited()
    {
        RateLimits limits;
        limits.m_rates.fill({});
        return limits;
    }
    [[nodiscard]] const Rate &of(RateClass rateClass) const { return m_rates[size_t(rateClass)]; }
    void set(RateClass rateClass, Rate rate) { m_rates[size_t(rateClass)] = rate; }

private:
    std::array<Rate, rateClasses> m_rates = [] {
        std::array<Rate, rateClasses> usual{};
        for (size_t i = 0; i < usual.size(); ++i)
            usual[i] = rateTable[i].usual;
        return usual;
    }();
};

constexpr QLatin1String nameOf(RateClass rateClass)
{
    return rateTable[size_t(rateClass)].name;
}

} // namespace frontdesk::server
