// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QMap>

#include <span>
#include <vector>

namespace frontdesk::server {

/// Counts by the value of one label, such as the code of a refusal.
using Counts = QMap<QByteArray, quint64>;

/// How often something took how long.
class Histogram {
public:
    explicit Histogram(std::vector<double> bounds)
        : m_bounds(std::move(bounds))
        , m_counts(m_bounds.size(), 0)
    {
    }
    void observe(double seconds);
    [[nodiscard]] std::span<const double> bounds() const { return m_bounds; }
    [[nodiscard]] quint64 countUpTo(size_t bound) const; ///< of what took at most that bound
    [[nodiscard]] quint64 count() const { return m_count; }
    [[nodiscard]] double sum() const { return m_sum; }

private:
    std::vector<double> m_bounds;  ///< seconds, ascending
    std::vector<quint64> m_counts; ///< of what is above the bound before and at most this one
    quint64 m_count = 0;
    double m_sum = 0;
};

/// Writes figures in Prometheus' text format, version 0.0.4.
class Exposition {
public:
    void counter(const QByteArray &name, const QByteArray &help, quint64 value);
    void counters(const QByteArray &name, const QByteArray &help, const QByteArray &label, const Counts &values);
    void gauge(const QByteArray &name, const QByteArray &help, double value);
    void gauges(const QByteArray &name, const QByteArray &help, const QByteArray &label, const Counts &values);
    void histogram(const QByteArray &name, const QByteArray &help, const Histogram &values);

    [[nodiscard]] const QByteArray &text() const { return m_text; }
    static constexpr const char *contentType = "text/plain; version=0.0.4; charset=utf-8";

private:
    void family(const QByteArray &name, const QByteArray &help, const QByteArray &type);
    void sample(const QByteArray &name, const QByteArray &labels, const QByteArray &value);
    void samples(const QByteArray &name, const QByteArray &label, const Counts &values);

    QByteArray m_text;
};

} // namespace frontdesk::server
