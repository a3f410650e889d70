// SPDX-License-Identifier: GPL-3.0-or-later
#include "StyleRules.h"

#include <QtTest/QTest>

#include <algorithm>

using namespace stylerules;

class TestStyleRules : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsWhatIsPlanted_data();
    void findsWhatIsPlanted();
    void holdInTheProject_data();
    void holdInTheProject();
    void qmllintHasNoCategorySwitchedOff();

private:
    static QVector<Rule> all() { return rules(licensedPaths(sourcetree::read(QStringLiteral("REUSE.toml")))); }
    static Rule rule(const QString &name)
    {
        const QVector<Rule> list = all();
        return *std::find_if(list.cbegin(), list.cend(), [&](const Rule &candidate) { return candidate.name == name; });
    }
};

void TestStyleRules::findsWhatIsPlanted_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("text");
    QTest::addColumn<int>("line"); // -1: nothing to find

    const auto row = [](const char *name, const QString &rule, const QString &path, const QString &text, int line) {
        QTest::newRow(name) << rule << path << text << line;
    };
    row("no SPDX line", QStringLiteral("licence"), QStringLiteral("src/domain/A.h"), QStringLiteral("#pragma once\n"),
        1);
    row("SPDX line below a shebang", QStringLiteral("licence"), QStringLiteral("packaging/a"),
        QStringLiteral("#!/bin/bash\n# SPDX-License-Identifier: GPL-3.0-or-later\n"), -1);
    row("GPL in a protocol library", QStringLiteral("licence"), QStringLiteral("src/socketio/A.h"),
        QStringLiteral("// SPDX-License-Identifier: GPL-3.0-or-later\n"), 1);
    row("MIT in a protocol library", QStringLiteral("licence"), QStringLiteral("src/engineio/A.h"),
        QStringLiteral("// SPDX-License-Identifier: MIT\n"), -1);
    row("left to do", QStringLiteral("leftover"), QStringLiteral("src/domain/A.h"),
        QStringLiteral("a\n// TO") + QStringLiteral("DO: b\n"), 2);
    row("a word that only contains it", QStringLiteral("leftover"), QStringLiteral("src/domain/A.h"),
        QStringLiteral("int hacked;\n"), -1);
    row("hexadecimal colour", QStringLiteral("colour"), QStringLiteral("qml/a/A.qml"),
        QStringLiteral("Item {\ncolor: \"#ff0000\"\n}\n"), 2);
    row("named colour", QStringLiteral("colour"), QStringLiteral("qml/a/A.qml"), QStringLiteral("color: \"red\"\n"), 1);
    row("computed colour", QStringLiteral("colour"), QStringLiteral("qml/a/A.qml"),
        QStringLiteral("color: Qt.rgba(0.5, 1, 1, 1)\n"), 1);
    row("transparent", QStringLiteral("colour"), QStringLiteral("qml/a/A.qml"),
        QStringLiteral("color: \"transparent\"\n"), -1);
    row("token", QStringLiteral("colour"), QStringLiteral("qml/a/A.qml"), QStringLiteral("color: Theme.surface\n"), -1);
    row("rich text", QStringLiteral("markup"), QStringLiteral("qml/a/A.qml"),
        QStringLiteral("textFormat: Text.RichText\n"), 1);
    row("guessed format", QStringLiteral("plain-text"), QStringLiteral("qml/a/A.qml"),
        QStringLiteral("Item {\n  Text {\n    text: a\n  }\n}\n"), 2);
    row("format of an inner item only", QStringLiteral("plain-text"), QStringLiteral("qml/a/A.qml"),
        QStringLiteral("Text {\n  Item { textFormat: Text.PlainText }\n}\n"), 1);
    row("plain text", QStringLiteral("plain-text"), QStringLiteral("qml/a/A.qml"),
        QStringLiteral("Text {\n  textFormat: Text.PlainText\n  Item {}\n}\n"), -1);
    row("lock file with a host", QStringLiteral("lock-file"), QStringLiteral("a/package-lock.json"),
        QStringLiteral("{\n\"resolved\": \"https://packages.example/a.tgz\"\n}"), 2);
    row("lock file without", QStringLiteral("lock-file"), QStringLiteral("a/package-lock.json"),
        QStringLiteral("{\"integrity\": \"sha512-a\"}"), -1);
    row("context property", QStringLiteral("registration"), QStringLiteral("app/a.cpp"),
        QStringLiteral("c->set") + QStringLiteral("ContextProperty(a, b);\n"), 1);
    row("sleeping test", QStringLiteral("sleep"), QStringLiteral("tests/a.cpp"),
        QStringLiteral("QTest::q") + QStringLiteral("Wait(50);\n"), 1);
    row("sleeping interface test", QStringLiteral("sleep"), QStringLiteral("tests/a.qml"),
        QStringLiteral("  wai") + QStringLiteral("t(50)\n"), 1);
    row("interface test that lets events through", QStringLiteral("sleep"), QStringLiteral("tests/a.qml"),
        QStringLiteral("wait(0)\n"), -1);
    row("sleeping script", QStringLiteral("sleep"), QStringLiteral("tests/a.mjs"),
        QStringLiteral("await new Promise((resolve) => set") + QStringLiteral("Timeout(resolve, 50));\n"), 1);
    row("script that gives up", QStringLiteral("sleep"), QStringLiteral("tests/a.mjs"),
        QStringLiteral("setTimeout(() => reject(error), patience);\n"), -1);
    row("fixed port", QStringLiteral("port"), QStringLiteral("tests/a.cpp"),
        QStringLiteral("server.lis") + QStringLiteral("ten(address, 4000);\n"), 1);
    row("fixed port as a field", QStringLiteral("port"), QStringLiteral("tests/a.cpp"),
        QStringLiteral("options.po") + QStringLiteral("rt = 4000;\n"), 1);
    row("fixed port of a script", QStringLiteral("port"), QStringLiteral("tests/a.mjs"),
        QStringLiteral("start([\"--po") + QStringLiteral("rt\", \"4000\"]);\n"), 1);
    row("free port", QStringLiteral("port"), QStringLiteral("tests/a.cpp"),
        QStringLiteral("server.listen(address, 0); again.listen(address, server.port());\n"), -1);
    row("waiting test", QStringLiteral("sleep"), QStringLiteral("tests/a.cpp"), QStringLiteral("QTRY_COMPARE(a, b);\n"),
        -1);
}

