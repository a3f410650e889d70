// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/access/PasswordWorker.h"

#include <array>
#include <new>
#include <sodium.h>

namespace frontdesk::server {

namespace {

constexpr size_t mostWaiting = 32; // checks; about two seconds of work

QByteArray prepared(const QString &password)
{
    return password.normalized(QString::NormalizationForm_C).toUtf8(); // the same keys pressed on any system
}

QByteArray hashOf(const QByteArray &password)
{
    std::array<char, crypto_pwhash_STRBYTES> hash{};
    if (crypto_pwhash_str(hash.data(), password.constData(), quint64(password.size()),
                          crypto_pwhash_OPSLIMIT_INTERACTIVE, crypto_pwhash_MEMLIMIT_INTERACTIVE) != 0)
        throw std::bad_alloc(); // its only reason to fail
    return {hash.data()};
}

} // namespace

QString hashPassword(const QString &password)
{
    if (sodium_init() < 0) // does nothing after the first time
        throw std::bad_alloc();
    return QString::fromLatin1(hashOf(prepared(password)));
}

PasswordWorker::PasswordWorker(std::function<void(std::function<void()>)> deliver)
    : m_deliver(std::move(deliver))
    , m_thread([this] { work(); })
{
}

PasswordWorker::~PasswordWorker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
    }
    m_wake.notify_one();
    m_thread.join();
}

bool PasswordWorker::check(const QString &password, const QString &hash, std::function<void(bool)> answer)
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_waiting.size() >= mostWaiting)
            return false;
        m_waiting.push_back({prepared(password), hash.toLatin1(), std::move(answer)});
    }
    m_wake.notify_one();
    return true;
}

size_t PasswordWorker::waiting() const
{
    const std::lock_guard lock(m_mutex);
    return m_waiting.size();
}

void PasswordWorker::work()
{
    for (;;) {
        Check check;
        {
            std::unique_lock lock(m_mutex);
            m_wake.wait(lock, [this] { return m_stopping || !m_waiting.empty(); });
            if (m_stopping)
                return;
            check = std::move(m_waiting.front());
            m_waiting.pop_front();
        }
        const char *hash = check.hash.isEmpty() ? nobodysHash : check.hash.constData();
        const bool matches =
            crypto_pwhash_str_verify(hash, check.password.constData(), quint64(check.password.size())) == 0;
        ++m_verifications;
        const bool right = matches && !check.hash.isEmpty();
        sodium_memzero(check.password.data(), size_t(check.password.size()));
        m_deliver([answer = std::move(check.answer), right] { answer(right); });
    }
}

} // namespace frontdesk::server
