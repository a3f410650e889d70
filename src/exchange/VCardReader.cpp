// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/VCardReader.h"

#include <QtCore/QCoreApplication>

#include <algorithm>

namespace frontdesk::exchange {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

using L = QLatin1String;

constexpr qsizetype longestMark = 3; ///< bytes

bool isPicture(const QString &name)
{
    return name == L("PHOTO") || name == L("LOGO") || name == L("SOUND") || name == L("KEY");
}

bool isCardMark(const VCardLine &line, L name)
{
    return line.name == name && line.value.trimmed().compare(L("VCARD"), Qt::CaseInsensitive) == 0;
}

} // namespace

QVector<VCardEntry> VCardReader::read(QByteArrayView bytes)
{
    if (m_started) {
        takeBytes(bytes);
        return std::exchange(m_finished, {});
    }
    m_beginning.append(bytes);
    if (m_beginning.size() < longestMark)
        return {};
    m_started = true;
    const QByteArray beginning = std::exchange(m_beginning, {});
    if (beginning.startsWith("\xFF\xFE") || beginning.startsWith("\xFE\xFF"))
        m_decoder.emplace();
    takeBytes(beginning.startsWith("\xEF\xBB\xBF") ? beginning.mid(longestMark) : beginning);
    return std::exchange(m_finished, {});
}

QVector<VCardEntry> VCardReader::finish()
{
    takeBytes(std::exchange(m_beginning, {}));
    if (m_decoder) {
        const QByteArray rest = m_decoder->finish().toUtf8();
        m_decoder.reset();
        takeBytes(rest);
    }
    if (!m_physical.isEmpty())
        endPhysicalLine();
    endLine();
    if (isInCard()) {
        wrong(Words::tr("The card that begins in line %1 has no end").arg(m_entry.line));
        endCard();
    }
    return std::exchange(m_finished, {});
}

void VCardReader::takeBytes(QByteArrayView bytes)
{
    const QByteArray converted = m_decoder ? m_decoder->decode(bytes).toUtf8() : QByteArray();
    const QByteArrayView all = m_decoder ? QByteArrayView(converted) : bytes;
    for (qsizetype from = 0; from < all.size();) {
        // The second half of CR LF.
        if (std::exchange(m_afterReturn, false) && all[from] == '\n') {
            ++from;
            continue;
        }
        const auto end =
            std::find_if(all.begin() + from, all.end(), [](char each) { return each == '\n' || each == '\r'; });
        const qsizetype length = end - all.begin() - from;
        const qsizetype room = longestLine - m_physical.size();
        m_physicalIsCut = m_physicalIsCut || length > room;
        m_physical.append(all.sliced(from, std::min(length, room)));
        from += length;
        if (from == all.size())
            return;
        m_afterReturn = all[from] == '\r';
        ++from;
        endPhysicalLine();
        ++m_number;
    }
}

void VCardReader::endPhysicalLine()
{
    const QByteArray line = std::exchange(m_physical, {});
    const bool cut = std::exchange(m_physicalIsCut, false);
    const bool softBreak = m_isQuotedPrintable && m_logical.endsWith('=');
    const bool folded = !m_logical.isEmpty() && (line.startsWith(' ') || line.startsWith('\t'));
    if (!softBreak && !folded) {
        endLine();
        m_logical = line;
        m_logicalIsCut = cut;
        m_isQuotedPrintable = isQuotedPrintable(line);
        m_logicalNumber = m_number;
        return;
    }
    if (softBreak)
        m_logical.chop(1);
    const QByteArray more = softBreak ? line : line.mid(1);
    const qsizetype room = longestLine - m_logical.size();
    m_logicalIsCut = m_logicalIsCut || cut || more.size() > room;
    m_logical.append(more.left(room));
}

void VCardReader::endLine()
{
    const QByteArray line = std::exchange(m_logical, {});
    const bool tooLong = std::exchange(m_logicalIsCut, false);
    if (line.trimmed().isEmpty())
        return;
    auto property = readVCardLine(line);
    if (property && isPicture(property->name))
        property->value = QStringLiteral("…"); // left out; its name is told
    else if (property && tooLong)
        wrong(Words::tr("Line %1 is too long").arg(m_logicalNumber));
    if (property)
        takeLine(*property);
    else
        wrong(Words::tr("Line %1 is no property of a vCard").arg(m_logicalNumber));
}

void VCardReader::takeLine(const VCardLine &line)
{
    if (isCardMark(line, L("BEGIN"))) {
        if (isInCard()) {
            wrong(Words::tr("The card that begins in line %1 has no end").arg(m_entry.line));
            endCard();
        }
        m_strayIsKnown = false;
        m_entry = {.line = m_logicalNumber};
        return;
    }
    if (!isInCard()) {
        wrong(Words::tr("Line %1 is not within a card").arg(m_logicalNumber));
        return;
    }
    if (isCardMark(line, L("END"))) {
        endCard();
        return;
    }
    if (m_properties.size() < mostProperties)
        m_properties.append(line);
    else
        wrong(Words::tr("The card has more than %1 properties").arg(mostProperties));
}

void VCardReader::endCard()
{
    CardOfProperties read = cardOf(std::exchange(m_properties, {}));
    m_entry.card = std::move(read.card);
    m_entry.leftOut = std::move(read.leftOut);
    if (m_entry.card.name.isEmpty())
        wrong(Words::tr("The card has no name"));
    m_finished.append(std::exchange(m_entry, {}));
}

/// The first problem of a card is the one that is told.
void VCardReader::wrong(const QString &problem)
{
    if (isInCard()) {
        if (m_entry.problem.isEmpty())
            m_entry.problem = problem;
        return;
    }
    if (!std::exchange(m_strayIsKnown, true))
        m_finished.append({.line = m_logicalNumber, .problem = problem});
}

} // namespace frontdesk::exchange
