// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QFile>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;

/// A certificate authority of one test run, and what it issues; made by the openssl program.
class Certificates {
public:
    struct Wanted {
        QString subject = QStringLiteral("/O=Desk Ltd/CN=desk");
        QString names = QStringLiteral("DNS:localhost,IP:127.0.0.1");
        QString from = QStringLiteral("20200101000000Z");
        QString to = QStringLiteral("20991231000000Z");
        bool selfSigned = false;
    };

    Certificates()
    {
        write(u"ca.cnf"_s,
              "[ca]\ndefault_ca=d\n[d]\ndir=" + m_folder.path().toUtf8() +
                  "\ndatabase=$dir/index\nserial=$dir/serial\nnew_certs_dir=$dir\ncertificate=$dir/ca.crt\n"
                  "private_key=$dir/ca.key\ndefault_md=sha256\npolicy=p\nunique_subject=no\n"
                  "[p]\norganizationName=optional\ncommonName=supplied\n");
        write(u"index"_s, {});
        write(u"serial"_s, "01\n");
        run(newKey() + QStringList{u"-x509"_s, u"-days"_s, u"30"_s, u"-subj"_s, u"/O=Own Authority/CN=Own CA"_s,
                                   u"-keyout"_s, path(u"ca.key"_s), u"-out"_s, path(u"ca.crt"_s)});
    }

    /// Issues NAME.crt for the key NAME.key.
    void issue(const QString &name, const Wanted &wanted)
    {
        run(newKey() +
            QStringList{u"-subj"_s, wanted.subject, u"-keyout"_s, key(name), u"-out"_s, path(name + u".csr"_s)});
        write(name + u".ext"_s, "subjectAltName=" + wanted.names.toUtf8() + "\n");
        QStringList ca{u"ca"_s,
                       u"-batch"_s,
                       u"-notext"_s,
                       u"-config"_s,
                       path(u"ca.cnf"_s),
                       u"-in"_s,
                       path(name + u".csr"_s),
                       u"-out"_s,
                       crt(name),
                       u"-extfile"_s,
                       path(name + u".ext"_s),
                       u"-startdate"_s,
                       wanted.from,
                       u"-enddate"_s,
                       wanted.to};
        if (wanted.selfSigned)
            ca += QStringList{u"-selfsign"_s, u"-keyfile"_s, key(name)};
        run(ca);
    }

    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QString crt(const QString &name) const { return path(name + QStringLiteral(".crt")); }
    [[nodiscard]] QString key(const QString &name) const { return path(name + QStringLiteral(".key")); }
    [[nodiscard]] QString authority() const { return crt(QStringLiteral("ca")); }

private:
    static QStringList newKey()
    {
        return {u"req"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s};
    }
    void write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("%s", qPrintable(file.errorString()));
    }
    static void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.start(QStringLiteral("openssl"), arguments);
        if (!openssl.waitForFinished() || openssl.exitCode() != 0)
            qFatal("openssl %s: %s", qPrintable(arguments.join(u' ')), openssl.readAllStandardError().constData());
    }

    QTemporaryDir m_folder;
};
