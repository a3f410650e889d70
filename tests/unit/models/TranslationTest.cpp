// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ActivitySentence.h"
#include "models/ConnectionHistoryModel.h"
#include "models/Formatting.h"

#include <QtCore/QTranslator>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::models;

/// That a text of the models is found in the compiled translations: the name of its context has to be the one that tr()
/// looks in.
class TranslationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();
    void german();
    void englishPlurals();

private:
    void use(const QString &language)
    {
        QVERIFY(m_translator.load(QStringLiteral(":/i18n/frontdesk_%1.qm").arg(language)));
        QVERIFY(QCoreApplication::installTranslator(&m_translator));
    }
    QTranslator m_translator;
};

void TranslationTest::initTestCase()
{
    Q_INIT_RESOURCE(translations);
}

void TranslationTest::cleanup()
{
    QCoreApplication::removeTranslator(&m_translator);
}

void TranslationTest::german()
{
    const connection::HistoryEntry entry{0, connection::State::SignInNeeded, {}};
    const QString english = ConnectionHistoryModel::textOf(entry);
    use(QStringLiteral("de"));
    QVERIFY(ConnectionHistoryModel::textOf(entry) != english); // a class in a name space
    QCOMPARE(formatting::dayHeading(0, 0), QStringLiteral("Heute"));
    QVERIFY(formatting::typing({QStringLiteral("Ada")}).contains(QStringLiteral("schreibt")));
}

void TranslationTest::englishPlurals()
{
    use(QStringLiteral("en"));
    Activity activity;
    activity.verb = QStringLiteral("Create");
    activity.object.type = QStringLiteral("Note");
    activity.target = ActivityObject{QStringLiteral("Group"), QStringLiteral("id"), QStringLiteral("Ops")};
    activity.totalItems = 3;
    QCOMPARE(activitySentence(activity, QStringLiteral("Ada"), false), QStringLiteral("Ada sent 3 messages in Ops"));
    activity.totalItems = 1;
    const QString one = activitySentence(activity, QStringLiteral("Ada"), false);
    QVERIFY2(!one.contains(QLatin1Char('(')) && !one.contains(QStringLiteral("messages")), qPrintable(one));
}

QTEST_GUILESS_MAIN(TranslationTest)
#include "TranslationTest.moc"
