// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchText.h"

#include <algorithm>

namespace frontdesk::search {

namespace {

constexpr int rules = 1;             // raise with every change of what fold() answers
constexpr char32_t kashida = 0x0640; // stretches an Arabic word

struct Letter {
    char32_t letter;
    const char *plain;
};

/// Letters that Unicode does not decompose, such as those with a stroke (lower case).
constexpr Letter plainLetters[] = {
    {0x00DF, "ss"}, {0x00E6, "ae"}, {0x00F0, "d"}, {0x00F8, "o"},  {0x00FE, "th"}, {0x0111, "d"},
    {0x0127, "h"},  {0x0131, "i"},  {0x0142, "l"}, {0x0153, "oe"}, {0x0167, "t"},
};

bool isKana(char32_t character)
{
    const QChar::Script script = QChar::script(character);
    return script == QChar::Script_Hiragana || script == QChar::Script_Katakana;
}

/// Marks that change a letter's sound are left out; what is a part of the writing stays: vowel signs (class 0), the
/// virama (9) and the voicing of kana (8).
bool isDiacritic(char32_t character)
{
    constexpr int kanaVoicing = 8;
    constexpr int virama = 9;
    const int combining = QChar::combiningClass(character);
    return combining > 0 && combining != kanaVoicing && combining != virama;
}

/// What stays with the character before it: marks, and characters that only say how others are joined.
bool continuesCluster(char32_t character)
{
    constexpr char32_t halfwidthVoiced = 0xFF9E;
    constexpr char32_t halfwidthSemiVoiced = 0xFF9F;
    return QChar::isMark(character) || QChar::category(character) == QChar::Other_Format ||
           character == halfwidthVoiced || character == halfwidthSemiVoiced || character == kashida;
}

bool isWordCharacter(char32_t character)
{
    return QChar::isLetterOrNumber(character) || QChar::isMark(character);
}

void appendFolded(QString &folded, char32_t character)
{
    if (isDiacritic(character) || character == kashida || !isWordCharacter(character))
        return;
    if (const int digit = QChar::digitValue(character); digit >= 0) {
        folded.append(QChar(u'0' + digit));
        return;
    }
    const QString lower = QString::fromUcs4(&character, 1).toCaseFolded();
    const auto plain = std::find_if(std::begin(plainLetters), std::end(plainLetters), [&](const Letter &entry) {
        return lower.size() == 1 && lower[0].unicode() == entry.letter;
    });
    folded.append(plain != std::end(plainLetters) ? QString::fromLatin1(plain->plain) : lower);
}

/// A character with its marks.
QString foldCluster(QStringView cluster, char32_t base)
{
    const bool ascii = cluster.size() == 1 && base < 0x80;
    if (ascii)
        return QChar::isLetterOrNumber(base) ? QString(QChar(char16_t(base)).toLower()) : QString();
    const auto form = isKana(base) ? QString::NormalizationForm_KC : QString::NormalizationForm_KD;
    QString folded;
    for (const char32_t character : cluster.toString().normalized(form).toUcs4())
        appendFolded(folded, character);
    return folded;
}

char32_t characterAt(QStringView text, qsizetype place)
{
    if (text[place].isHighSurrogate() && place + 1 < text.size() && text[place + 1].isLowSurrogate())
        return QChar::surrogateToUcs4(text[place], text[place + 1]);
    return text[place].unicode();
}

qsizetype unitsOf(char32_t character)
{
    return QChar::requiresSurrogates(character) ? 2 : 1;
}

} // namespace

bool isUnspaced(char32_t character)
{
    constexpr char32_t prolongedSound = 0x30FC; // of both kana, so Unicode gives it to neither
    switch (QChar::script(character)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Bopomofo:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Khmer:
    case QChar::Script_Myanmar:
        return true;
    default:
        return character == prolongedSound;
    }
}

Range FoldedText::originOf(Range part) const
{
    if (part.length <= 0)
        return {};
    const Range first = origins[part.from];
    const Range last = origins[part.from + part.length - 1];
    return {first.from, last.from + last.length - first.from};
}

FoldedText fold(const QString &text)
{
    FoldedText folded;
    folded.text.reserve(text.size());
    folded.origins.reserve(text.size());
    bool inWord = false;
    bool inUnspaced = false;
    for (qsizetype from = 0; from < text.size();) {
        const char32_t base = characterAt(text, from);
        qsizetype end = from + unitsOf(base);
        while (end < text.size() && text[end].unicode() >= 0x80 && continuesCluster(characterAt(text, end)))
            end += unitsOf(characterAt(text, end));
        const Range origin{from, end - from};
        const QString part = foldCluster(QStringView(text).mid(from, end - from), base);
        from = end;
        if (part.isEmpty()) {
            // Some characters only say how their neighbours are joined, such as a soft hyphen: they part nothing.
            inWord = inWord && QChar::category(base) == QChar::Other_Format;
            continue;
        }
        const bool unspaced = isUnspaced(characterAt(part, 0));
        if (!folded.text.isEmpty() && (!inWord || unspaced != inUnspaced)) {
            folded.text.append(u' ');
            folded.origins.append({origin.from, 0});
        }
        inWord = true;
        inUnspaced = unspaced;
        folded.text.append(part);
        folded.origins.insert(folded.origins.size(), part.size(), origin);
    }
    return folded;
}

QString foldingRules()
{
    return QStringLiteral("%1/%2").arg(rules).arg(int(QChar::currentUnicodeVersion()));
}

} // namespace frontdesk::search
