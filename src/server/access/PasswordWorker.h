// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QString>

#include <atomic>
#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace frontdesk::server {

/// Argon2id at libsodium's "interactive" work and 64 MiB. Takes some 60 ms: not on the I/O thread.
QString hashPassword(const QString &password);

/// What passwords of unknown names are checked against: the same work as any other check, and never right.
inline constexpr const char *nobodysHash =
    "$argon2id$v=19$m=65536,t=2,p=1$bm9ib2R5IGhhcyB0aGlzIQ$bm9ib2R5IGhhcyB0aGlzIHBhc3N3b3JkLCBldmVyISE";

/// Checks passwords in a thread of its own, so that log-ins neither hold up messages nor take more memory than one
/// check.
class PasswordWorker {
public:
    /// `deliver` runs an answer where it is wanted.
    explicit PasswordWorker(std::function<void(std::function<void()>)> deliver);
    ~PasswordWorker(); ///< gives up what waits

    /// Whether the password is that of the hash. An empty hash (no such user) takes the same time and is false. Returns
    /// false when too many checks wait already: `answer` is not called then.
    bool check(const QString &password, const QString &hash, std::function<void(bool)> answer);

    [[nodiscard]] size_t waiting() const; ///< checks; from any thread
    /// How often Argon2 has been worked through; from any thread.
    [[nodiscard]] quint64 verifications() const { return m_verifications; }

private:
    struct Check {
        QByteArray password;
        QByteArray hash;
        std::function<void(bool)> answer;
    };
    void work();

    const std::function<void(std::function<void()>)> m_deliver;
    mutable std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Check> m_waiting;
    std::atomic<quint64> m_verifications = 0;
    bool m_stopping = false;
    std::thread m_thread;
};

} // namespace frontdesk::server
