// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QLocale>
#include <QtCore/QTranslator>

namespace frontdesk {

/// The interface's language: installs Frontdesk's own texts. GUI thread.
class Language {
public:
    ~Language();

    /// "system", "en" or "de". Numbers and times follow the system's locale unless it speaks another language.
    void use(const QString &setting);

private:
    QTranslator m_texts;
    const QLocale m_system = QLocale::system();
};

} // namespace frontdesk
