// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/AppController.h"

#include "domain/WhenDone.h"

#include <QtCore/QTimer>

namespace frontdesk::models {

AppController::AppController(std::unique_ptr<WorkspaceOpener> opener, const QString &settingsFile,
                             std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_opener(std::move(opener))
    , m_clock(std::move(clock))
    , m_settings(settingsFile)
    , m_network(settingsFile)
{
    m_opener->useNetwork(m_network.value());
    connect(&m_network, &NetworkSettings::changed, this, [this] { m_opener->useNetwork(m_network.value()); });
    connect(&m_network, &NetworkSettings::proxyPasswordChosen, this, [this](const QString &password) {
        whenDone(m_opener->keepProxyPassword(password), this, [this](const Result<Done> &result) {
            if (!result)
                m_notices.add(result.error());
        });
    });
    connect(&m_settings, &Settings::keepDaysChanged, this, &AppController::applyRetention);
    connect(&m_settings, &Settings::fileMegabytesChanged, this, &AppController::applyFileBudget);
    connect(&m_settings, &Settings::shareDraftsChanged, this, &AppController::applyDraftSharing);
    connect(&m_settings, &Settings::alertTextsChanged, this, &AppController::applyAlertTexts);
}

AppController::~AppController()
{
    close(); // before the opener stops what the workspace needs
}

QString AppController::version() const
{
    return QStringLiteral(FRONTDESK_VERSION);
}

void AppController::start()
{
    if (m_opener->hasRemembered())
        open(OpenRemembered());
}

void AppController::openThisComputer(const QString &displayName)
{
    open(OpenThisComputer{displayName.trimmed()});
}

void AppController::joinTeam(const QString &address, const QString &name, const QString &password)
{
    open(OpenTeam{address.trimmed(), name.trimmed(), password});
}

void AppController::lookAround()
{
    open(OpenDemo());
}

void AppController::tryAgain()
{
    if (m_stage == Stage::Failed)
        open(m_request);
}

void AppController::backToWelcome()
{
    if (m_stage != Stage::Failed && m_stage != Stage::Opening)
        return;
    ++m_opening; // an answer that is still on its way is not for us any more
    setStage(Stage::Welcome);
}

void AppController::open(OpenRequest request)
{
    if (m_stage == Stage::Opening || m_stage == Stage::Ready)
        return;
    m_request = std::move(request);
    const int opening = ++m_opening;
    setStage(Stage::Opening);
    whenDone(m_opener->open(m_request), this, [this, opening](const Result<OpenedWorkspace> &opened) {
        if (opening != m_opening)
            return;
        if (opened)
            show(opened.value());
        else
            setStage(Stage::Failed, opened.error().message);
    });
}

void AppController::show(const OpenedWorkspace &opened)
{
    m_workspace = std::make_unique<Workspace>(opened.session, opened.me, opened.label, m_clock);
    connect(m_workspace.get(), &Workspace::noticed, &m_notices, &NoticeListModel::add);
    connect(m_workspace.get(), &Workspace::noticeOver, &m_notices, &NoticeListModel::retract);
    connect(m_workspace->alerts(), &Alerts::alerted, this, &AppController::alerted);
    connect(m_workspace->alerts(), &Alerts::over, this, &AppController::alertOver);
    m_sharing = std::make_unique<SettingsSharing>(m_settings, m_workspace->own());
    for (const Error &notice : opened.notices)
        m_notices.add(notice);
    m_signInPlace = opened.signInPlace;
    m_request = {}; // it may hold a password
    applyRetention();
    applyFileBudget();
    applyDraftSharing();
    applyAlertTexts();
    m_workspace->connection()->setAwaitsKeychain(!opened.signIn.isFinished());
    whenDone(opened.signIn, m_workspace.get(), [this, shown = m_workspace.get()](const Result<SignIn> &signIn) {
        if (m_workspace.get() == shown) // not signed out meanwhile
            connectWith(signIn);
    });
    Q_EMIT workspaceChanged();
    Q_EMIT signInPlaceChanged();
    setStage(Stage::Ready);
}

void AppController::connectWith(const Result<SignIn> &signIn)
{
    sync::Session &session = m_workspace->session();
    m_workspace->connection()->setAwaitsKeychain(false);
    if (signIn) {
        m_signInPlace = signIn.value().place;
        Q_EMIT signInPlaceChanged();
        session.setCredentials(signIn.value().credentials);
    } else {
        m_notices.add(signIn.error());
    }
    session.connectNow(); // with nothing to show, the server says that a sign-in is needed
}

void AppController::applyRetention()
{
    if (!m_workspace)
        return;
    const int days = m_settings.keepDays();
    m_workspace->session().keepFor(days > 0 ? std::optional<milliseconds>(std::chrono::days(days)) : std::nullopt);
}

void AppController::applyFileBudget()
{
    if (m_workspace)
        m_workspace->session().setFileBudget(qint64(m_settings.fileMegabytes()) * 1024 * 1024);
}

void AppController::applyDraftSharing()
{
    if (m_workspace)
        m_workspace->shareDrafts(m_settings.shareDrafts());
}

void AppController::applyAlertTexts()
{
    if (m_workspace)
        m_workspace->alerts()->showTexts(m_settings.alertTexts());
}

void AppController::activateAlert(const QString &id)
{
    if (m_workspace)
        m_workspace->alerts()->activate(id);
}

void AppController::setAlertPlace(const QString &words)
{
    if (std::exchange(m_alertPlace, words) != words)
        Q_EMIT alertPlaceChanged();
}

void AppController::close()
{
    if (!m_workspace)
        return;
    m_workspace->alerts()->takeBackAll(); // nobody could be led anywhere by them
    m_sharing.reset();
    setSigningIn(false, {});
    Workspace *closing = m_workspace.release();
    closing->setParent(this); // should the event loop end before it
    Q_EMIT workspaceChanged();
    // The view goes layer by layer with the events posted from now on, and its bindings read until then; a timer comes
    // after all of them.
    QTimer::singleShot(0, closing, &QObject::deleteLater);
}

void AppController::signOut()
{
    if (m_stage != Stage::Ready)
        return;
    setStage(Stage::Welcome);
    close();
    m_notices.clear();
    whenDone(m_opener->signOut(), this, [this](const Result<Done> &result) {
        if (!result)
            m_notices.add(result.error());
    });
}

void AppController::signInAgain(const QString &password)
{
    if (m_stage != Stage::Ready || m_signingIn)
        return;
    setSigningIn(true, {});
    whenDone(m_opener->signInAgain(password), m_workspace.get(),
             [this, open = m_workspace.get()](const Result<dialect::Credentials> &credentials) {
                 if (m_workspace.get() != open)
                     return; // signed out meanwhile
                 setSigningIn(false, credentials ? QString() : credentials.error().message);
                 if (credentials)
                     open->session().setCredentials(credentials.value());
             });
}

void AppController::retranslate()
{
    if (m_workspace)
        m_workspace->retranslate();
}

void AppController::setStage(Stage stage, const QString &problem)
{
    m_stage = stage;
    m_problem = problem;
    Q_EMIT stageChanged();
}

void AppController::setSigningIn(bool underWay, const QString &problem)
{
    m_signingIn = underWay;
    m_signInProblem = problem;
    Q_EMIT signingInChanged();
}

} // namespace frontdesk::models
