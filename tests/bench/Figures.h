// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QString>

#include <vector>

namespace bench {

/// Count, least, median, 99th percentile and most of the values, in their unit.
QJsonObject figures(std::vector<double> values);

/// What the figures were taken on: processor, cores, system, Qt, kind of build.
QJsonObject machine();

/// Resident memory of a process in MiB, 0 where the system does not tell; `shared` pages are counted in proportion to
/// those who share them.
struct Memory {
    double resident = 0;
    double proportional = 0;
};
Memory memoryOf(qint64 processId);

void print(const QJsonObject &report);

} // namespace bench
