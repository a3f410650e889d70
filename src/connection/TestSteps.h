// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Clock.h"
#include "domain/Error.h"

#include <QtCore/QJsonObject>
#include <QtCore/QMetaType>
#include <QtCore/QVector>

/// The list behind "Test the connection": one step after the other along the way to the server. Pure.
namespace frontdesk::connection {

struct TestStep {
    enum class Kind {
        Name,      ///< the host's name becomes an address
        Tcp,       ///< its port can be reached
        Tls,       ///< encryption, with a certificate that is trusted
        Handshake, ///< what answers speaks the transport's protocol
        Login,     ///< it accepts the token
        Echo,      ///< it answers a question
        CatchUp,   ///< it gives what was missed
    };
    enum class State {
        Waiting,
        Running,
        Passed,
        NotNeeded, ///< there is nothing to test here; the words say why
        Failed,
        NotReached, ///< a step before it failed, or the test was cancelled
    };

    Kind kind = Kind::Name;
    State state = State::Waiting;
    milliseconds took{}; ///< when Passed or Failed
    QString words = {};  ///< what was found
    std::optional<Error> error = {};
    QString hint = {}; ///< what to do about the error

    friend bool operator==(const TestStep &, const TestStep &) = default;
};

/// How far a test is.
class TestSteps {
public:
    TestSteps(); ///< all of them waiting

    void begin(TestStep::Kind kind, milliseconds now);
    void pass(const QString &words, milliseconds now); ///< the running one
    void skip(TestStep::Kind kind, const QString &words);
    void fail(const Error &error, milliseconds now); ///< the running one; those behind it are not reached
    void cancel();

    [[nodiscard]] const QVector<TestStep> &all() const { return m_steps; }
    [[nodiscard]] std::optional<TestStep::Kind> running() const;
    /// The first that has not been begun.
    [[nodiscard]] std::optional<TestStep::Kind> next() const;
    [[nodiscard]] bool finished() const; ///< nothing runs and nothing waits
    [[nodiscard]] bool passed() const;   ///< to its end, and nothing failed
    [[nodiscard]] const TestStep *failed() const;

private:
    TestStep &at(TestStep::Kind kind) { return m_steps[qsizetype(kind)]; }
    void abandonTheRest();

    QVector<TestStep> m_steps;
    milliseconds m_begun{};
};

/// "Finding the server": a step's name for a person.
QString titleOf(TestStep::Kind kind);
/// "Passed"
QString titleOf(TestStep::State state);
/// What a person can do when the step fails so. Never empty.
QString hintFor(TestStep::Kind kind, const Error &error);
/// Names for programs, such as "catchUp" and "notReached".
QString nameOf(TestStep::Kind kind);
QString nameOf(TestStep::State state);

/// One step for programs; what the server or a person wrote is not in it.
QJsonObject toJson(const TestStep &step);

} // namespace frontdesk::connection

Q_DECLARE_METATYPE(frontdesk::connection::TestSteps)
