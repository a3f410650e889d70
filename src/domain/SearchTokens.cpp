// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchTokens.h"

#include <QtCore/QRegularExpression>

namespace frontdesk::search::tokens {

namespace {

constexpr int version = 4; // raise with every change of what of() answers, and of what is kept beside it

/// Private-use characters, which no folded text has, tell kinds of words apart.
constexpr QChar beginningMark(0xE001);
constexpr QChar insideMark(0xE002);
constexpr QChar authorMark(0xE003);
constexpr QChar conversationMark(0xE004);
const QString linkToken = QStringLiteral("\uE005link");
const QString fileToken = QStringLiteral("\uE005file");

constexpr qsizetype longestBeginning = 4; // longer ones are few enough to be looked up among the words
constexpr qsizetype longestWord = 64;
constexpr qsizetype insideLength = 3;

/// A word by its characters: `part(1, 3)` are three from the second on.
class Characters {
public:
    explicit Characters(QStringView word)
        : m_word(word)
    {
        m_starts.reserve(word.size() + 1);
        for (qsizetype place = 0; place < word.size(); ++place)
            if (place == 0 || !word[place].isLowSurrogate())
                m_starts.append(place);
        m_starts.append(word.size());
    }
    [[nodiscard]] qsizetype count() const { return m_starts.size() - 1; }
    [[nodiscard]] QStringView part(qsizetype from, qsizetype length) const
    {
        const qsizetype end = std::min(from + length, count());
        return m_word.mid(m_starts[from], m_starts[end] - m_starts[from]);
    }
    [[nodiscard]] bool areUnspaced() const
    {
        const QStringView first = part(0, 1);
        return isUnspaced(first.size() == 2 ? QChar::surrogateToUcs4(first[0], first[1])
                                            : char32_t(first[0].unicode()));
    }

private:
    QStringView m_word;
    QVarLengthArray<qsizetype, 32> m_starts;
};

/// An id as one word: SQLite's tokenizer parts words at ASCII signs and knows no upper case.
QString idToken(QChar mark, const QString &id)
{
    constexpr char16_t signs = 0xE100;
    QString token(mark);
    for (const QChar character : id) {
        const bool kept = character.unicode() >= 0x80 || character.isDigit() ||
                          (character >= QLatin1Char('a') && character <= QLatin1Char('z'));
        token.append(kept ? character : QChar(char16_t(signs + character.unicode())));
    }
    return token;
}

class Words {
public:
    void add(QStringView word)
    {
        m_all.append(word);
        m_all.append(u' ');
    }
    void add(QChar mark, QStringView word)
    {
        m_all.append(mark);
        add(word);
    }
    [[nodiscard]] QString all() const { return m_all; }

private:
    QString m_all;
};

void addWord(Words &words, const Characters &word)
{
    words.add(word.part(0, longestWord));
    for (qsizetype length = 1; length <= std::min(longestBeginning, word.count()); ++length)
        words.add(beginningMark, word.part(0, length));
}

void addInside(Words &words, const Characters &word)
{
    // What begins the word is found as its beginning.
    for (qsizetype from = 1; from + insideLength <= word.count(); ++from)
        words.add(insideMark, word.part(from, insideLength));
}

void addUnspaced(Words &words, const Characters &run)
{
    for (qsizetype from = 0; from < run.count(); ++from) {
        words.add(beginningMark, run.part(from, 1));
        if (from + 1 < run.count())
            words.add(run.part(from, 2));
    }
}

void addText(Words &words, const QString &text, Places places)
{
    const FoldedText folded = fold(text);
    for (const QStringView piece : QStringView(folded.text).split(u' ', Qt::SkipEmptyParts)) {
        const Characters characters(piece);
        if (characters.areUnspaced()) {
            addUnspaced(words, characters);
            continue;
        }
        addWord(words, characters);
        if (places == Places::Anywhere)
            addInside(words, characters);
    }
}

bool hasLink(const QString &text)
{
    static const QRegularExpression link(QStringLiteral("\\bhttps?://[^\\s/]"),
                                         QRegularExpression::CaseInsensitiveOption);
    return text.contains(link);
}

QString quoted(const QString &token)
{
    return u'"' + token + u'"';
}

QString all(const QStringList &clauses)
{
    return clauses.size() == 1 ? clauses.first() : u'(' + clauses.join(QStringLiteral(" AND ")) + u')';
}

QString any(const QStringList &clauses)
{
    return clauses.size() == 1 ? clauses.first() : u'(' + clauses.join(QStringLiteral(" OR ")) + u')';
}

QString runClause(const Characters &run)
{
    if (run.count() == 1)
        return quoted(beginningMark + run.part(0, 1).toString());
    QStringList pairs;
    for (qsizetype from = 0; from + 1 < run.count(); ++from)
        pairs.append(quoted(run.part(from, 2).toString()));
    return all(pairs);
}

QString wordClause(const Characters &word, bool openEnd)
{
    if (openEnd && word.count() <= longestBeginning)
        return quoted(beginningMark + word.part(0, longestBeginning).toString());
    const QString whole = quoted(word.part(0, longestWord).toString());
    return openEnd ? whole + u'*' : whole;
}

QString insideClause(const Characters &word)
{
    QStringList parts;
    for (qsizetype from = 0; from + insideLength <= word.count(); ++from)
        parts.append(quoted(insideMark + word.part(from, insideLength).toString()));
    return all(parts);
}

bool mayBeInside(const Term &term)
{
    if (term.excluded || term.quoted || term.text.contains(u' '))
        return false;
    const Characters word(term.text);
    return !word.areUnspaced() && word.count() >= insideLength;
}

QString clauseOf(const Term &term, Places places)
{
    if (places == Places::Anywhere && mayBeInside(term)) {
        const Characters word(term.text);
        return any({wordClause(word, true), insideClause(word)});
    }
    QStringList clauses;
    const QList<QStringView> pieces = QStringView(term.text).split(u' ');
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const Characters piece(pieces[i]);
        clauses.append(piece.areUnspaced() ? runClause(piece)
                                           : wordClause(piece, term.openEnd && i + 1 == pieces.size()));
    }
    return all(clauses);
}

template <class Id>
QString clauseOf(QChar mark, const QVector<Id> &ids)
{
    QStringList clauses;
    for (const Id &id : ids)
        clauses.append(quoted(idToken(mark, id.text())));
    return any(clauses);
}

} // namespace

