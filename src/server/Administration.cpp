// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Administration.h"

#include "server/DataFolder.h"
#include "server/PasswordWorker.h"
#include "server/Storage.h"

#include <QtCore/QUrl>
#include <QtNetwork/QTcpSocket>

#include <limits>
#include <sodium.h>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 2000; // milliseconds for a running server to answer

/// A request for the server's health is answered through its database, where it finds what was written.
void askToLook(const QString &address)
{
    const QUrl url(address);
    QTcpSocket socket;
    socket.connectToHost(url.host(), quint16(url.port(0)));
    if (!socket.waitForConnected(patience))
        return; // it has gone; the next one reads everything anyway
    socket.write("GET /healthz HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\nConnection: close\r\n\r\n");
    while (socket.state() == QTcpSocket::ConnectedState && socket.waitForReadyRead(patience))
        socket.readAll();
}

template <class T>
Result<T> work(const QString &dataFolder, const std::shared_ptr<const Clock> &clock,
               std::function<Result<T>(Records &, qint64)> job)
{
    const auto folder = DataFolder::open(dataFolder);
    if (!folder)
        return folder.error();
    const auto lock = folder.value().lock(); // without it a server runs: the file's shape is not ours to change
    auto storage = Storage::open({.file = folder.value().database(),
                                  .migrate = lock != nullptr,
                                  .clock = clock,
                                  .deliver = [](std::function<void()>) {},
                                  .committed = {}});
    if (!storage)
        return storage.error();
    const std::unique_ptr<Storage> open = std::move(storage).value();
    Result<T> result = open->template writeAndWait<T>(std::move(job));
    if (result && !lock)
        askToLook(folder.value().address());
    return result;
}

} // namespace

Result<User> addUser(const QString &dataFolder, const NewUser &user, const std::shared_ptr<const Clock> &clock)
{
    if (sodium_init() < 0)
        return Error{u"server.storage"_s, u"The cryptographic library could not be started."_s};
    if (auto problem = problemWith(user))
        return *std::move(problem);
    return work<User>(dataFolder, clock, [user, hash = hashPassword(user.password)](Records &records, qint64 now) {
        return records.accounts.create(user, hash, now);
    });
}

Result<QVector<User>> listUsers(const QString &dataFolder, const std::shared_ptr<const Clock> &clock)
{
    return work<QVector<User>>(dataFolder, clock, [](Records &records, qint64) -> Result<QVector<User>> {
        return records.accounts.list(UserId(), std::numeric_limits<int>::max());
    });
}

} // namespace frontdesk::server
