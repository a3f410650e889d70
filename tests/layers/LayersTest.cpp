// SPDX-License-Identifier: GPL-3.0-or-later
#include "LayerRules.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtTest/QTest>

using namespace layerrules;

class TestLayers : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsAPlantedInclude();
    void findsAPlantedLink();
    void findsAPlantedCycle();
    void theListHasNoCycle();
    void theListIsOfThisProject();
    void includesHold();
    void linksHold();

private:
    static Allowances allowed() { return parse(sourcetree::read(QStringLiteral("tests/layers/allowed.txt"))); }
    static QStringList libraries()
    {
        return QDir(sourcetree::root() + QStringLiteral("/src"))
            .entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name);
    }
};

void TestLayers::findsAPlantedInclude()
{
    const QString text =
        QStringLiteral("#include \"domain/Id.h\"\n#include \"store/Cache.h\"\n#include \"server/Server.h\"\n");
    const auto findings = checkIncludes(allowed(), QStringLiteral("src/store/Cache.cpp"), text);
    QCOMPARE(findings.size(), 1);
    QCOMPARE(findings.first().line, 3);
    QCOMPARE(checkIncludes(allowed(), QStringLiteral("src/store/Cache.cpp"),
                           QStringLiteral("#include \"../sync/Session.h\"\n"))
                 .size(),
             1);
    QCOMPARE(checkIncludes(allowed(), QStringLiteral("src/newcomer/A.cpp"), QString()).size(), 1);
}

void TestLayers::findsAPlantedLink()
{
    const Links domain =
        parseLinks(QStringLiteral("target domain\nfrontdesk_flags\nQt6::Core\nQt6::Quick\nsync_engine\n"));
    const Links sync = parseLinks(QStringLiteral("target sync\nsync_engine\ntarget sync_engine\ndomain\n"));
    const auto findings = checkLinks(allowed(), {{QStringLiteral("domain"), domain}, {QStringLiteral("sync"), sync}});
    QCOMPARE(findings.size(), 2);
    QVERIFY(findings[0].words.contains(QLatin1String("Qt6::Quick")));
    QVERIFY(findings[1].words.contains(QLatin1String("sync_engine")));
}

void TestLayers::findsAPlantedCycle()
{
    QCOMPARE(cycle(parse(QStringLiteral("a: b|\nb: c|\nc: a|\n"))).size(), 3);
    QCOMPARE(cycle(parse(QStringLiteral("a: b c|\nb: c|\nc:|\n"))), QStringList());
}

void TestLayers::theListHasNoCycle()
{
    QCOMPARE(cycle(allowed()), QStringList());
}

void TestLayers::theListIsOfThisProject()
{
    QCOMPARE(QStringList(allowed().keys()), libraries());
}

void TestLayers::includesHold()
{
    QVector<Finding> findings;
    const QStringList paths = sourcetree::files({QStringLiteral("h"), QStringLiteral("cpp")});
    for (const QString &path : paths) {
        if (path.startsWith(QLatin1String("src/"))) {
            findings += checkIncludes(allowed(), path, sourcetree::read(path));
        }
    }
    QVERIFY2(findings.isEmpty(), qPrintable(sourcetree::describe(findings)));
}

void TestLayers::linksHold()
{
    QMap<QString, Links> links;
    const QStringList names = libraries();
    for (const QString &library : names) {
        QFile file(QStringLiteral(LINKS_DIR) + u'/' + library);
        QVERIFY2(file.open(QIODevice::ReadOnly), qPrintable(library + QStringLiteral(" is not built")));
        links.insert(library, parseLinks(QString::fromUtf8(file.readAll())));
        QVERIFY2(links[library].targets.contains(library), qPrintable(library));
    }
    const auto findings = checkLinks(allowed(), links);
    QVERIFY2(findings.isEmpty(), qPrintable(sourcetree::describe(findings)));
}

QTEST_GUILESS_MAIN(TestLayers)
#include "LayersTest.moc"
