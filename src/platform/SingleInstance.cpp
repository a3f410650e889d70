// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/SingleInstance.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QCryptographicHash>
#include <QtCore/QDeadlineTimer>
#include <QtCore/QDir>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QStandardPaths>
#include <QtCore/QThread>
#include <QtNetwork/QLocalSocket>

namespace frontdesk::platform {

using std::chrono::milliseconds;

namespace {

/// A start's arguments are one JSON array in one line; more is not a start of ours.
constexpr qint64 longestLine = 64 * 1024;
constexpr char received[] = "received\n";
constexpr unsigned long askAgainAfter = 20; // ms

/// Short whatever the folder is called (a Unix socket's path has about 100 bytes), and in a folder that only this
/// person can enter.
QString socketNameOf(const QString &dataFolder)
{
    const QByteArray hash =
        QCryptographicHash::hash(QDir(dataFolder).canonicalPath().toUtf8(), QCryptographicHash::Sha256);
    const QString name = QLatin1String("frontdesk-") + QString::fromLatin1(hash.toHex().left(16));
#ifdef Q_OS_WIN
    return name;
#else
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? name : folder + u'/' + name;
#endif
}

Error silent(qint64 processId)
{
    return {QStringLiteral("instance.silent"),
            QCoreApplication::translate("Platform", "Frontdesk is running already (process %1) but does not answer. "
                                                    "End that process and start Frontdesk again.")
                .arg(processId)};
}

} // namespace

SingleInstance::SingleInstance(const QString &dataFolder, QObject *parent)
    : QObject(parent)
    , m_lock(dataFolder + QLatin1String("/frontdesk.lock"))
    , m_socketName(socketNameOf(dataFolder))
{
    connect(&m_server, &QLocalServer::newConnection, this, [this] {
        while (QLocalSocket *socket = m_server.nextPendingConnection()) {
            receive(socket);
        }
    });
}

SingleInstance::~SingleInstance() = default;

Result<SingleInstance::Role> SingleInstance::claim(const QStringList &arguments, milliseconds patience)
{
    switch (m_lock.tryLock()) {
    case FileLock::Outcome::Taken:
        return listen();
    case FileLock::Outcome::Held:
        return handOver(arguments, patience);
    case FileLock::Outcome::NotPossible:
        break;
    }
    return Error{QStringLiteral("instance.failed"),
                 QCoreApplication::translate("Platform", "The data folder cannot be locked: \"%1\" cannot be written.")
                     .arg(m_lock.fileName())};
}

Result<SingleInstance::Role> SingleInstance::listen()
{
    // The lock is ours: a socket that is there was left by a crash.
    QLocalServer::removeServer(m_socketName);
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    if (!m_server.listen(m_socketName)) {
        m_lock.unlock();
        return Error{QStringLiteral("instance.failed"),
                     QCoreApplication::translate("Platform", "Frontdesk cannot listen for later starts (%1).")
                         .arg(m_server.errorString())};
    }
    return Role::First;
}

Result<SingleInstance::Role> SingleInstance::handOver(const QStringList &arguments, milliseconds patience)
{
    const QByteArray line = QJsonDocument(QJsonArray::fromStringList(arguments)).toJson(QJsonDocument::Compact) + '\n';
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        QLocalSocket socket;
        socket.connectToServer(m_socketName);
        if (socket.waitForConnected(int(deadline.remainingTime()))) {
            socket.write(line);
            while (!socket.canReadLine() && socket.waitForReadyRead(int(deadline.remainingTime()))) {
            }
            if (socket.readLine() == received) {
                return Role::Later;
            }
        }
        // The other may be between its lock and its socket, or on its way out: then the lock becomes free.
        if (m_lock.tryLock() == FileLock::Outcome::Taken) {
            return listen();
        }
        QThread::msleep(askAgainAfter);
    }
    return silent(m_lock.holder());
}

void SingleInstance::receive(QLocalSocket *socket)
{
    connect(socket, &QLocalSocket::disconnected, socket, &QObject::deleteLater);
    const auto read = [this, socket] {
        if (socket->canReadLine()) {
            const QJsonDocument document = QJsonDocument::fromJson(socket->readLine(longestLine));
            if (document.isArray()) {
                socket->write(received);
                Q_EMIT activated(document.toVariant().toStringList());
            }
            socket->disconnectFromServer();
        } else if (socket->bytesAvailable() > longestLine) {
            socket->abort();
        }
    };
    connect(socket, &QLocalSocket::readyRead, this, read);
    read();
}

} // namespace frontdesk::platform
