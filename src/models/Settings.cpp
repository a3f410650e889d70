// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/Settings.h"

namespace frontdesk::models {

namespace {

const QString themeKey = QStringLiteral("theme");
const QString languageKey = QStringLiteral("language");
const QString systemValue = QStringLiteral("system");
const QStringList themes{systemValue, QStringLiteral("light"), QStringLiteral("dark")};
const QStringList languages{systemValue, QStringLiteral("en"), QStringLiteral("de")};

const QString keepDaysKey = QStringLiteral("keepDays");
const QString fileMegabytesKey = QStringLiteral("fileMegabytes");
constexpr int usualFileMegabytes = 500;
const QVector<int> daysToKeep{0, 30, 90, 365};

QString known(const QString &value, const QStringList &values)
{
    return values.contains(value) ? value : systemValue;
}

} // namespace

Settings::Settings(const QString &file, QObject *parent)
    : QObject(parent)
    , m_file(file, QSettings::IniFormat)
{
}

QString Settings::theme() const
{
    return known(m_file.value(themeKey).toString(), themes);
}

void Settings::setTheme(const QString &theme)
{
    if (theme == this->theme())
        return;
    m_file.setValue(themeKey, known(theme, themes));
    Q_EMIT themeChanged();
}

QString Settings::language() const
{
    return known(m_file.value(languageKey).toString(), languages);
}

void Settings::setLanguage(const QString &language)
{
    if (language == this->language())
        return;
    m_file.setValue(languageKey, known(language, languages));
    Q_EMIT languageChanged();
}

int Settings::keepDays() const
{
    const int days = m_file.value(keepDaysKey, 0).toInt();
    return daysToKeep.contains(days) ? days : 0;
}

void Settings::setKeepDays(int days)
{
    if (days == keepDays())
        return;
    m_file.setValue(keepDaysKey, days);
    Q_EMIT keepDaysChanged();
}

int Settings::fileMegabytes() const
{
    const int megabytes = m_file.value(fileMegabytesKey, usualFileMegabytes).toInt();
    return megabytes == 100 || megabytes == 2000 ? megabytes : usualFileMegabytes;
}

void Settings::setFileMegabytes(int megabytes)
{
    if (megabytes == fileMegabytes())
        return;
    m_file.setValue(fileMegabytesKey, megabytes);
    Q_EMIT fileMegabytesChanged();
}

} // namespace frontdesk::models
