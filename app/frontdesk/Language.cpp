// SPDX-License-Identifier: GPL-3.0-or-later
#include "Language.h"

#include <QtGui/QGuiApplication>

namespace frontdesk {

Language::~Language()
{
    QCoreApplication::removeTranslator(&m_texts);
}

void Language::use(const QString &setting)
{
    QLocale locale = setting == QLatin1String("system") ? m_system : QLocale(setting);
    if (locale.language() == m_system.language())
        locale = m_system;
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_texts);
    // English is the source; asking for it would find the system's second language.
    if (locale.language() != QLocale::English &&
        m_texts.load(locale, QStringLiteral("frontdesk"), QStringLiteral("_"), QStringLiteral(":/i18n")))
        QCoreApplication::installTranslator(&m_texts);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

} // namespace frontdesk
