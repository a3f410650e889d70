// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ConversationListModel.h"
#include "models/SearchMerge.h"
#include "models/SearchSnippet.h"
#include "models/ServerSearch.h"

#include <QtCore/QTimer>
#include <QtCore/QVariant>

namespace frontdesk::models {

/// What is found among the messages of this computer, while one types, and of the server a moment later: each key
/// stroke overtakes the search before it, whose hits stay until the next ones are there. GUI thread.
class SearchModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    /// Words, "phrases", -excluded ones and filters: from: in: has:link is:open is:closed before: after:
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY textChanged FINAL)
    Q_PROPERTY(QString order READ order WRITE setOrder NOTIFY orderChanged FINAL) ///< "newest" or "relevance"
    /// The filters in the text as { text, problem }; the problem says why nothing can be found, else it is empty.
    Q_PROPERTY(QVariantList filters READ filters NOTIFY textChanged FINAL)
    Q_PROPERTY(bool asked READ asked NOTIFY textChanged FINAL)          ///< there is something to search for
    Q_PROPERTY(bool searching READ searching NOTIFY stateChanged FINAL) ///< the rows answer an older text
    Q_PROPERTY(bool more READ more NOTIFY stateChanged FINAL)           ///< loadMore() brings more rows
    /// The server is still being asked for what is not on this computer; why that failed, else empty.
    Q_PROPERTY(bool searchingServer READ searchingServer NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString serverProblem READ serverProblem NOTIFY stateChanged FINAL)
    Q_PROPERTY(QString note READ note NOTIFY stateChanged FINAL)       ///< what has been searched, in words
    Q_PROPERTY(QString problem READ problem NOTIFY stateChanged FINAL) ///< why it could not be searched; else empty
    Q_PROPERTY(QString summary READ summary NOTIFY stateChanged
                   FINAL) ///< "3 messages", "More than 50 messages"; empty for none

public:
    static constexpr int pageRows = 50;

    enum Roles {
        MessageIdRole = Qt::UserRole + 1,
        ConversationIdRole,
        NumberRole,  ///< of the message in its conversation
        HeadingRole, ///< who wrote it where: "You to Maya Okafor", "Ada in Refunds EU"
        InitialsRole,
        AvatarKeyRole,
        SnippetRole, ///< { text, marks }: plain text, never markup, and the hits in it as { from, length }
        TimeTextRole,
        FullTimeTextRole,
        InsideWordsRole,  ///< found only inside words; these come last
        OnServerOnlyRole, ///< not on this computer yet
    };

    /// `rows`: how many a page has.
    SearchModel(sync::Session &session, const Directory &directory, const ConversationListModel &conversations,
                int rows = pageRows, QObject *parent = nullptr);
    ~SearchModel() override; ///< gives a running search up

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] QString order() const;
    void setOrder(const QString &order);
    [[nodiscard]] QVariantList filters() const;
    [[nodiscard]] bool asked() const { return !m_query.isEmpty(); }
    [[nodiscard]] bool searching() const { return m_overtaken != nullptr; }
    [[nodiscard]] bool more() const { return m_page.more || m_server.hasMore(); }
    [[nodiscard]] bool complete() const { return m_page.complete; } ///< false while messages wait for being indexed
    [[nodiscard]] bool searchingServer() const { return m_server.state() == ServerSearch::State::Asking; }
    [[nodiscard]] QString serverProblem() const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] QString summary() const;

    Q_INVOKABLE void removeFilter(int index); ///< takes it out of the text
    Q_INVOKABLE void loadMore();
    Q_INVOKABLE void tryAgain(); ///< what failed

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild(); ///< the same hits with today's names and times

Q_SIGNALS:
    void textChanged();
    void orderChanged();
    void stateChanged();

private:
    struct Row {
        Message message;
        QString heading, initials, avatarKey, timeText;
        SearchSnippet snippet;
        bool insideWords = false;
        bool onServerOnly = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void search();     ///< from the beginning
    void searchSoon(); ///< again, when something has changed that hits may depend on
    void ask(const search::Position &after, int limit, bool keepsRows);
    void show(const Result<search::Page> &answer, bool keepsRows);
    void askServer(); ///< on, as far as the list goes
    void giveUp();
    [[nodiscard]] search::Request request() const;
    [[nodiscard]] QVector<UserId> peopleNamed(const QString &name) const;
    [[nodiscard]] Row rowOf(const MergedHit &merged) const;
    [[nodiscard]] QString headingOf(const Message &message) const;
    [[nodiscard]] QString problemOf(const search::Filter &filter) const;

    sync::Session &m_session;
    const Directory &m_directory;
    const ConversationListModel &m_conversations;
    int m_pageRows;
    QString m_text;
    search::Query m_query;
    search::Order m_order = search::Order::Newest;
    search::Page m_page; ///< all pages of this computer so far
    ServerSearch m_server;
    int m_serverHits = 0;                          ///< that the list wants of the server, behind those of this computer
    std::shared_ptr<std::atomic_bool> m_overtaken; ///< of the running search; null: none runs
    QString m_problem;
    QTimer m_soon;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
