// SPDX-License-Identifier: GPL-3.0-or-later
#include "Processes.h"

#include <QtCore/QDateTime>
#include <QtCore/QFile>
#include <QtCore/QJsonDocument>

using namespace frontdesk;
using namespace Qt::Literals::StringLiterals;

/// `frontdeskctl diagnose` as somebody who looks for the fault uses it.
class DiagnoseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void allIsWell();
    void anAddressAloneIsEnough();
    void theExitCodeSaysWhatIsWrong_data();
    void theExitCodeSaysWhatIsWrong();
    void anExpiredTokenIsRenewed();
    void nothingSecretIsPrinted();

private:
    static QVector<QJsonObject> linesOf(const Finished &finished)
    {
        QVector<QJsonObject> lines;
        for (const QString &line : finished.out.split(u'\n', Qt::SkipEmptyParts))
            lines.append(QJsonDocument::fromJson(line.toUtf8()).object());
        return lines;
    }
    static QStringList column(const QVector<QJsonObject> &lines, const QString &key)
    {
        QStringList values;
        for (const QJsonObject &line : lines)
            values.append(line[key].toString());
        return values;
    }

    ServerProcess m_server;
    QString m_ada;
};

void DiagnoseTest::initTestCase()
{
    m_server.start();
    m_ada = m_server.addUser(u"ada"_s);
}

void DiagnoseTest::allIsWell()
{
    const Finished json = runCtl({u"diagnose"_s, u"--url"_s, m_server.url(), u"--token"_s, m_ada, u"--json"_s});
    QCOMPARE(json.code, 0);
    QVector<QJsonObject> lines = linesOf(json);
    QCOMPARE(lines.takeLast(), (QJsonObject{{u"passed"_s, true}}));
    QCOMPARE(column(lines, u"step"_s),
             (QStringList{u"name"_s, u"tcp"_s, u"tls"_s, u"handshake"_s, u"login"_s, u"echo"_s, u"catchUp"_s}));
    QCOMPARE(column(lines, u"state"_s), (QStringList{u"notNeeded"_s, u"passed"_s, u"notNeeded"_s, u"passed"_s,
                                                     u"passed"_s, u"passed"_s, u"passed"_s}));
    for (const QJsonObject &line : std::as_const(lines))
        QCOMPARE(line.contains(u"took"_s), line[u"state"_s].toString() == u"passed"_s);

    const Finished text = runCtl({u"diagnose"_s, u"--url"_s, m_server.url(), u"--token"_s, m_ada});
    QCOMPARE(text.code, 0);
    QCOMPARE(text.out.split(u'\n', Qt::SkipEmptyParts).size(), 8);
    QVERIFY(text.out.endsWith(u"All is well.\n"_s));
    QVERIFY(text.err.isEmpty());
}

void DiagnoseTest::anAddressAloneIsEnough()
{
    const Finished asked = runCtl({u"diagnose"_s, u"--url"_s, m_server.url(), u"--json"_s});
    QCOMPARE(asked.code, 0);
    const QStringList states = column(linesOf(asked), u"state"_s);
    QCOMPARE(states[3], u"passed"_s);
    QCOMPARE(states[4], u"notNeeded"_s);
}

void DiagnoseTest::theExitCodeSaysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("step"); // the one that fails; empty: none is begun
    QTest::newRow("no address") << QStringList{} << 2 << QString();
    QTest::newRow("unencrypted elsewhere") << QStringList{u"--url"_s, u"http://desk.example"_s} << 2 << QString();
    QTest::newRow("a name nobody has") << QStringList{u"--url"_s, u"https://desk.invalid"_s} << 4 << u"name"_s;
    QTest::newRow("not signed in") << QStringList{u"--url"_s, m_server.url(), u"--token"_s, u"not.a.token"_s} << 3
                                   << u"login"_s;
    QTest::newRow("not encrypted there") << QStringList{u"--url"_s, u"https://127.0.0.1:%1"_s.arg(m_server.port())} << 4
                                         << u"tls"_s;
}

void DiagnoseTest::theExitCodeSaysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, code);
    QFETCH(QString, step);
    const Finished asked = runCtl(QStringList{u"diagnose"_s, u"--json"_s} + arguments);
    QCOMPARE(asked.code, code);
    const QVector<QJsonObject> lines = linesOf(asked);
    for (const QJsonObject &line : lines) {
        if (line[u"state"_s].toString() != u"failed"_s)
            continue;
        QCOMPARE(line[u"step"_s].toString(), step);
        QVERIFY(!line[u"hint"_s].toString().isEmpty());
        QVERIFY(!line[u"code"_s].toString().isEmpty());
        step.clear();
    }
    QVERIFY2(step.isEmpty(), qPrintable(asked.out));
}

void DiagnoseTest::anExpiredTokenIsRenewed()
{
    ServerProcess server({u"--token-lifetime"_s, u"3"_s});
    server.start();
    server.addUser(u"ben"_s);
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"sign-in.json"_s);
    const Finished login = runCtl({u"login"_s, server.url(), u"ben"_s, u"--password-stdin"_s, u"--credentials"_s, file},
                                  "correct horse ben\n");
    QCOMPARE(login.code, 0);
    const auto kept = [&] {
        QFile input(file);
        return input.open(QFile::ReadOnly) ? QJsonDocument::fromJson(input.readAll()).object() : QJsonObject();
    };
    const QJsonObject before = kept();
    QTRY_VERIFY(QDateTime::currentMSecsSinceEpoch() > before["expiresAt"_L1].toInteger());
    const Finished asked = runCtl({u"diagnose"_s, u"--url"_s, server.url(), u"--credentials"_s, file, u"--json"_s});
    QVERIFY2(asked.code == 0, qPrintable(asked.out + asked.err));
    QVERIFY(kept()["expiresAt"_L1].toInteger() > before["expiresAt"_L1].toInteger());
}

void DiagnoseTest::nothingSecretIsPrinted()
{
    const QString token = u"eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhZGEifQ.Zm9vYmFyYmF6cXV4"_s;
    for (const QString &known : {m_ada, token}) {
        for (const QString &form : {u"--json"_s, QString()}) {
            QStringList arguments{u"diagnose"_s, u"--url"_s, m_server.url(), u"--token"_s, known};
            if (!form.isEmpty())
                arguments.append(form);
            const Finished asked = runCtl(arguments);
            QVERIFY(!asked.out.contains(known));
            QVERIFY(!asked.err.contains(known));
        }
    }
}

QTEST_GUILESS_MAIN(DiagnoseTest)
#include "DiagnoseTest.moc"
