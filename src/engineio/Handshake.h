// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QByteArrayView>
#include <QtCore/QString>
#include <QtCore/QStringList>

#include <chrono>
#include <optional>

namespace engineio {

/// Bytes of one frame when the server does not say: the reference's default.
inline constexpr qint64 defaultMaxPayload = 1'000'000;

/// The data of the `open` packet. `sid` is secret: whoever knows it can speak for the session.
struct Handshake {
    QString sid;
    QStringList upgrades{}; ///< transports that the session may move to
    std::chrono::milliseconds pingInterval{25'000};
    std::chrono::milliseconds pingTimeout{20'000};
    qint64 maxPayload = defaultMaxPayload;
};

/// 160 random bits from the system, fit for URLs.
[[nodiscard]] QString newSid();

/// The data of an `open` packet.
[[nodiscard]] QByteArray encodeHandshake(const Handshake &handshake);

/// Nothing when it is no JSON object, has no `sid`, or a time or size is not positive. `upgrades` and
/// `maxPayload` may be missing.
[[nodiscard]] std::optional<Handshake> decodeHandshake(QByteArrayView data);

} // namespace engineio
