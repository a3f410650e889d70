// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/VCardWriter.h"

namespace frontdesk::exchange {

QByteArray writeVCard(const Card &card, VCardVersion version)
{
    QByteArray bytes("BEGIN:VCARD\r\n");
    bytes += version == VCardVersion::V3 ? "VERSION:3.0\r\n" : "VERSION:4.0\r\n";
    for (const QString &line : propertiesOf(card, version))
        bytes += foldedLine(line);
    return bytes + "END:VCARD\r\n";
}

} // namespace frontdesk::exchange
