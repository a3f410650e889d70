// SPDX-License-Identifier: GPL-3.0-or-later
#include "connection/TestSteps.h"

#include "connection/SafeWords.h"

#include <QtCore/QCoreApplication>

#include <algorithm>
#include <array>

namespace frontdesk::connection {

namespace {

using Kind = TestStep::Kind;
using State = TestStep::State;
using L = QLatin1String;

constexpr std::array kinds{Kind::Name, Kind::Tcp, Kind::Tls, Kind::Handshake, Kind::Login, Kind::Echo, Kind::CatchUp};

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ConnectionTest)
};

bool timedOut(const Error &error)
{
    return error.code == L("connection.timedOut");
}

QString tlsHint(const Error &error)
{
    if (error.code == L("tls.expired") || error.code == L("tls.notYetValid"))
        return Words::tr("Compare this computer's clock first. If it is right, nothing can be done here: the server "
                         "needs another certificate.");
    if (error.code == L("tls.wrongHost"))
        return Words::tr("Compare the address with the names that the certificate is for.");
    return Words::tr("If your organisation signs its certificates itself, choose its certificate file in the settings. "
                     "Otherwise somebody may be listening in: do not go on from this network.");
}

QString tcpHint(const Error &error)
{
    if (error.code == L("connection.refused"))
        return Words::tr("The computer is there, but no server is running at this port. Check the port, or ask whoever "
                         "looks after the server.");
    return Words::tr("The server may be switched off, or a firewall on the way keeps the port shut. Try another "
                     "network.");
}

QString loginHint(const Error &error)
{
    if (error.code.startsWith(L("auth.")))
        return Words::tr("Sign in again. Nothing that waits to be sent is lost.");
    if (error.code.startsWith(L("protocol.")))
        return Words::tr("Update the older of the two, this program or the server.");
    return Words::tr("The server is there, but has not said whether it accepts you. It may be very busy: try again in "
                     "a minute.");
}

} // namespace

TestSteps::TestSteps()
{
    for (const Kind kind : kinds)
        m_steps.append({.kind = kind});
}

void TestSteps::begin(Kind kind, milliseconds now)
{
    at(kind).state = State::Running;
    m_begun = now;
}

void TestSteps::pass(const QString &words, milliseconds now)
{
    TestStep &step = at(*running());
    step.state = State::Passed;
    step.took = now - m_begun;
    step.words = words;
}

void TestSteps::skip(Kind kind, const QString &words)
{
    at(kind).state = State::NotNeeded;
    at(kind).words = words;
}

void TestSteps::fail(const Error &error, milliseconds now)
{
    TestStep &step = at(*running());
    step.state = State::Failed;
    step.took = now - m_begun;
    step.error = error;
    step.hint = hintFor(step.kind, error);
    abandonTheRest();
}

void TestSteps::cancel()
{
    if (const auto kind = running())
        at(*kind).state = State::NotReached;
    abandonTheRest();
}

void TestSteps::abandonTheRest()
{
    for (TestStep &step : m_steps)
        if (step.state == State::Waiting)
            step.state = State::NotReached;
}

std::optional<Kind> TestSteps::running() const
{
    for (const TestStep &step : m_steps)
        if (step.state == State::Running)
            return step.kind;
    return {};
}

std::optional<Kind> TestSteps::next() const
{
    for (const TestStep &step : m_steps)
        if (step.state == State::Waiting)
            return step.kind;
    return {};
}

bool TestSteps::finished() const
{
    return !running() && !next();
}

bool TestSteps::passed() const
{
    return std::all_of(m_steps.begin(), m_steps.end(), [](const TestStep &step) {
        return step.state == State::Passed || step.state == State::NotNeeded;
    });
}

const TestStep *TestSteps::failed() const
{
    const auto found =
        std::find_if(m_steps.begin(), m_steps.end(), [](const TestStep &step) { return step.state == State::Failed; });
    return found == m_steps.end() ? nullptr : &*found;
}

