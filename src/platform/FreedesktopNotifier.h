// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/NotificationService.h"

#include <QtCore/QThread>

namespace frontdesk::platform {

/// The desktop's notification service, reached in a thread of its own: also to connect to a bus may take for ever.
class FreedesktopNotifier final : public Notifier {
    Q_OBJECT

public:
    /// `busAddress`: of the bus; empty: the session's.
    explicit FreedesktopNotifier(const QString &busAddress = {});
    ~FreedesktopNotifier() override;

    void show(const Notification &notification) override;
    void close(const QString &id) override;
    [[nodiscard]] QString description() const override;

private:
    void adopt(NotificationService::Reach reach);

    QThread *m_thread;              ///< outlives this while it waits for a bus that does not answer
    NotificationService *m_service; ///< lives in m_thread
    NotificationService::Reach m_reach = NotificationService::Reach::Unknown;
};

} // namespace frontdesk::platform
