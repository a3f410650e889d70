// SPDX-License-Identifier: GPL-3.0-or-later
// A file of vCards.
#include "exchange/DraftReader.h"
#include "exchange/DraftWriter.h"
#include "exchange/VCardReader.h"
#include "exchange/VCardWriter.h"
#include "fuzz/engineio/Input.h"

using namespace frontdesk::exchange;

namespace {

QVector<VCardEntry> readInPieces(const QByteArray &bytes, qsizetype size)
{
    VCardReader reader;
    QVector<VCardEntry> entries;
    for (qsizetype i = 0; i < bytes.size(); i += size)
        entries += reader.read(bytes.mid(i, size));
    return entries + reader.finish();
}

/// What is written is one card, whatever is in it; and what is read of that is written the same again.
void comesBack(const Card &card, VCardVersion version)
{
    const QVector<VCardEntry> first = readInPieces(writeVCard(card, version), 4096);
    fuzz::require(first.size() == 1);
    const QVector<VCardEntry> second = readInPieces(writeVCard(first[0].card, version), 4096);
    fuzz::require(second.size() == 1 && second[0].card == first[0].card);
}

} // namespace

int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QByteArray bytes = fuzz::viewOf(data, size).toByteArray();
    const QVector<VCardEntry> entries = readInPieces(bytes, std::max<qsizetype>(bytes.size(), 1));
    const bool isUtf16 = bytes.startsWith("\xFF\xFE") || bytes.startsWith("\xFE\xFF");
    fuzz::require(isUtf16 || readInPieces(bytes, 3) == entries);
    for (const VCardEntry &entry : entries) {
        fuzz::require(entry.line > 0);
        fuzz::require(!entry.problem.isEmpty() || !entry.card.name.isEmpty());
        comesBack(entry.card, VCardVersion::V3);
        comesBack(entry.card, VCardVersion::V4);
        const RecordDraft draft = DraftReader::draftOf(entry.card);
        comesBack(cardOf(draft, entry.card.uid), VCardVersion::V4);
    }
    return 0;
}