QString titleOf(Kind kind)
{
    switch (kind) {
    case Kind::Name:
        return Words::tr("Finding the server");
    case Kind::Tcp:
        return Words::tr("Reaching it");
    case Kind::Tls:
        return Words::tr("Encryption");
    case Kind::Handshake:
        return Words::tr("Handshake");
    case Kind::Login:
        return Words::tr("Sign-in");
    case Kind::Echo:
        return Words::tr("Round trip");
    case Kind::CatchUp:
        return Words::tr("Catching up");
    }
    Q_UNREACHABLE();
}

QString titleOf(State state)
{
    switch (state) {
    case State::Waiting:
        return Words::tr("Waiting", "a step of the test");
    case State::Running:
        return Words::tr("Running", "a step of the test");
    case State::Passed:
        return Words::tr("Passed", "a step of the test");
    case State::NotNeeded:
        return Words::tr("Not needed", "a step of the test");
    case State::Failed:
        return Words::tr("Failed", "a step of the test");
    case State::NotReached:
        return Words::tr("Not reached", "a step of the test");
    }
    Q_UNREACHABLE();
}

QString hintFor(Kind kind, const Error &error)
{
    if (error.code.startsWith(L("proxy.")))
        return Words::tr("The proxy on the way does not let this program through. Check the proxy in the settings, "
                         "with its name and password.");
    if (error.code.startsWith(L("tls.")))
        return tlsHint(error);
    switch (kind) {
    case Kind::Name:
        return Words::tr("Check how the address is written, and whether this computer is online at all.");
    case Kind::Tcp:
        return tcpHint(error);
    case Kind::Tls:
        return Words::tr("Something answers at this port, but not with encryption. Check the address and the port.");
    case Kind::Handshake:
        return timedOut(error)
                   ? Words::tr("Something takes the call but says nothing. The server may hang, or a proxy on the way "
                               "swallows the traffic. Try another network.")
                   : Words::tr("Something answers at this address, but not as a Frontdesk server does. Check the "
                               "address; a proxy on the way may also answer in its place.");
    case Kind::Login:
        return loginHint(error);
    case Kind::Echo:
        return Words::tr("The way is open, but answers do not come through. A weak network does this, and a server "
                         "that is very busy.");
    case Kind::CatchUp:
        return Words::tr("The server does not give what was missed. Tell whoever looks after it; what you have written "
                         "is kept here meanwhile.");
    }
    Q_UNREACHABLE();
}

QString nameOf(Kind kind)
{
    switch (kind) {
    case Kind::Name:
        return QStringLiteral("name");
    case Kind::Tcp:
        return QStringLiteral("tcp");
    case Kind::Tls:
        return QStringLiteral("tls");
    case Kind::Handshake:
        return QStringLiteral("handshake");
    case Kind::Login:
        return QStringLiteral("login");
    case Kind::Echo:
        return QStringLiteral("echo");
    case Kind::CatchUp:
        return QStringLiteral("catchUp");
    }
    Q_UNREACHABLE();
}

QString nameOf(State state)
{
    switch (state) {
    case State::Waiting:
        return QStringLiteral("waiting");
    case State::Running:
        return QStringLiteral("running");
    case State::Passed:
        return QStringLiteral("passed");
    case State::NotNeeded:
        return QStringLiteral("notNeeded");
    case State::Failed:
        return QStringLiteral("failed");
    case State::NotReached:
        return QStringLiteral("notReached");
    }
    Q_UNREACHABLE();
}

QJsonObject toJson(const TestStep &step)
{
    QJsonObject object{{L("step"), nameOf(step.kind)}, {L("state"), nameOf(step.state)}};
    if (step.state == State::Passed || step.state == State::Failed)
        object.insert(L("took"), qint64(step.took.count()));
    if (!step.words.isEmpty())
        object.insert(L("words"), step.words);
    if (step.error) {
        object.insert(L("code"), step.error->code);
        if (const QString words = safeWords(*step.error); !words.isEmpty())
            object.insert(L("words"), words);
        object.insert(L("hint"), step.hint);
    }
    return object;
}

} // namespace frontdesk::connection
