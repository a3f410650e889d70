// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchFind.h"
#include "server/storage/Database.h"

namespace frontdesk::server {

/// Answers searches from the index: what is in the conversations of who asks, all of their history. In the thread of
/// the database.
class SearchAnswers final : private search::MessageIndex {
public:
    /// `answerBytes`: how many bytes of messages as JSON one answer may carry.
    SearchAnswers(Database &database, qint64 answerBytes)
        : m_database(database)
        , m_answerBytes(answerBytes)
    {
    }

    /// Throws StorageFailure.
    search::Page find(const UserId &user, search::Request request);

private:
    Span spanOf(qint64 from, qint64 until) override;
    void read(const QString &words, const Span &span, const std::function<bool(const Message &)> &take) override;
    QSet<ConversationId> conversationsOf(const UserId &user);
    bool isComplete();

    Database &m_database;
    const qint64 m_answerBytes;
};

} // namespace frontdesk::server
