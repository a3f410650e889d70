// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/Session.h"

#include <QtCore/QTemporaryDir>

/// Somebody else on the same server: the whole client without a window.
class Colleague {
public:
    Colleague(const QUrl &server, const QString &name, const QString &password);

    [[nodiscard]] bool online() const;
    [[nodiscard]] frontdesk::UserId id() const { return m_me.id; }
    /// Texts of the direct conversation with that user, in the server's order.
    [[nodiscard]] QStringList textsWith(const frontdesk::UserId &other) const;
    /// As shown to them, with what waits; empty: they are not in it.
    [[nodiscard]] QString titleOf(const frontdesk::ConversationId &conversation) const;

    frontdesk::sync::Session &session() { return *m_session; }

private:
    QTemporaryDir m_folder;
    frontdesk::User m_me;
    std::unique_ptr<frontdesk::sync::Session> m_session;
};
