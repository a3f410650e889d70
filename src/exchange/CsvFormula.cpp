// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CsvFormula.h"

#include <algorithm>

namespace frontdesk::exchange {

namespace {

constexpr QChar apostrophe = u'\'';

bool isNumberOrPhone(QStringView text)
{
    static const QString harmless = QStringLiteral(" ().,/-");
    const QStringView rest = text.mid(1);
    bool digits = false;
    for (const QChar character : rest) {
        const bool digit = character >= u'0' && character <= u'9';
        if (!digit && !harmless.contains(character))
            return false;
        digits = digits || digit;
    }
    return digits;
}

/// The wide ones are what Japanese and Chinese input methods write; Excel takes them for the others.
bool beginsLikeFormula(QStringView text)
{
    static const QString signs = QStringLiteral("=+-@\t\r\n＝＋－＠");
    return !text.isEmpty() && signs.contains(text.front());
}

bool wouldRun(QStringView text)
{
    const bool isSigned = text.startsWith(u'+') || text.startsWith(u'-');
    return beginsLikeFormula(text) && !(isSigned && isNumberOrPhone(text));
}

/// Whether it has an apostrophe in front that stands, or that other programs would take to stand, before a formula.
bool hasApostrophe(QStringView text)
{
    const auto begin = std::find_if(text.begin(), text.end(), [](QChar each) { return each != apostrophe; });
    return begin != text.begin() && beginsLikeFormula(text.mid(begin - text.begin()));
}

} // namespace

QString withoutFormula(const QString &text)
{
    // One that has an apostrophe of its own gets another, so that one can be taken away.
    return wouldRun(text) || hasApostrophe(text) ? apostrophe + text : text;
}

QString restored(const QString &text)
{
    return hasApostrophe(text) ? text.mid(1) : text;
}

} // namespace frontdesk::exchange
