// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSettings>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// What the person chose for this computer; written to an INI file at once. A value that this version does not know
/// reads as "system".
class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the AppController")
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged FINAL) ///< "system", "light" or "dark"
    Q_PROPERTY(
        QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL) ///< "system", "en" or "de"

public:
    explicit Settings(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);

Q_SIGNALS:
    void themeChanged();
    void languageChanged();

private:
    QSettings m_file;
};

} // namespace frontdesk::models
