// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Dialogues.h"

#include <QtTest/QTest>

using namespace frontdesk::demo;
using namespace Qt::Literals::StringLiterals;

class TestDialogues : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aFileIsRead();
    void everyLanguageIsComplete_data();
    void everyLanguageIsComplete();
    void theSameSeedChoosesTheSame();
    void answersFitWhatWasSaid_data();
    void answersFitWhatWasSaid();
};

void TestDialogues::aFileIsRead()
{
    const Dialogues dialogues = Dialogues::parse(
        u"en"_s,
        u"# comment\nslot city: Lyon | Porto\n\n= shipping\nA: To {city}?\nB: Yes: {city}.\n\n= team\nA: Hi\nC: Hi\n\n? other\nFine.\nGood.\n"_s);
    QCOMPARE(dialogues.threads().size(), 2);
    QCOMPARE(dialogues.threads()[0].topic, u"shipping"_s);
    QCOMPARE(dialogues.threads()[0].speakers, 2);
    QCOMPARE(dialogues.threads()[0].lines[1].text, u"Yes: {city}."_s);
    QCOMPARE(dialogues.threads()[1].speakers, 3);
    QCOMPARE(dialogues.answers(u"other"_s), (QStringList{u"Fine."_s, u"Good."_s}));
    QRandomGenerator random(1);
    const QString filled = Dialogues::filled(dialogues.threads()[0].lines[0].text, dialogues.choose(random));
    QVERIFY(filled == "To Lyon?"_L1 || filled == "To Porto?"_L1);
}

void TestDialogues::everyLanguageIsComplete_data()
{
    QTest::addColumn<QString>("language");
    const QStringList languages = Dialogues::languages();
    QVERIFY(languages.size() >= 12);
    for (const QString &language : languages) {
        QTest::newRow(qPrintable(language)) << language;
    }
}

void TestDialogues::everyLanguageIsComplete()
{
    QFETCH(QString, language);
    const Dialogues dialogues = Dialogues::load(language);
    QVERIFY(dialogues.threads().size() >= 5);
    QRandomGenerator random(7);
    for (const Thread &thread : dialogues.threads()) {
        QVERIFY2(thread.lines.size() >= 3, qPrintable(thread.lines.value(0).text));
        QVERIFY2(thread.speakers >= 2 && thread.speakers <= 3, qPrintable(thread.lines[0].text));
        const auto values = dialogues.choose(random);
        for (const Thread::Line &line : thread.lines) {
            const QString text = Dialogues::filled(line.text, values);
            QVERIFY2(!text.contains(u'{') && !text.contains(u'}'), qPrintable(text));
            QVERIFY2(!text.trimmed().isEmpty(), qPrintable(thread.topic));
        }
    }
    for (const QString &kind : {u"question"_s, u"thanks"_s, u"greeting"_s, u"other"_s}) {
        QVERIFY2(!dialogues.answers(kind).isEmpty(), qPrintable(kind));
    }
}

void TestDialogues::theSameSeedChoosesTheSame()
{
    const Dialogues dialogues = Dialogues::load(u"en"_s);
    QRandomGenerator one(42);
    QRandomGenerator two(42);
    QRandomGenerator other(43);
    const auto values = dialogues.choose(one);
    QCOMPARE(dialogues.choose(two), values);
    QVERIFY(dialogues.choose(other) != values);
}

void TestDialogues::answersFitWhatWasSaid_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("kind");
    QTest::newRow("question") << u"Where is the parcel?"_s << u"question"_s;
    QTest::newRow("request") << u"Could you call them?"_s << u"request"_s;
    QTest::newRow("request in German") << u"Schau bitte in den Fall"_s << u"request"_s;
    QTest::newRow("Arabic question") << u"أين الطرد؟"_s << u"question"_s;
    QTest::newRow("full-width question") << u"荷物はどこですか?"_s << u"question"_s;
    QTest::newRow("thanks") << u"Great, thank you!"_s << u"thanks"_s;
    QTest::newRow("German thanks") << u"Danke dir"_s << u"thanks"_s;
    QTest::newRow("thanks in a question") << u"Thanks, and the other one?"_s << u"thanks"_s;
    QTest::newRow("greeting") << u"Hi Maya"_s << u"greeting"_s;
    QTest::newRow("a word that begins like a greeting") << u"History is kept"_s << u"other"_s;
    QTest::newRow("statement") << u"The parcel is here."_s << u"other"_s;
    QTest::newRow("nothing") << QString() << u"other"_s;
}

void TestDialogues::answersFitWhatWasSaid()
{
    QFETCH(QString, text);
    QTEST(kindOf(text), "kind");
}

QTEST_GUILESS_MAIN(TestDialogues)
#include "DialoguesTest.moc"
