// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/Exposition.h"

#include <algorithm>
#include <numeric>

namespace frontdesk::server {

namespace {

QByteArray escaped(QByteArray value)
{
    return value.replace('\\', "\\\\").replace('"', "\\\"").replace('\n', "\\n");
}

QByteArray labelled(const QByteArray &label, const QByteArray &value)
{
    return '{' + label + "=\"" + escaped(value) + "\"}";
}

QByteArray number(double value)
{
    return QByteArray::number(value, 'g', 15);
}

} // namespace

void Histogram::observe(double seconds)
{
    const auto bound = std::lower_bound(m_bounds.begin(), m_bounds.end(), seconds);
    if (bound != m_bounds.end())
        ++m_counts[size_t(bound - m_bounds.begin())];
    ++m_count;
    m_sum += seconds;
}

quint64 Histogram::countUpTo(size_t bound) const
{
    return std::accumulate(m_counts.begin(), m_counts.begin() + qsizetype(bound) + 1, quint64(0));
}

void Exposition::counter(const QByteArray &name, const QByteArray &help, quint64 value)
{
    family(name, help, "counter");
    sample(name, {}, QByteArray::number(value));
}

void Exposition::counters(const QByteArray &name, const QByteArray &help, const QByteArray &label, const Counts &values)
{
    family(name, help, "counter");
    samples(name, label, values);
}

void Exposition::gauge(const QByteArray &name, const QByteArray &help, double value)
{
    family(name, help, "gauge");
    sample(name, {}, number(value));
}

void Exposition::gauges(const QByteArray &name, const QByteArray &help, const QByteArray &label, const Counts &values)
{
    family(name, help, "gauge");
    samples(name, label, values);
}

void Exposition::histogram(const QByteArray &name, const QByteArray &help, const Histogram &values)
{
    family(name, help, "histogram");
    for (size_t i = 0; i < values.bounds().size(); ++i)
        sample(name + "_bucket", labelled("le", number(values.bounds()[i])), QByteArray::number(values.countUpTo(i)));
    sample(name + "_bucket", labelled("le", "+Inf"), QByteArray::number(values.count()));
    sample(name + "_sum", {}, number(values.sum()));
    sample(name + "_count", {}, QByteArray::number(values.count()));
}

void Exposition::family(const QByteArray &name, const QByteArray &help, const QByteArray &type)
{
    m_text += "# HELP " + name + ' ' + help + "\n# TYPE " + name + ' ' + type + '\n';
}

void Exposition::sample(const QByteArray &name, const QByteArray &labels, const QByteArray &value)
{
    m_text += name + labels + ' ' + value + '\n';
}

void Exposition::samples(const QByteArray &name, const QByteArray &label, const Counts &values)
{
    for (auto it = values.begin(); it != values.end(); ++it)
        sample(name, labelled(label, it.key()), QByteArray::number(it.value()));
}

} // namespace frontdesk::server
