// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/OwnValues.h"
#include "models/Settings.h"

namespace frontdesk::models {

/// Carries those settings that make sense on every computer from one device of a person to their others, as long as
/// they want that: a choice made here goes to the others, one made there comes here. GUI thread.
class SettingsSharing : public QObject {
    Q_OBJECT

public:
    SettingsSharing(Settings &settings, OwnValues &own, QObject *parent = nullptr);

private:
    void adopt();
    void tell(const char *name);

    Settings &m_settings;
    OwnValues &m_own;
    bool m_adopting = false;
};

} // namespace frontdesk::models
