// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSettings>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// What the person chose for this computer; written to an INI file at once. A value that this version does not know
/// reads as "system", or as 0.
class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the AppController")
    Q_PROPERTY(QString theme READ theme WRITE setTheme NOTIFY themeChanged FINAL) ///< "system", "light" or "dark"
    Q_PROPERTY(
        QString language READ language WRITE setLanguage NOTIFY languageChanged FINAL) ///< "system", "en" or "de"
    Q_PROPERTY(bool highContrast READ highContrast WRITE setHighContrast NOTIFY highContrastChanged FINAL)
    /// How many days messages stay on this computer: 30, 90 or 365; 0: for ever.
    Q_PROPERTY(int keepDays READ keepDays WRITE setKeepDays NOTIFY keepDaysChanged FINAL)
    /// How many megabytes files may take on this computer: 100, 500 or 2000.
    Q_PROPERTY(int fileMegabytes READ fileMegabytes WRITE setFileMegabytes NOTIFY fileMegabytesChanged FINAL)
    Q_PROPERTY(bool shareSettings READ shareSettings WRITE setShareSettings NOTIFY shareSettingsChanged
                   FINAL) ///< with this person's other devices
    Q_PROPERTY(bool shareDrafts READ shareDrafts WRITE setShareDrafts NOTIFY shareDraftsChanged FINAL)
    /// Whether alerts say what was written: who looks at this computer's screen may read it.
    Q_PROPERTY(bool alertTexts READ alertTexts WRITE setAlertTexts NOTIFY alertTextsChanged FINAL)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged FINAL)

public:
    explicit Settings(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] QString theme() const;
    void setTheme(const QString &theme);
    [[nodiscard]] QString language() const;
    void setLanguage(const QString &language);
    [[nodiscard]] int keepDays() const;
    void setKeepDays(int days);
    [[nodiscard]] int fileMegabytes() const;
    void setFileMegabytes(int megabytes);
    [[nodiscard]] bool highContrast() const { return m_file.value(QStringLiteral("highContrast"), false).toBool(); }
    void setHighContrast(bool on)
    {
        if (on == highContrast())
            return;
        m_file.setValue(QStringLiteral("highContrast"), on);
        Q_EMIT highContrastChanged();
    }
    [[nodiscard]] bool reducedMotion() const { return m_file.value(QStringLiteral("reducedMotion"), false).toBool(); }
    void setReducedMotion(bool on)
    {
        if (on == reducedMotion())
            return;
        m_file.setValue(QStringLiteral("reducedMotion"), on);
        Q_EMIT reducedMotionChanged();
    }

    [[nodiscard]] bool alertTexts() const { return m_file.value(QStringLiteral("alertTexts"), true).toBool(); }
    void setAlertTexts(bool on)
    {
        if (on == alertTexts())
            return;
        m_file.setValue(QStringLiteral("alertTexts"), on);
        Q_EMIT alertTextsChanged();
    }
    [[nodiscard]] bool shareSettings() const { return m_file.value(QStringLiteral("shareSettings"), true).toBool(); }
    void setShareSettings(bool on)
    {
        if (on == shareSettings())
            return;
        m_file.setValue(QStringLiteral("shareSettings"), on);
        Q_EMIT shareSettingsChanged();
    }
    [[nodiscard]] bool shareDrafts() const { return m_file.value(QStringLiteral("shareDrafts"), false).toBool(); }
    void setShareDrafts(bool on)
    {
        if (on == shareDrafts())
            return;
        m_file.setValue(QStringLiteral("shareDrafts"), on);
        Q_EMIT shareDraftsChanged();
    }

    /// What the window remembers about its own layout, such as the width of a pane; `fallback` when there is nothing
    /// yet.
    Q_INVOKABLE [[nodiscard]] int remembered(const QString &name, int fallback) const
    {
        return m_file.value(QStringLiteral("window/") + name, fallback).toInt();
    }
    Q_INVOKABLE void remember(const QString &name, int value)
    {
        m_file.setValue(QStringLiteral("window/") + name, value);
    }

Q_SIGNALS:
    void themeChanged();
    void languageChanged();
    void highContrastChanged();
    void reducedMotionChanged();
    void keepDaysChanged();
    void fileMegabytesChanged();
    void shareSettingsChanged();
    void shareDraftsChanged();
    void alertTextsChanged();

private:
    QSettings m_file;
};

} // namespace frontdesk::models
