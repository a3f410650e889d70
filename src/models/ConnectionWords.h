// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/ConnectionStatus.h"
#include "store/Store.h"

#include <QtCore/QStringList>

/// The connection in a person's words. Pure.
namespace frontdesk::models::words {

/// "Reconnecting, attempt 3", "Connected over HTTP", "The certificate is not trusted"
QString stateText(const connection::Status &status);
/// "ok", "warn" or "error": how the badge looks.
QString kindOf(const connection::Status &status);

/// Why the transport is not WebSocket, and that nothing is lost by it; empty for WebSocket.
QString transportNote(const connection::Status &status);
/// "09:41:28, every 25 s"; empty when none has come.
QString heartbeat(const connection::Status &status);
/// "1.2 MB received, 38 kB sent"; empty before anything went through.
QString traffic(const connection::Status &status);
/// "Server 120 ms ahead"; empty when not measured.
QString clockSkew(const connection::Status &status);
/// "p50 12 ms · p99 41 ms"; empty when not measured.
QString latencySummary(const connection::Status &status);

/// The server was not trusted; not that the file of authorities cannot be read.
bool isCertificateError(const Error &error);
/// A certificate that was refused, as lines: for whom, by whom, how long, its fingerprint. Empty for other errors.
QString certificateFacts(const Error &error);

/// "A conversation: changes 12 to 15"; at most `most` of them.
QStringList holes(const store::Ledger &ledger, int most);

} // namespace frontdesk::models::words
