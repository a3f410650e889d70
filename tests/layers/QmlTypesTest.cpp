// SPDX-License-Identifier: GPL-3.0-or-later
#include "QmlTypes.h"

#include "SourceTree.h"

#include <QtCore/QFileInfo>
#include <QtTest/QTest>

using namespace Qt::Literals::StringLiterals;

/// What the window needs for its first frame is loaded with it, and nothing of what somebody has to go to first.
class TestQmlTypes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatComesAlong();
    void theWindowStartsWithFewTypes();
};

void TestQmlTypes::findsWhatComesAlong()
{
    const qmltypes::Sources sources{{u"Main"_s, u"Page { file: \"Later.qml\" } // Other"_s},
                                    {u"Page"_s, u"Component { Deep { } }"_s},
                                    {u"Deep"_s, u"Item { }"_s},
                                    {u"Later"_s, u"Item { }"_s},
                                    {u"Other"_s, u"Item { }"_s}};
    QCOMPARE(qmltypes::loadedWith(u"Main"_s, sources), QSet<QString>({u"Main"_s, u"Page"_s, u"Deep"_s}));
}

void TestQmlTypes::theWindowStartsWithFewTypes()
{
    constexpr qsizetype most = 60; // all of them are more than 200, and each takes time and memory
    qmltypes::Sources sources;
    QHash<QString, QString> modules;
    const QStringList paths = sourcetree::files({u"qml"_s});
    for (const QString &path : paths) {
        if (!path.startsWith("qml/"_L1))
            continue;
        const QString name = QFileInfo(path).completeBaseName();
        sources.insert(name, sourcetree::read(path));
        modules.insert(name, path.section(u'/', 1, 1));
    }
    QVERIFY(sources.size() > 3 * most);
    const QSet<QString> atStart{u"connection"_s, u"controls"_s, u"conversations"_s,
                                u"shell"_s,      u"theme"_s,    u"welcome"_s};
    const QSet<QString> loaded = qmltypes::loadedWith(u"Main"_s, sources);
    for (const QString &name : loaded)
        QVERIFY2(atStart.contains(modules[name]), qPrintable(name + " is for later: give it a file, see LazyFile"_L1));
    QVERIFY2(loaded.size() <= most, qPrintable(u"%1 types"_s.arg(loaded.size())));
    QVERIFY(loaded.contains(u"ConversationRow"_s));
}

QTEST_GUILESS_MAIN(TestQmlTypes)
#include "QmlTypesTest.moc"
