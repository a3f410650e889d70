// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerProcess.h"

namespace bench {

bool addUser(const QString &program, const QString &folder, const QString &name, const QString &password)
{
    QProcess add;
    add.start(program, {QStringLiteral("user"), QStringLiteral("add"), name, QStringLiteral("--role"),
                        QStringLiteral("agent"), QStringLiteral("--password-stdin"), QStringLiteral("--data"), folder});
    add.write(password.toUtf8() + '\n');
    add.closeWriteChannel();
    return add.waitForFinished() && add.exitCode() == 0;
}

ServerProcess::~ServerProcess()
{
    stop();
}

bool ServerProcess::start(const QString &program, const QString &folder)
{
    // Heartbeats are the transport's: a client of a bench may not answer them.
    m_process.setStandardErrorFile(QProcess::nullDevice());
    m_process.start(program, {QStringLiteral("--data"), folder, QStringLiteral("--listen"),
                              QStringLiteral("127.0.0.1:%1").arg(m_url.port(0)), QStringLiteral("--rate"),
                              QStringLiteral("all=0"), QStringLiteral("--max-connections"), QStringLiteral("0"),
                              QStringLiteral("--ping-interval"), QStringLiteral("3600000")});
    while (!m_process.canReadLine() && m_process.waitForReadyRead()) {
    }
    m_url = QUrl(QString::fromUtf8(m_process.readLine()).trimmed().section(QLatin1Char(' '), 1));
    return m_url.isValid() && m_url.port() > 0;
}

void ServerProcess::stop()
{
    m_process.terminate();
    m_process.waitForFinished();
}

} // namespace bench
