// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/Colleague.h"

#include <QtCore/QTimer>

#include <vector>

class QNetworkAccessManager;

namespace frontdesk::demo {

/// The simulated colleagues at work: each a client with a socket of its own, all of them following one Office. Made
/// anywhere, may be moved to another thread before start(); from then on it belongs to that thread.
class DemoColleagues final : public QObject {
    Q_OBJECT

public:
    struct Options {
        QUrl server;
        quint32 seed = 1;
        std::shared_ptr<const Clock> clock = std::make_shared<SystemClock>();
    };
    explicit DemoColleagues(Options options, QObject *parent = nullptr);
    ~DemoColleagues() override;

    Q_INVOKABLE void start();
    Q_INVOKABLE void stop();
    /// Does what is due by the clock. The own timer calls it; whoever moves the clock by hand calls it too.
    void step();
    /// When something is due next, on the clock's monotonic scale.
    [[nodiscard]] milliseconds nextAt() const;

Q_SIGNALS:
    void arrived(const QString &name); ///< connected and caught up
    void left(const QString &name);
    void failed(const QString &name, const frontdesk::Error &error); ///< they try again by themselves

private:
    void follow(int index, const Person &person);
    [[nodiscard]] qint64 now() const { return m_options.clock->monotonic().count(); }
    void schedule();

    const Options m_options;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::unique_ptr<Office> m_office;
    std::vector<std::unique_ptr<Colleague>> m_colleagues;
    std::unique_ptr<QTimer> m_timer;
};

} // namespace frontdesk::demo
