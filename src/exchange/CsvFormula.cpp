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
bool wouldRun(QStringView text)
{
    static const QString always = QStringLiteral("=@\t\r\n＝＠＋－");
    if (text.isEmpty())
        return false;
    const QChar first = text.front();
    return always.contains(first) || ((first == u'+' || first == u'-') && !isNumberOrPhone(text));
}

/// Also with apostrophes in front that were there before, so that one more can be taken back.
bool needsApostrophe(QStringView text)
{
    const auto begin = std::find_if(text.begin(), text.end(), [](QChar each) { return each != apostrophe; });
    return wouldRun(text.mid(begin - text.begin()));
}

} // namespace

QString withoutFormula(const QString &text)
{
    return needsApostrophe(text) ? apostrophe + text : text;
}

QString restored(const QString &text)
{
    return text.startsWith(apostrophe) && needsApostrophe(QStringView(text).mid(1)) ? text.mid(1) : text;
}

} // namespace frontdesk::exchange
