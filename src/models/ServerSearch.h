// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"

#include <QtCore/QTimer>

namespace frontdesk::models {

/// The part of a search that only the server can answer: what was never loaded onto this computer. It is asked when
/// one pauses typing, and again when the connection is back. GUI thread.
class ServerSearch : public QObject {
    Q_OBJECT

public:
    enum class State {
        Idle,    ///< nothing is searched
        Offline, ///< the server cannot be asked; it will be
        Asking,
        Answered,
        Failed,
    };

    ServerSearch(sync::Session &session, const Directory &directory, QObject *parent = nullptr);

    void begin(const search::Request &request); ///< forgets what was found before
    void end();
    void tryAgain();
    /// Asks on by itself, as long as there is more, until what was found reaches as far as a place and has so many
    /// hits.
    void reach(const search::Position &place, int hits);

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString problem() const { return m_problem; } ///< why it failed
    /// All pages so far: messages that were not on this computer then.
    [[nodiscard]] const search::Page &found() const { return m_found; }
    [[nodiscard]] bool hasMore() const { return m_state == State::Answered && m_found.more; }

Q_SIGNALS:
    void changed();

private:
    void ask(const search::Position &after);
    void take(const Result<search::Page> &answer);
    void goOn(); ///< as far as it is to reach
    void setState(State state);
    void observeConnection();

    sync::Session &m_session;
    const Directory &m_directory;
    QTimer m_pause; ///< before a question: while one types, or while the server wants to be left alone
    search::Request m_request;
    search::Page m_found;
    search::Position m_place; ///< how far it is to reach
    int m_hits = 0;
    State m_state = State::Idle;
    QString m_problem;
    int m_asked = 0; ///< counts questions: only the last one's answer counts
};

} // namespace frontdesk::models
