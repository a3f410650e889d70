// SPDX-License-Identifier: GPL-3.0-or-later
// Qt does not join its threads: that of a QNetworkAccessManager which has spoken TLS may still be ending when the
// program does. If OpenSSL's own end comes first, what it kept for that thread (errors, random numbers) is never freed,
// and the leak sanitizer says so, now and then. Linked into every program of a build with -fsanitize=address: OpenSSL
// then has no end before the process's. style-openssl-leak shows the leak without this, style-openssl-no-leak the same
// program with it.
#include <openssl/crypto.h>

namespace {

[[maybe_unused]] const int stays = OPENSSL_init_crypto(OPENSSL_INIT_NO_ATEXIT, nullptr);

} // namespace
