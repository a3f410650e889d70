// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "platform/Notifier.h"

namespace frontdesk::platform {

/// For systems whose notifications this program does not speak to yet (Windows, macOS).
class NoNotifier final : public Notifier {
    Q_OBJECT

public:
    void show(const Notification &notification) override;
    void close(const QString &) override {}
    [[nodiscard]] QString description() const override;
};

} // namespace frontdesk::platform
