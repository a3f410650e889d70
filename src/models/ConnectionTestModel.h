// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "connection/TestSteps.h"
#include "models/RowListModel.h"
#include "sync/Session.h"

namespace frontdesk::models {

/// "Test the connection", a row a step. GUI thread; the test itself runs elsewhere.
class ConnectionTestModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ConnectionStatus")
    Q_PROPERTY(bool started READ started NOTIFY changed FINAL) ///< since the inspector was opened
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(bool passed READ passed NOTIFY changed FINAL)
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL) ///< "All is well, in 84 ms"

public:
    enum Roles {
        TitleRole = Qt::UserRole + 1, ///< "Finding the server"
        OutcomeRole,                  ///< "waiting", "running", "passed", "notNeeded", "failed" or "notReached"
        OutcomeTextRole,              ///< "Passed"
        TimeTextRole,                 ///< "12 ms"; empty unless it came to an end
        TextRole,                     ///< what was found, or what went wrong
        HintRole,                     ///< what to do when it failed
        CertificateRole,              ///< the facts of a refused certificate as lines; else empty
    };

    explicit ConnectionTestModel(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] bool started() const { return m_started; }
    [[nodiscard]] bool running() const { return m_started && !m_steps.finished(); }
    [[nodiscard]] bool passed() const { return m_steps.passed(); }
    [[nodiscard]] QString summary() const;
    [[nodiscard]] const connection::TestSteps &steps() const { return m_steps; }

    Q_INVOKABLE void start();
    Q_INVOKABLE void cancel();

    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    void show(const connection::TestSteps &steps);

    sync::Session &m_session;
    connection::TestSteps m_steps;
    bool m_started = false;
};

} // namespace frontdesk::models
