// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QProcess>
#include <QtCore/QUrl>
#include <QtTest/QTest>

/// The reference server on Node.js, started for a test. CTest says where it is.
class ReferenceServer {
public:
    /// Fails the current test when it does not start.
    void start(const QStringList &options)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(qEnvironmentVariable("FRONTDESK_NODE"),
                        QStringList{qEnvironmentVariable("FRONTDESK_JS_SERVER"), QStringLiteral("--exit-with-input")} +
                            options);
        QVERIFY2(m_process.waitForStarted(patience), qPrintable(m_process.errorString()));
        while (!m_process.canReadLine())
            QVERIFY2(m_process.waitForReadyRead(patience),
                     "the reference server does not start: CTest installs what it needs");
        const QString line = QString::fromUtf8(m_process.readLine()).trimmed();
        QVERIFY2(line.startsWith(u"ready "), qPrintable(line));
        m_url = QUrl(line.mid(6));
    }

    void stop()
    {
        m_process.closeWriteChannel();
        QVERIFY(m_process.waitForFinished(patience));
    }

    [[nodiscard]] QUrl url() const { return m_url; }

    static constexpr int patience = 20'000;

private:
    QProcess m_process;
    QUrl m_url;
};
