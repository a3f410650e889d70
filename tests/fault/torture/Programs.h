// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Types.h"

#include <QtCore/QHash>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QVector>

#include <memory>
#include <optional>

namespace frontdesk::torture {

using std::chrono::milliseconds;

/// Why a run cannot go on.
struct Trouble {
    QString words;
};

/// The program inherits nothing open: a link that is cut would stay open with somebody who does not know of it. It ends
/// with the thread that starts it, so that nothing is left behind when a test is killed.
void standAlone(QProcess &process);

/// Text that a program said on standard error and that people may want to see when something is wrong: its end.
class LastWords {
public:
    void add(const QByteArray &text);
    [[nodiscard]] QString text() const { return QString::fromUtf8(m_text); }

private:
    QByteArray m_text;
};

/// A program that is started, killed and started again. Belongs to a thread with an event loop.
class Program {
public:
    explicit Program(QString file);
    virtual ~Program();
    Program(const Program &) = delete;
    Program &operator=(const Program &) = delete;

    [[nodiscard]] bool isRunning() const;
    void kill(); ///< as when the power goes
    void stop(); ///< in order
    /// How it ended by itself; absent: it has not. Empty words are none.
    struct Ending {
        bool crashed = false;
        int code = 0;
        QString words;
    };
    [[nodiscard]] std::optional<Ending> ownEnding() const;
    [[nodiscard]] QString lastWords() const { return m_lastWords.text(); }

protected:
    void start(const QStringList &arguments, const QProcessEnvironment &environment);
    [[nodiscard]] virtual bool hasBegun() const = 0; ///< has said something in this life
    virtual void read(QProcess &process) = 0;        ///< of standard output; called whenever something has come

    std::unique_ptr<QProcess> m_process;

private:
    void end();

    const QString m_file;
    LastWords m_lastWords;
    QString m_words; ///< of this life
    bool m_isToEnd = false;
};

/// frontdesk-server on a folder.
class ServerProgram final : public Program {
public:
    ServerProgram();

    /// Returns when it is ready or has ended.
    void start(const QString &folder, const QProcessEnvironment &environment, milliseconds heartbeat,
               milliseconds limit);
    [[nodiscard]] int port() const { return m_port; } ///< another one with each start; 0: it is not ready

private:
    [[nodiscard]] bool hasBegun() const override { return m_port != 0; }
    void read(QProcess &process) override;

    int m_port = 0;
};

/// `frontdeskctl session` of one person.
class ClientProgram final : public Program {
public:
    ClientProgram();

    void start(const QString &folder, const QString &credentials, int port, const QProcessEnvironment &environment);
    [[nodiscard]] const QString &state() const { return m_state; } ///< empty: it is not running

    /// The number of the question, by which its answer is known.
    int tell(const QString &command, QJsonObject fields = {});
    [[nodiscard]] std::optional<QJsonObject> answerTo(int question) const;
    [[nodiscard]] int answers() const { return int(m_answers.size()); } ///< in this life

    // Since the first start
    struct Heard {
        QHash<CommandId, qint64> acknowledged; ///< with their seq
        QVector<CommandId> refused;
        QVector<QString> notices;                ///< codes
        QVector<QVector<MessageId>> announced{}; ///< one list for each life
        QStringList states;                      ///< with their reasons, for whoever looks for a fault
        QStringList nonsense;                    ///< lines that are no JSON object
    };
    [[nodiscard]] const Heard &heard() const { return m_heard; }

private:
    [[nodiscard]] bool hasBegun() const override { return !m_state.isEmpty(); }
    void read(QProcess &process) override;
    void hear(const QJsonObject &line);

    QString m_state;
    int m_questions = 0;
    QHash<int, QJsonObject> m_answers;
    Heard m_heard;
};

} // namespace frontdesk::torture
