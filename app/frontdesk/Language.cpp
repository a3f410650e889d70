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
    if (locale.language() == QLocale::C) // it has no words and no short times for people
        locale = QLocale(QLocale::English);
    QLocale::setDefault(locale);
    QCoreApplication::removeTranslator(&m_texts);
    // By the language's name and not by QTranslator::load(locale): that would find the system's second language where
    // the first one has no file.
    const QString name = QLocale::languageToCode(locale.language());
    const bool known =
        m_texts.load(QStringLiteral(":/i18n/frontdesk_") + name) || m_texts.load(QStringLiteral(":/i18n/frontdesk_en"));
    if (known)
        QCoreApplication::installTranslator(&m_texts);
    QGuiApplication::setLayoutDirection(locale.textDirection());
}

} // namespace frontdesk