QString rules()
{
    return QStringLiteral("%1/%2").arg(version).arg(foldingRules());
}

QString textOf(const Message &message)
{
    QString text = message.text;
    for (const FileRef &file : message.files)
        text += (text.isEmpty() ? QString() : QStringLiteral("\n")) + file.name;
    return text;
}

QString of(const Message &message)
{
    Words words;
    addText(words, textOf(message), Places::Anywhere);
    words.add(idToken(authorMark, message.author.text()));
    words.add(idToken(conversationMark, message.conversation.text()));
    if (hasLink(message.text))
        words.add(linkToken);
    if (!message.files.isEmpty())
        words.add(fileToken);
    return words.all();
}

QString of(const QString &text)
{
    Words words;
    addText(words, text, Places::WordStarts);
    return words.all();
}

QString expression(const Request &request, Places places)
{
    QStringList clauses;
    for (const Term &term : request.terms)
        if (!term.excluded)
            clauses.append(clauseOf(term, places));
    if (request.authors && !request.authors->isEmpty())
        clauses.append(clauseOf(authorMark, *request.authors));
    if (request.conversations && !request.conversations->isEmpty())
        clauses.append(clauseOf(conversationMark, *request.conversations));
    if (request.hasLink)
        clauses.append(quoted(linkToken));
    if (request.hasFile)
        clauses.append(quoted(fileToken));
    return clauses.isEmpty() ? QString() : all(clauses);
}

bool mayBeInside(const QVector<Term> &terms)
{
    return std::any_of(terms.begin(), terms.end(), [](const Term &term) { return mayBeInside(term); });
}

} // namespace frontdesk::search::tokens
