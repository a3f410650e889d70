// SPDX-License-Identifier: GPL-3.0-or-later
// Why packaging/sanitizers/openssl_end.cpp is linked into the programs: a thread of Qt's that has used OpenSSL and is
// over, as QThread::wait() says, but still ends when the program does, leaves behind what OpenSSL kept for it. Once
// Qt joins its threads, or OpenSSL finds them, this test fails, and both can be deleted.
#include <QtCore/QDir>
#include <QtCore/QThread>

#include <cstdlib>
#include <openssl/err.h>
#include <pthread.h>
#include <semaphore>

namespace {

std::binary_semaphore programHasEnded(0);

/// The thread's end, in a key made before OpenSSL's: the system ends the values of a thread in the order of their keys.
void endLate(void *)
{
    programHasEnded.acquire();
}

/// Called after OpenSSL's end, which is registered later, and before the leak sanitizer looks.
void letTheThreadEnd()
{
    programHasEnded.release();
    while (QDir(QStringLiteral("/proc/self/task")).entryList(QDir::Dirs | QDir::NoDotAndDotDot).size() > 1)
        QThread::yieldCurrentThread();
}

} // namespace

int main()
{
    pthread_key_t late = 0;
    pthread_key_create(&late, endLate);
    std::atexit(letTheThreadEnd);
    const std::unique_ptr<QThread> thread(QThread::create([&] {
        pthread_setspecific(late, &late);
        ERR_clear_error(); // makes the thread's list of errors
    }));
    thread->start();
    thread->wait();
    return 0;
}
