// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/CardProperties.h"
#include "exchange/Encoding.h"

namespace frontdesk::exchange {

struct VCardEntry {
    qint64 line = 0; ///< of the file, from 1, where the card begins
    Card card = {};
    QStringList leftOut = {}; ///< names of properties that a card has no place for
    QString problem = {};     ///< in words, when the card cannot be trusted; the card is what was read of it

    friend bool operator==(const VCardEntry &, const VCardEntry &) = default;
};

/// Reads vCards of versions 3.0 (RFC 2426) and 4.0 (RFC 6350), and what 2.1 wrote otherwise, from bytes that come in
/// pieces, in memory bounded by a card. A card that is broken gets a problem; the next BEGIN starts anew.
class VCardReader {
public:
    static constexpr qsizetype longestLine = 1 << 20; ///< bytes, unfolded; pictures may be longer, they are left out
    static constexpr qsizetype mostProperties = 2000; ///< of a card

    /// The cards that these bytes complete.
    QVector<VCardEntry> read(QByteArrayView bytes);
    /// What is left at the end of the file.
    QVector<VCardEntry> finish();

private:
    [[nodiscard]] bool isInCard() const { return m_entry.line > 0; }
    void takeBytes(QByteArrayView bytes);
    void endPhysicalLine();
    void endLine();
    void takeLine(const VCardLine &line);
    void endCard();
    void wrong(const QString &problem);

    QByteArray m_beginning;               ///< until there is enough to see a byte order mark
    std::optional<TextDecoder> m_decoder; ///< for UTF-16
    bool m_started = false;

    QByteArray m_physical; ///< the line that is being read
    QByteArray m_logical;  ///< the property that is being put together
    bool m_physicalIsCut = false;
    bool m_logicalIsCut = false;
    bool m_isQuotedPrintable = false; ///< the property, so that a "=" at its end joins the next line to it
    bool m_afterReturn = false;
    qint64 m_number = 1;        ///< of the physical line
    qint64 m_logicalNumber = 1; ///< where the property began

    bool m_strayIsKnown = false; ///< a problem about text between cards is told once in a row
    QVector<VCardLine> m_properties;
    VCardEntry m_entry; ///< without a line between cards
    QVector<VCardEntry> m_finished;
};

} // namespace frontdesk::exchange
