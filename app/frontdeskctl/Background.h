// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

/// What a program waits for outside of Qt's event loop. Each waits in a thread that ends with the process: a read from
/// a terminal cannot be called back.
namespace frontdesk::ctl {

/// SIGINT and SIGTERM.
class StopWatcher final : public QObject {
    Q_OBJECT

public:
    explicit StopWatcher(QObject *parent = nullptr);

Q_SIGNALS:
    void stopRequested();
};

/// Standard input, a line at a time.
class LineReader final : public QObject {
    Q_OBJECT

public:
    static constexpr qsizetype longestLine = 1'000'000; ///< bytes

    explicit LineReader(QObject *parent = nullptr);

Q_SIGNALS:
    void lineRead(const QByteArray &line); ///< without its end; one that is too long comes empty
    void ended();
};

} // namespace frontdesk::ctl
