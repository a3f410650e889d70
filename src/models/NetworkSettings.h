// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/NetworkSettings.h"

#include <QtCore/QObject>
#include <QtCore/QSettings>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// How servers are reached from this computer, as the person chose it. Everything but the proxy's password lies in the
/// settings file; the password goes to where log-ins are kept. What is set applies from the next connection on.
class NetworkSettings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the AppController")
    Q_PROPERTY(QString proxyMode READ proxyMode WRITE setProxyMode NOTIFY changed FINAL) ///< "system", "none", "manual"
    Q_PROPERTY(
        QString proxyAddress READ proxyAddress NOTIFY changed FINAL) ///< "http://host:port", "socks5://host:port"
    Q_PROPERTY(QString proxyUser READ proxyUser NOTIFY changed FINAL)
    Q_PROPERTY(bool proxyPasswordKept READ proxyPasswordKept NOTIFY changed FINAL)
    Q_PROPERTY(QString authorityFile READ authorityFile NOTIFY changed FINAL) ///< its path; empty: none
    Q_PROPERTY(QString proxyProblem READ proxyProblem NOTIFY changed FINAL)   ///< why setProxy did nothing; else empty
    Q_PROPERTY(QString authorityProblem READ authorityProblem NOTIFY changed FINAL) ///< of setAuthorityFile; else empty

public:
    explicit NetworkSettings(const QString &file, QObject *parent = nullptr);

    [[nodiscard]] QString proxyMode() const;
    void setProxyMode(const QString &mode);
    [[nodiscard]] QString proxyAddress() const;
    [[nodiscard]] QString proxyUser() const;
    [[nodiscard]] bool proxyPasswordKept() const;
    [[nodiscard]] QString authorityFile() const;
    [[nodiscard]] QString proxyProblem() const { return m_proxyProblem; }
    [[nodiscard]] QString authorityProblem() const { return m_authorityProblem; }

    /// The address as typed ("proxy.example.org:3128"), the user and their password; an empty password keeps the one
    /// before, an empty user forgets both. False, with words in proxyProblem, when the address is none.
    Q_INVOKABLE bool setProxy(const QString &address, const QString &user, const QString &password);
    /// A file of certificates (PEM), by its path or as a file: address; empty: none any more. False, with words in
    /// authorityProblem, when there is no certificate in it.
    Q_INVOKABLE bool setAuthorityFile(const QString &file);

    /// Without the password, which is not kept here.
    [[nodiscard]] dialect::NetworkSettings value() const;

Q_SIGNALS:
    void changed();
    /// To be kept safely and used from now on; empty: to be forgotten.
    void proxyPasswordChosen(const QString &password);

private:
    QSettings m_file;
    QString m_proxyProblem;
    QString m_authorityProblem;
};

} // namespace frontdesk::models
