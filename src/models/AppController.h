// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/NetworkSettings.h"
#include "models/NoticeListModel.h"
#include "models/Settings.h"
#include "models/SettingsSharing.h"
#include "models/Workspace.h"
#include "models/WorkspaceOpener.h"

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// The root of what QML sees: which stage the program is in, and the open workspace. GUI thread.
class AppController : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Given to Main.qml by the program")
    Q_PROPERTY(Stage stage READ stage NOTIFY stageChanged FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY stageChanged FINAL) ///< why opening failed, in words; else empty
    Q_PROPERTY(
        frontdesk::models::Workspace *workspace READ workspace NOTIFY workspaceChanged FINAL) ///< null unless Ready
    Q_PROPERTY(frontdesk::models::Settings *settings READ settings CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::NetworkSettings *network READ network CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::NoticeListModel *notices READ notices CONSTANT FINAL)
    Q_PROPERTY(bool signingIn READ signingIn NOTIFY signingInChanged FINAL)            ///< signInAgain is under way
    Q_PROPERTY(QString signInProblem READ signInProblem NOTIFY signingInChanged FINAL) ///< why it failed; else empty
    Q_PROPERTY(QString signInPlace READ signInPlace NOTIFY signInPlaceChanged FINAL)   ///< as in SignIn
    /// How alerts reach the person on this computer, in words.
    Q_PROPERTY(QString alertPlace READ alertPlace NOTIFY alertPlaceChanged FINAL)
    Q_PROPERTY(QString version READ version CONSTANT FINAL)

public:
    enum class Stage {
        Welcome, ///< nothing open: offer the three ways
        Opening,
        Ready,  ///< workspace is there
        Failed, ///< see problem; tryAgain or backToWelcome
    };
    Q_ENUM(Stage)

    AppController(std::unique_ptr<WorkspaceOpener> opener, const QString &settingsFile,
                  std::shared_ptr<const Clock> clock, QObject *parent = nullptr);
    ~AppController() override;

    [[nodiscard]] Stage stage() const { return m_stage; }
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] Workspace *workspace() const { return m_workspace.get(); }
    [[nodiscard]] Settings *settings() { return &m_settings; }
    [[nodiscard]] NetworkSettings *network() { return &m_network; }
    [[nodiscard]] NoticeListModel *notices() { return &m_notices; }
    [[nodiscard]] bool signingIn() const { return m_signingIn; }
    [[nodiscard]] QString signInProblem() const { return m_signInProblem; }
    [[nodiscard]] QString signInPlace() const { return m_signInPlace; }
    [[nodiscard]] QString alertPlace() const { return m_alertPlace; }
    void setAlertPlace(const QString &words);
    [[nodiscard]] QString version() const;

    /// Opens the remembered workspace, or stays at Welcome. Called once by the program.
    Q_INVOKABLE void start();
    Q_INVOKABLE void openThisComputer(const QString &displayName);
    Q_INVOKABLE void joinTeam(const QString &address, const QString &name, const QString &password);
    Q_INVOKABLE void lookAround();
    Q_INVOKABLE void tryAgain(); ///< the request that failed
    Q_INVOKABLE void backToWelcome();
    Q_INVOKABLE void signOut();
    Q_INVOKABLE void signInAgain(const QString &password); ///< when the connection says SignInNeeded

    /// Somebody pressed an alert of the open workspace.
    void activateAlert(const QString &id);

    /// Builds all texts of the models again; called after another language was installed.
    void retranslate();

Q_SIGNALS:
    void stageChanged();
    void workspaceChanged();
    void signingInChanged();
    void signInPlaceChanged();
    void alertPlaceChanged();
    // To be shown by the program
    void alerted(const frontdesk::models::Alert &alert);
    void alertOver(const QString &id);

private:
    void open(OpenRequest request);
    void show(const OpenedWorkspace &opened);
    void connectWith(const Result<SignIn> &signIn);
    void close();
    void applyRetention();
    void applyFileBudget();
    void applyDraftSharing();
    void applyAlertTexts();
    void setStage(Stage stage, const QString &problem = {});
    void setSigningIn(bool underWay, const QString &problem);

    std::unique_ptr<WorkspaceOpener> m_opener;
    std::shared_ptr<const Clock> m_clock;
    Settings m_settings;
    NetworkSettings m_network;
    NoticeListModel m_notices;
    std::unique_ptr<Workspace> m_workspace;
    std::unique_ptr<SettingsSharing> m_sharing; ///< with the other devices of who is signed in
    Stage m_stage = Stage::Welcome;
    QString m_problem;
    QString m_signInPlace;
    QString m_alertPlace;
    OpenRequest m_request; ///< the last one, to try again
    int m_opening = 0;     ///< counts requests, to know a late answer
    bool m_signingIn = false;
    QString m_signInProblem;
};

} // namespace frontdesk::models
