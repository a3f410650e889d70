// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Desk.h"
#include "models/Workspace.h"

#include <QtTest/QAbstractItemModelTester>

namespace frontdesk {

/// Somebody at a window without the window: a workspace on a real session with files of its own. Every list model is
/// watched for wrong signals.
class Person {
public:
    /// `link`: how to talk to the server; empty: as always.
    Person(const QUrl &server, const User &me, const QString &token, dialect::LinkFactory link = {})
        : m_server(server)
        , m_me(me)
        , m_token(token)
        , m_link(std::move(link))
    {
        open();
    }

    /// As when the program is ended and started again.
    void reopen()
    {
        workspace.reset();
        session.reset();
        open();
    }

    void goOnline()
    {
        workspace->connection()->reconnectNow();
        QTRY_VERIFY_WITH_TIMEOUT(workspace->connection()->online(), 20'000);
    }
    void goOffline()
    {
        workspace->connection()->goOffline();
        QTRY_VERIFY_WITH_TIMEOUT(!workspace->connection()->online(), 20'000);
    }

    /// Until the server has what was done here so far, and the cache has what it made of that.
    void settle()
    {
        // Behind what is being written: an outbox that it is not in yet is empty, too.
        QVERIFY(valueOf(session->store().saveDraft(ConversationId(QStringLiteral("none")), {})));
        QTRY_VERIFY_WITH_TIMEOUT(valueOf(session->store().pending()).isEmpty(), 20'000);
    }

    models::ConversationPage *open(const ConversationId &id)
    {
        workspace->openConversation(id.text());
        models::ConversationPage *page = workspace->current();
        watch(page->messages());
        watch(page->members());
        [&] { QTRY_VERIFY_WITH_TIMEOUT(page->messages()->loaded(), 20'000); }();
        return page;
    }

    /// The row of a conversation in the list; empty when it is not there.
    [[nodiscard]] QModelIndex row(const ConversationId &id) const
    {
        return find(*workspace->conversations(), models::ConversationListModel::ConversationIdRole, id.text());
    }
    [[nodiscard]] QVariant listed(const ConversationId &id, models::ConversationListModel::Roles role) const
    {
        return row(id).data(role);
    }
    [[nodiscard]] QVariant person(const User &user, models::PeopleModel::Roles role) const
    {
        return find(*workspace->people(), models::PeopleModel::UserIdRole, user.id.text()).data(role);
    }

    static QModelIndex find(const QAbstractItemModel &model, int role, const QVariant &value)
    {
        for (int row = 0; row < model.rowCount(); ++row)
            if (model.index(row, 0).data(role) == value)
                return model.index(row, 0);
        return {};
    }
    template <class Role>
    static QVariantList column(const QAbstractItemModel &model, Role role)
    {
        QVariantList values;
        for (int row = 0; row < model.rowCount(); ++row)
            values.append(model.index(row, 0).data(role));
        return values;
    }

    [[nodiscard]] QString outboxFile() const { return m_folder.filePath(QStringLiteral("outbox.sqlite")); }

private:
    void open()
    {
        auto opened = store::Store::open(m_folder.path());
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().message));
        std::shared_ptr<store::Store> files = std::move(opened).value().store;
        QVERIFY(valueOf(files->setMe(m_me)).ok());
        session = std::make_shared<sync::Session>(sync::SessionOptions{.server = m_server,
                                                                       .credentials = {.token = m_token},
                                                                       .client = QStringLiteral("test"),
                                                                       .link = m_link,
                                                                       .recordFolder = m_folder.path()},
                                                  files, m_clock);
        workspace = std::make_unique<models::Workspace>(session, m_me, QStringLiteral("Desk"), m_clock);
        watch(workspace->conversations());
        watch(workspace->people());
        watch(workspace->activity());
        watch(workspace->connection()->history());
        watch(workspace->connection()->problems());
        QObject::connect(workspace.get(), &models::Workspace::noticed, workspace.get(),
                         [this](const Error &error) { notices.append(error.message); });
    }
    static void watch(QAbstractItemModel *model)
    {
        new QAbstractItemModelTester(model, QAbstractItemModelTester::FailureReportingMode::QtTest, model);
    }

    QTemporaryDir m_folder;
    QUrl m_server;
    User m_me;
    QString m_token;
    dialect::LinkFactory m_link;
    std::shared_ptr<const Clock> m_clock = std::make_shared<SystemClock>();

public:
    std::shared_ptr<sync::Session> session;
    std::unique_ptr<models::Workspace> workspace;
    QStringList notices;
};

} // namespace frontdesk
