// SPDX-License-Identifier: GPL-3.0-or-later
#include "Figures.h"

#include <QtCore/QFile>
#include <QtCore/QJsonDocument>
#include <QtCore/QSysInfo>
#include <QtCore/QThread>

#include <algorithm>
#include <cmath>
#include <cstdio>

namespace bench {

namespace {

/// The value of a line such as "VmRSS:  1234 kB", in MiB.
double mebibytes(const QString &file, QByteArrayView name)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly)) {
        return 0;
    }
    const QList<QByteArray> lines = source.readAll().split('\n');
    for (const QByteArray &line : lines) {
        if (line.startsWith(name)) {
            return line.mid(name.size()).simplified().split(' ').first().toDouble() / 1024;
        }
    }
    return 0;
}

QString processor()
{
    QFile source(QStringLiteral("/proc/cpuinfo"));
    if (source.open(QIODevice::ReadOnly)) {
        const QList<QByteArray> lines = source.readAll().split('\n');
        for (const QByteArray &line : lines) {
            if (line.startsWith("model name")) {
                return QString::fromUtf8(line.mid(line.indexOf(':') + 1).trimmed());
            }
        }
    }
    return QSysInfo::currentCpuArchitecture();
}

double rounded(double value)
{
    return std::round(value * 1000) / 1000;
}

} // namespace

QJsonObject figures(std::vector<double> values)
{
    if (values.empty()) {
        return {{QStringLiteral("count"), 0}};
    }
    std::sort(values.begin(), values.end());
    const auto at = [&values](double part) { return rounded(values[size_t(part * double(values.size() - 1) + 0.5)]); };
    return {{QStringLiteral("count"), qint64(values.size())},
            {QStringLiteral("min"), at(0)},
            {QStringLiteral("p50"), at(0.5)},
            {QStringLiteral("p99"), at(0.99)},
            {QStringLiteral("max"), at(1)}};
}

QJsonObject machine()
{
#ifdef NDEBUG
    const QString build = QStringLiteral("optimised");
#else
    const QString build = QStringLiteral("debug");
#endif
    return {{QStringLiteral("processor"), processor()},
            {QStringLiteral("cores"), QThread::idealThreadCount()},
            {QStringLiteral("system"), QSysInfo::prettyProductName()},
            {QStringLiteral("qt"), QString::fromLatin1(qVersion())},
            {QStringLiteral("build"), build}};
}

Memory memoryOf(qint64 processId)
{
    const QString folder = QStringLiteral("/proc/%1/").arg(processId);
    return {.resident = rounded(mebibytes(folder + QStringLiteral("status"), "VmRSS:")),
            .proportional = rounded(mebibytes(folder + QStringLiteral("smaps_rollup"), "Pss:"))};
}

void print(const QJsonObject &report)
{
    std::fputs(QJsonDocument(report).toJson(QJsonDocument::Indented).constData(), stdout);
}

} // namespace bench
