// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <QtCore/QVector>
#include <QtTest/QTest>

namespace frontdesk {

/// What a program that ran to its end said.
struct Finished {
    int code = -1;
    QString out;
    QString err;
};
Finished runProgram(const QString &program, const QStringList &arguments, const QByteArray &input = {},
                    const QProcessEnvironment &environment = QProcessEnvironment::systemEnvironment());
Finished runCtl(const QStringList &arguments, const QByteArray &input = {});

/// frontdesk-server on a data folder of its own; keeps its port when it is started again.
class ServerProcess {
public:
    explicit ServerProcess(QStringList options = {}); ///< further ones of the command line
    ~ServerProcess();

    void start();
    void kill();     ///< as when the power goes
    int terminate(); ///< as an operator does; its exit code
    /// And logs in: a token.
    QString addUser(const QString &name, const QString &role = QStringLiteral("agent"));
    [[nodiscard]] QString url() const { return m_url; }
    [[nodiscard]] int port() const { return m_port; }
    [[nodiscard]] QString log() const; ///< what it has written so far

private:
    [[nodiscard]] QString data() const { return m_folder.filePath(QStringLiteral("data")); }

    QStringList m_options;
    QTemporaryDir m_folder;
    QProcess m_process;
    QString m_url;
    int m_port = 0;
    QByteArray m_log;
};

/// A program that prints JSON lines: `frontdeskctl session` or `watch --json`.
class LinesProcess {
public:
    ~LinesProcess();

    void start(const QStringList &arguments);
    void kill();
    int endInput(); ///< closes its input; its exit code
    int terminate();
    /// Everything printed since the start.
    [[nodiscard]] const QVector<QJsonObject> &lines();
    void write(const QByteArray &line);

protected:
    [[nodiscard]] int finish();

    std::unique_ptr<QProcess> m_process;
    QVector<QJsonObject> m_lines;
};

/// `frontdeskctl session`: a whole client that is asked and answers.
class SessionProcess : public LinesProcess {
public:
    SessionProcess(const ServerProcess &server, QString token);

    void start();
    /// Asks and waits for the answer: the whole line.
    QJsonObject ask(const QString &command, QJsonObject fields = {});
    QJsonObject result(const QString &command, const QJsonObject &fields = {})
    {
        return ask(command, fields)[QLatin1String("result")].toObject();
    }
    [[nodiscard]] QString state();
    void becomes(const QString &state);

    [[nodiscard]] QString folder() const { return m_folder.path(); } ///< of cache and outbox
    [[nodiscard]] const QString &token() const { return m_token; }

    QString makeGroup(const QString &title, const QStringList &members);
    void send(const QString &conversation, const QString &text); ///< returns when it is in the outbox
    /// Messages as the cache has them, the unsent ones too.
    [[nodiscard]] QStringList texts(const QString &conversation);
    /// Messages as they were announced.
    [[nodiscard]] QStringList announced(const QString &conversation);
    [[nodiscard]] bool knows(const QString &conversation);
    [[nodiscard]] QJsonObject summary(const QString &conversation);
    [[nodiscard]] int waiting() { return result(QStringLiteral("ledger"))[QLatin1String("waiting")].toInt(); }

private:
    const ServerProcess &m_server;
    QString m_token;
    QTemporaryDir m_folder;
    int m_ref = 0;
};

} // namespace frontdesk
