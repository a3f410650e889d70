// SPDX-License-Identifier: GPL-3.0-or-later
#include "OneShot.h"

#include "Background.h"
#include "CredentialsFile.h"
#include "Login.h"
#include "Output.h"
#include "domain/Json.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;
using connection::State;

namespace {

/// Somebody who watches is there; a command that is done in a moment would only flash up.
Attendance attendanceOf(OneShot::WhenLost whenLost)
{
    return whenLost == OneShot::WhenLost::GoOn ? Attendance::Present : Attendance::LooksOn;
}

} // namespace

Result<OpenedSession> openSession(const Target &target, const QString &folder, Attendance attendance)
{
    const auto credentials = credentialsOf(target);
    if (!credentials)
        return credentials.error();
    auto opened = store::Store::open(folder);
    if (!opened)
        return opened.error();
    store::Store::Opened value = std::move(opened).value();
    auto session = std::make_unique<sync::Session>(
        sync::SessionOptions{.server = target.server,
                             .credentials = credentials.value(),
                             .client = u"frontdeskctl " FRONTDESK_VERSION ""_s,
                             .network = std::make_shared<dialect::SharedNetworkSettings>(target.network),
                             .observer = attendance == Attendance::LooksOn},
        std::shared_ptr<store::Store>(std::move(value.store)), std::make_shared<SystemClock>());
    if (!target.credentialsFile.isEmpty())
        QObject::connect(session.get(), &sync::Session::credentialsChanged, session.get(),
                         [&session = *session, file = target.credentialsFile](const dialect::Credentials &renewed) {
                             if (const auto written = writeCredentials(file, renewed); !written)
                                 Q_EMIT session.failed(written.error());
                         });
    return OpenedSession{std::move(session), value.notices};
}

OneShot::OneShot(const Target &target, WhenLost whenLost)
    : m_json(target.json)
    , m_whenLost(whenLost)
{
    auto opened =
        m_folder.isValid()
            ? openSession(target, m_folder.path(), attendanceOf(whenLost))
            : Result<OpenedSession>(Error{u"storage.failed"_s,
                                          u"There is no room for temporary files: %1"_s.arg(m_folder.errorString())});
    if (!opened) {
        fail(opened.error());
        return;
    }
    m_session = std::move(std::move(opened).value().session);
    connect(m_session.get(), &sync::Session::statusChanged, this, &OneShot::follow);
    connect(new StopWatcher(this), &StopWatcher::stopRequested, this, [this] {
        if (m_interrupted)
            m_interrupted();
        else
            m_whenLost == WhenLost::GoOn ? finish(Success) : fail({u"interrupted"_s, u"Interrupted"_s});
    });
}

ExitCode OneShot::exec(std::function<void()> online)
{
    if (m_code)
        return *m_code;
    m_online = std::move(online);
    m_session->connectNow();
    QCoreApplication::exec();
    return m_code.value_or(Failed); // nothing: nobody reads what is printed any more
}

void OneShot::follow(const connection::Status &status)
{
    if (m_code)
        return;
    switch (status.state) {
    case State::Online:
        if (m_online)
            std::exchange(m_online, {})();
        break;
    case State::Waiting:
        if (m_online || m_whenLost == WhenLost::End)
            fail(status.lastError.value_or(Error{u"connection.lost"_s, u"The connection was lost"_s}));
        break;
    case State::SignInNeeded:
    case State::Incompatible:
        fail(*status.lastError);
        break;
    case State::Offline:
    case State::Connecting:
    case State::Authenticating:
    case State::CatchingUp:
        break;
    }
}

void OneShot::finish(ExitCode code)
{
    if (m_code)
        return;
    m_code = code;
    QCoreApplication::quit();
}

void OneShot::fail(const Error &error)
{
    if (m_code)
        return;
    printError(error);
    if (m_json)
        printJson({{u"error"_s, toJson(error)}});
    finish(exitCodeOf(error));
}

} // namespace frontdesk::ctl
