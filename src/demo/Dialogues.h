// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QRandomGenerator>
#include <QtCore/QStringList>
#include <QtCore/QVector>

/// What people of the demo team say to each other, by language.
namespace frontdesk::demo {

/// An exchange about one matter, with places such as {customer} that are filled for each use.
struct Thread {
    struct Line {
        int speaker = 0; ///< 0 begins the thread
        QString text;
    };
    QString topic;
    QVector<Line> lines;
    int speakers = 0;
};

/// The dialogues of one language. Pure but for load().
///
/// The form of a file, line by line: `# comment`; `slot NAME: a | b | c` (what may stand for {NAME}); `= TOPIC` begins
/// a thread, whose lines are `A: text`, `B: text`, `C: text`;
/// `? KIND` begins a list of answers to something of that kind (thanks, request, question, greeting, other; the last
/// also serves where one is missing), one a line. {order}, {ticket}, {amount}, {count} and {time} are known everywhere.
class Dialogues {
public:
    static Dialogues parse(const QString &language, const QString &text);
    /// From the program's resources; every language of languages() is there.
    static Dialogues load(const QString &language);
    static QStringList languages();

    [[nodiscard]] QString language() const { return m_language; }
    [[nodiscard]] const QVector<Thread> &threads() const { return m_threads; }
    [[nodiscard]] QStringList answers(const QString &kind) const { return m_answers.value(kind); }
    /// Values for all places, the same throughout one thread.
    [[nodiscard]] QHash<QString, QString> choose(QRandomGenerator &random) const;
    [[nodiscard]] static QString filled(QString text, const QHash<QString, QString> &values);

private:
    QString m_language;
    QVector<Thread> m_threads;
    QHash<QString, QStringList> m_answers;
    QHash<QString, QStringList> m_slots;
};

/// Which kind of answer fits a text: "thanks", "request", "question", "greeting" or "other".
QString kindOf(const QString &text);

} // namespace frontdesk::demo
