// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"
#include "sync/Session.h"

#include <QtCore/QTemporaryDir>

namespace frontdesk::ctl {

/// A session for one task: with a cache that goes when it ends, and an exit code for whatever comes between. Only while
/// the event loop runs.
class OneShot final : public QObject {
    Q_OBJECT

public:
    enum class WhenLost { End, GoOn };

    OneShot(const Target &target, WhenLost whenLost);

    /// Connects and runs the event loop until finish or fail. `online` is called once, when everything is in the cache.
    ExitCode exec(std::function<void()> online);
    /// What an interruption does in place of ending it at once.
    void whenInterrupted(std::function<void()> task) { m_interrupted = std::move(task); }
    void finish(ExitCode code = Success);
    void fail(const Error &error);

    [[nodiscard]] sync::Session &session() const { return *m_session; }
    [[nodiscard]] store::Store &store() const { return m_session->store(); }
    [[nodiscard]] bool json() const { return m_json; }

private:
    void follow(const connection::Status &status);

    bool m_json;
    WhenLost m_whenLost;
    QTemporaryDir m_folder;
    std::unique_ptr<sync::Session> m_session;
    std::function<void()> m_online; ///< empty once it has been called
    std::function<void()> m_interrupted;
    std::optional<ExitCode> m_code; ///< the first one counts
};

/// The session of a folder, for one-shot commands and for the console. Errors are the store's.
struct OpenedSession {
    std::unique_ptr<sync::Session> session;
    QVector<Error> notices;
};
enum class Attendance { Present, LooksOn }; ///< whether others see that somebody is there
Result<OpenedSession> openSession(const Target &target, const QString &folder, Attendance attendance);

} // namespace frontdesk::ctl