void TestStyleRules::findsWhatIsPlanted()
{
    QFETCH(QString, path);
    QFETCH(QString, text);
    QFETCH(int, line);
    QFETCH(QString, rule);

    const Rule checked = this->rule(rule);
    QVERIFY2(checked.concerns(path), "the rule does not look at this file");
    const QVector<Finding> findings = checked.check(path, text);
    if (line < 0) {
        QVERIFY2(findings.isEmpty(), qPrintable(sourcetree::describe(findings)));
    } else {
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().line, line);
    }
}

void TestStyleRules::holdInTheProject_data()
{
    QTest::addColumn<QString>("name");
    const QVector<Rule> list = all();
    for (const Rule &each : list) {
        QTest::newRow(qPrintable(each.name)) << each.name;
    }
}

void TestStyleRules::holdInTheProject()
{
    QFETCH(QString, name);
    const Rule checked = rule(name);
    QVector<Finding> findings;
    const QStringList paths = sourcetree::files();
    QVERIFY(paths.size() > 100);
    for (const QString &path : paths) {
        if (checked.concerns(path)) {
            findings += checked.check(path, sourcetree::read(path));
        }
    }
    QVERIFY2(findings.isEmpty(), qPrintable(sourcetree::describe(findings)));
}

void TestStyleRules::qmllintHasNoCategorySwitchedOff()
{
    const QString settings = sourcetree::read(QStringLiteral(".qmllint.ini"));
    QVERIFY(settings.contains(QLatin1String("UnqualifiedAccess=warning")));
    QVERIFY2(!settings.contains(QLatin1String("=disable")), "a category is switched off");
    const QStringList pages = sourcetree::files({QStringLiteral("qml"), QStringLiteral("js")});
    for (const QString &path : pages) {
        QVERIFY2(!sourcetree::read(path).contains(QLatin1String("qmllint disable")),
                 qPrintable(path + QStringLiteral(" switches qmllint off")));
    }
    const QStringList builds = sourcetree::files({QStringLiteral("txt"), QStringLiteral("cmake")});
    for (const QString &path : builds) {
        QVERIFY2(path.startsWith(QLatin1String("LICENSES/")) ||
                     !sourcetree::read(path).contains(QLatin1String("NO_LINT")),
                 qPrintable(path + QStringLiteral(" leaves a module out of qmllint")));
    }
}

QTEST_GUILESS_MAIN(TestStyleRules)
#include "StyleRulesTest.moc"
