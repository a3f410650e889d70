// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/Id.h"

#include <QtCore/QRandomGenerator>
#include <QtCore/QUuid>

#include <array>

namespace frontdesk {

namespace {

using Bytes = std::array<quint8, 16>;

Bytes randomBytes()
{
    Bytes bytes{};
    std::array<quint32, 4> noise{};
    QRandomGenerator::system()->fillRange(noise.data(), noise.size());
    std::memcpy(bytes.data(), noise.data(), bytes.size());
    return bytes;
}

QString uuidV7(qint64 milliseconds, Bytes bytes)
{
    const auto time = quint64(milliseconds);
    for (int i = 0; i < 6; ++i)
        bytes[i] = quint8(time >> (40 - 8 * i));
    bytes[6] = quint8(0x70 | (bytes[6] & 0x0f));
    bytes[8] = quint8(0x80 | (bytes[8] & 0x3f));
    return QUuid::fromRfc4122(QByteArrayView(bytes.data(), bytes.size())).toString(QUuid::WithoutBraces);
}

} // namespace

QString createUuidV7(std::chrono::milliseconds sinceEpoch)
{
    return uuidV7(sinceEpoch.count(), randomBytes());
}

QString UuidV7Sequence::next(std::chrono::milliseconds sinceEpoch)
{
    constexpr int counterBits = 12;
    // A clock that was put back by more is believed.
    constexpr qint64 furthestAhead = qint64(10 * 60 * 1000) << counterBits;
    const qint64 now = qint64(sinceEpoch.count()) << counterBits;
    qint64 latest = m_latest.load();
    const auto following = [&] { return latest >= now && latest - now < furthestAhead ? latest + 1 : now; };
    qint64 step = following();
    while (!m_latest.compare_exchange_weak(latest, step))
        step = following();
    Bytes bytes = randomBytes();
    bytes[6] = quint8(step >> 8);
    bytes[7] = quint8(step);
    return uuidV7(step >> counterBits, bytes);
}

std::optional<std::chrono::milliseconds> timeOfUuidV7(const QString &uuid)
{
    if (!isCanonicalUuid(uuid) || uuid[14] != QLatin1Char('7'))
        return {};
    bool ok = false;
    const qint64 time = (uuid.left(8) + uuid.mid(9, 4)).toLongLong(&ok, 16);
    return ok ? std::optional(std::chrono::milliseconds(time)) : std::nullopt;
}

bool isCanonicalUuid(const QString &text)
{
    const QUuid uuid = QUuid::fromString(text);
    return !uuid.isNull() && uuid.toString(QUuid::WithoutBraces) == text;
}

ConversationId directConversationId(const UserId &a, const UserId &b)
{
    static const QUuid nameSpace(QStringLiteral("6f1d3c0e-5f6a-4c52-9d0b-9f1a2f0c7a11"));
    const auto &[first, second] = std::minmax(a.text(), b.text());
    return ConversationId(
        QUuid::createUuidV5(nameSpace, QString(first + QLatin1Char(':') + second)).toString(QUuid::WithoutBraces));
}

} // namespace frontdesk
