// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Person.h"

namespace frontdesk {

/// Ada, who is an admin, and Ben at their windows, on one server.
class TwoPeople {
public:
    explicit TwoPeople(Role bensRole = Role::Agent)
        : ada(m_desk.add(QStringLiteral("ada"), Role::Admin))
        , ben(m_desk.add(QStringLiteral("ben"), bensRole))
        , m_adasToken(m_desk.token(ada.name))
        , m_bensToken(m_desk.token(ben.name))
    {
    }

    void sitDown()
    {
        atAda = adasOtherDevice();
        atBen = std::make_unique<Person>(m_desk.url(), ben, m_bensToken);
        atAda->goOnline();
        atBen->goOnline();
    }
    void leave()
    {
        atAda.reset();
        atBen.reset();
    }
    [[nodiscard]] std::unique_ptr<Person> adasOtherDevice() const
    {
        return std::make_unique<Person>(m_desk.url(), ada, m_adasToken);
    }

    /// Somebody who may only read, at a window too.
    [[nodiscard]] std::unique_ptr<Person> aReader()
    {
        const User rita = m_desk.add(QStringLiteral("rita"), Role::Reader);
        auto atRita = std::make_unique<Person>(m_desk.url(), rita, m_desk.token(rita.name));
        atRita->goOnline();
        return atRita;
    }

    /// A new group of both, in both lists.
    ConversationId makeGroup(const QString &title) const
    {
        atAda->workspace->createGroup(title, {ben.id.text()});
        const ConversationId id(atAda->workspace->current()->conversationId());
        atAda->workspace->closeConversation();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(atBen->row(id).isValid(), 20'000); }();
        [&] {
            QTRY_COMPARE_WITH_TIMEOUT(atAda->listed(id, models::ConversationListModel::PendingRole), QVariant(false),
                                      20'000);
        }();
        return id;
    }

private:
    Desk m_desk;

public:
    User ada, ben;
    std::unique_ptr<Person> atAda, atBen;

private:
    QString m_adasToken, m_bensToken;
};

} // namespace frontdesk
