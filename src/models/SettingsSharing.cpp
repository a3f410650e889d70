// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SettingsSharing.h"

#include <QtCore/QScopedValueRollback>

#include <array>

namespace frontdesk::models {

namespace {

/// Properties of Settings, and names of own values. Not what is about this computer: its panes, its network, its disk.
constexpr std::array shared{"theme", "language", "highContrast", "reducedMotion"};

} // namespace

SettingsSharing::SettingsSharing(Settings &settings, OwnValues &own, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_own(own)
{
    connect(&own, &OwnValues::changed, this, &SettingsSharing::adopt);
    connect(&settings, &Settings::shareSettingsChanged, this, &SettingsSharing::adopt);
    connect(&settings, &Settings::themeChanged, this, [this] { tell("theme"); });
    connect(&settings, &Settings::languageChanged, this, [this] { tell("language"); });
    connect(&settings, &Settings::highContrastChanged, this, [this] { tell("highContrast"); });
    connect(&settings, &Settings::reducedMotionChanged, this, [this] { tell("reducedMotion"); });
    adopt();
}

void SettingsSharing::adopt()
{
    if (!m_settings.shareSettings())
        return;
    const QScopedValueRollback adopting(m_adopting, true);
    for (const char *name : shared) {
        const QJsonValue told = m_own.value(ownSettingKey(QLatin1String(name)));
        const QJsonValue here = QJsonValue::fromVariant(m_settings.property(name));
        if (told.type() == here.type()) // else it is another version's
            m_settings.setProperty(name, told.toVariant());
    }
}

void SettingsSharing::tell(const char *name)
{
    if (m_settings.shareSettings() && !m_adopting)
        m_own.set(ownSettingKey(QLatin1String(name)), QJsonValue::fromVariant(m_settings.property(name)));
}

} // namespace frontdesk::models
