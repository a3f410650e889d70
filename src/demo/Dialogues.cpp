// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Dialogues.h"

#include <QtCore/QDir>
#include <QtCore/QFile>

#include <algorithm>

namespace frontdesk::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

template <class List>
const auto &pick(const List &list, QRandomGenerator &random)
{
    return list.at(random.bounded(int(list.size())));
}

/// Words that thank or greet, in the team's languages; looked for in lower case.
const QStringList &thanks()
{
    static const QStringList words{u"thank"_s,    u"danke"_s,   u"gracias"_s, u"obrigad"_s, u"sağ ol"_s,
                                   u"təşəkkür"_s, u"спасибо"_s, u"شكر"_s,     u"תודה"_s,    u"谢谢"_s,
                                   u"ありがと"_s, u"감사"_s,    u"고마"_s,    u"धन्यवाद"_s,  u"शुक्रिया"_s};
    return words;
}

const QStringList &greetings()
{
    static const QStringList words{u"hello"_s, u"hi"_s,         u"hey"_s,   u"hallo"_s,  u"moin"_s,  u"hola"_s,
                                   u"oi"_s,    u"olá"_s,        u"salam"_s, u"привет"_s, u"مرحبا"_s, u"שלום"_s,
                                   u"你好"_s,  u"こんにちは"_s, u"안녕"_s,  u"नमस्ते"_s};
    return words;
}

const QStringList &requests()
{
    static const QStringList words{u"could you"_s, u"can you"_s,   u"would you"_s, u"please"_s,
                                   u"bitte"_s,     u"kannst du"_s, u"könntest"_s,  u"por favor"_s};
    return words;
}

} // namespace

Dialogues Dialogues::parse(const QString &language, const QString &text)
{
    Dialogues dialogues;
    dialogues.m_language = language;
    QString kind; // of the answers being read; empty: a thread is
    const QStringList lines = text.split(u'\n');
    for (const QString &line : lines) {
        if (line.isEmpty() || line.startsWith(u'#')) {
            continue;
        }
        if (line.startsWith("slot "_L1)) {
            QStringList values = line.section(u": "_s, 1).split(u'|');
            std::transform(values.begin(), values.end(), values.begin(),
                           [](const QString &value) { return value.trimmed(); });
            dialogues.m_slots.insert(line.section(u": "_s, 0, 0).mid(5), values);
        } else if (line.startsWith("= "_L1)) {
            kind.clear();
            dialogues.m_threads.append({.topic = line.mid(2), .lines = {}, .speakers = 0});
        } else if (line.startsWith("? "_L1)) {
            kind = line.mid(2);
        } else if (!kind.isEmpty()) {
            dialogues.m_answers[kind].append(line);
        } else if (!dialogues.m_threads.isEmpty() && line.size() > 3) {
            Thread &thread = dialogues.m_threads.last();
            const int speaker = line[0].unicode() - u'A';
            thread.lines.append({.speaker = speaker, .text = line.mid(3)});
            thread.speakers = std::max(thread.speakers, speaker + 1);
        }
    }
    return dialogues;
}

Dialogues Dialogues::load(const QString &language)
{
    QFile file(u":/demo/dialogues/%1.txt"_s.arg(language));
    return parse(language, file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString());
}

QStringList Dialogues::languages()
{
    QStringList names = QDir(u":/demo/dialogues"_s).entryList();
    std::transform(names.begin(), names.end(), names.begin(),
                   [](const QString &name) { return name.section(u'.', 0, 0); });
    names.sort();
    return names;
}

QHash<QString, QString> Dialogues::choose(QRandomGenerator &random) const
{
    // In the order of the names: a hash has none, and the same seed must give the same values.
    QStringList names = m_slots.keys();
    names.sort();
    QHash<QString, QString> values;
    for (const QString &name : std::as_const(names)) {
        values.insert(name, pick(m_slots[name], random));
    }
    const QChar comma = (m_language == "en"_L1 || m_language == "zh"_L1 || m_language == "ja"_L1 ||
                         m_language == "ko"_L1 || m_language == "hi"_L1)
                            ? u'.'
                            : u',';
    values.insert(u"order"_s, QString::number(random.bounded(40'000, 69'999)));
    values.insert(u"ticket"_s, u"#%1"_s.arg(random.bounded(4'000, 9'999)));
    values.insert(u"amount"_s,
                  u"%1%2%3"_s.arg(random.bounded(12, 480)).arg(comma).arg(random.bounded(100), 2, 10, QChar(u'0')));
    values.insert(u"count"_s, QString::number(random.bounded(3, 20)));
    values.insert(
        u"time"_s,
        u"%1:%2"_s.arg(random.bounded(8, 19), 2, 10, QChar(u'0')).arg(random.bounded(12) * 5, 2, 10, QChar(u'0')));
    return values;
}

QString Dialogues::filled(QString text, const QHash<QString, QString> &values)
{
    for (auto it = values.cbegin(); it != values.cend(); ++it) {
        text.replace(u'{' + it.key() + u'}', it.value());
    }
    return text;
}

QString kindOf(const QString &text)
{
    const QString lower = text.toLower();
    const auto contains = [&lower](const QString &word) { return lower.contains(word); };
    const auto begins = [&lower](const QString &word) {
        return lower.startsWith(word) && (lower.size() == word.size() || !lower[word.size()].isLower());
    };
    if (std::any_of(thanks().cbegin(), thanks().cend(), contains)) {
        return u"thanks"_s;
    }
    if (std::any_of(requests().cbegin(), requests().cend(), contains)) {
        return u"request"_s;
    }
    if (lower.contains(u'?') || lower.contains(u'؟') || lower.contains(QChar(0xff1f))) {
        return u"question"_s;
    }
    if (std::any_of(greetings().cbegin(), greetings().cend(), begins)) {
        return u"greeting"_s;
    }
    return u"other"_s;
}

} // namespace frontdesk::demo
