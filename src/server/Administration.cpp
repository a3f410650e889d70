// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/Administration.h"

#include "server/DataFolder.h"
#include "server/access/PasswordWorker.h"
#include "server/storage/Seed.h"
#include "server/storage/Storage.h"

#include <QtCore/QUrl>
#include <QtNetwork/QSslSocket>

#include <limits>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 2000; // milliseconds for a running server to answer

/// Whether the server is ready is answered through its database, where it finds what was written.
void askToLook(const QString &address)
{
    const QUrl url(address);
    QSslSocket socket;
    if (url.scheme() == "https"_L1) {
        socket.setPeerVerifyMode(QSslSocket::VerifyNone); // nothing is told or believed: it is to look, whoever it is
        socket.connectToHostEncrypted(url.host(), quint16(url.port(0)));
    } else {
        socket.connectToHost(url.host(), quint16(url.port(0)));
    }
    if (!socket.waitForConnected(patience) || (url.scheme() == "https"_L1 && !socket.waitForEncrypted(patience)))
        return; // it has gone; the next one reads everything anyway
    socket.write("GET /readyz HTTP/1.1\r\nHost: " + url.authority().toLatin1() + "\r\nConnection: close\r\n\r\n");
    while (socket.state() == QSslSocket::ConnectedState && socket.waitForReadyRead(patience))
        socket.readAll();
}

template <class T>
Result<T> valueOf(const Result<Done> &done, std::optional<T> value)
{
    if (!done)
        return done.error();
    return *std::move(value);
}

} // namespace

Result<Done> administer(const QString &dataFolder, const std::shared_ptr<const Clock> &clock,
                        const std::function<Result<Done>(Records &, qint64)> &work)
{
    const auto folder = DataFolder::open(dataFolder);
    if (!folder)
        return folder.error();
    const auto lock = folder.value().lock(); // without it a server runs: the file's shape is not ours to change
    const auto storage = Storage::open({.file = folder.value().database(),
                                        .migrate = lock != nullptr,
                                        .clock = clock,
                                        .deliver = [](const std::function<void()> &) {},
                                        .committed = {}});
    if (!storage)
        return storage.error();
    auto done = storage.value()->writeAndWait<Done>(work);
    if (done && !lock)
        askToLook(folder.value().address());
    return done;
}

Result<User> addUser(const QString &dataFolder, const NewUser &user, const std::shared_ptr<const Clock> &clock)
{
    if (auto problem = problemWith(user))
        return *std::move(problem);
    const QString hash = hashPassword(user.password);
    std::optional<User> added;
    const auto done = administer(dataFolder, clock, [&](Records &records, qint64 now) -> Result<Done> {
        auto created = records.accounts.create(user, hash, now);
        if (!created)
            return created.error();
        added = std::move(created).value();
        return seedWorkspace(records, now);
    });
    return valueOf(done, added);
}

Result<User> setRole(const QString &dataFolder, const QString &name, Role role,
                     const std::shared_ptr<const Clock> &clock)
{
    std::optional<User> user;
    const auto done = administer(dataFolder, clock, [&](Records &records, qint64 now) -> Result<Done> {
        auto changed = records.accounts.setRole(name, role, now);
        if (!changed)
            return changed.error();
        user = std::move(changed).value();
        return seedWorkspace(records, now);
    });
    return valueOf(done, user);
}

Result<QVector<User>> listUsers(const QString &dataFolder, const std::shared_ptr<const Clock> &clock)
{
    std::optional<QVector<User>> users;
    const auto done = administer(dataFolder, clock, [&](Records &records, qint64) -> Result<Done> {
        users = records.accounts.list(UserId(), std::numeric_limits<int>::max());
        return Done{};
    });
    return valueOf(done, users);
}

} // namespace frontdesk::server
