// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialect/FrontdeskLink.h"

#include <QtCore/QTimer>

#include <atomic>

namespace frontdesk {

/// What goes wrong between a client and its server. Set by the test, obeyed in the engine thread.
struct Faults {
    std::atomic<int> dropPushes = 0;     ///< so many messages' pushes never arrive
    std::atomic<int> emptyPushes = 0;    ///< so many messages' pushes arrive without their row
    std::atomic<int> loseAnswers = 0;    ///< so many commands reach the server, but not their answers
    std::atomic<int> refuseSearches = 0; ///< so many searches are refused
    std::atomic<int> loseQuestions = 0;  ///< so many questions for rows or figures get no answer in time
    std::atomic<int> cutQuestions = 0;   ///< the connection ends instead of so many answers to them
    std::atomic<int> endings = 0;        ///< instead of so many pages the server ends the connection, and says why
    std::atomic<bool> holdPages = false; ///< answers with pages are held for as long
    std::atomic<int> together = 0;       ///< counts how often several commands were sent at once
    std::atomic<int> pages = 0;          ///< counts what was asked for
    std::atomic<int> fetches = 0;
    std::atomic<int> snapshots = 0;
    std::atomic<int> cutAfterPieces = 0;  ///< the connection ends after so many pieces of files have arrived
    std::atomic<int> cutAfterParts = 0;   ///< the same of files that come
    std::atomic<int> holdAfterPieces = 0; ///< the answer to that piece is held while `holding`
    std::atomic<bool> holding = false;
    std::atomic<int> pieces = 0; ///< counts those of files that were sent
    std::atomic<int> parts = 0;  ///< counts those of files that were asked for
};

/// The real link with faults in it.
class FaultyLink final : public dialect::Link {
    Q_OBJECT

public:
    FaultyLink(const QUrl &server, std::shared_ptr<Faults> faults)
        : m_inner(server)
        , m_faults(std::move(faults))
    {
        connect(&m_inner, &Link::transportOpened, this, &Link::transportOpened);
        connect(&m_inner, &Link::ready, this, &Link::ready);
        connect(&m_inner, &Link::passed, this, &Link::passed);
        connect(&m_inner, &Link::figuresChanged, this, &Link::figuresChanged);
        connect(&m_inner, &Link::noticed, this, &Link::noticed);
        connect(&m_inner, &Link::closed, this, &Link::closed);
        connect(&m_inner, &Link::pushed, this, [this](JournalBatch batch) {
            if (isMessage(batch) && take(m_faults->dropPushes))
                return;
            if (isMessage(batch) && take(m_faults->emptyPushes))
                batch.rows.clear();
            Q_EMIT pushed(batch);
        });
    }

    /// What it says when it ends the connection.
    static Error lastWords()
    {
        return {QStringLiteral("server.stopping"), QStringLiteral("Until later"), std::chrono::minutes(1)};
    }

    void open(const dialect::Greeting &greeting) override { m_inner.open(greeting); }
    void close() override { m_inner.close(); }
    [[nodiscard]] QString transport() const override { return m_inner.transport(); }
    void send(const Command &command, std::function<void(const dialect::CommandAnswer &)> answer) override
    {
        const bool lose = take(m_faults->loseAnswers);
        m_inner.send(command, [lose, answer = std::move(answer)](const dialect::CommandAnswer &real) {
            answer(lose ? lost() : real);
        });
    }
    void sendTogether(const QVector<Command> &commands,
                      const std::function<void(const CommandAnswers &)> &answer) override
    {
        ++m_faults->together;
        const bool lose = take(m_faults->loseAnswers);
        m_inner.sendTogether(commands, [lose, answer](CommandAnswers answers) {
            for (auto &[id, real] : answers)
                if (lose)
                    real = lost();
            answer(answers);
        });
    }
    void fetchPage(qint64 cursor, dialect::Answer<JournalBatch> answer) override
    {
        ++m_faults->pages;
        m_inner.fetchPage(cursor, [this, answer = endable(std::move(answer))](const Result<JournalBatch> &page) {
            afterHold(m_faults->holdPages, [answer, page] { answer(page); });
        });
    }
    void fetchSnapshot(const QString &page, dialect::Answer<dialect::SnapshotPart> answer) override
    {
        ++m_faults->snapshots;
        m_inner.fetchSnapshot(page, std::move(answer));
    }
    void fetchRows(const QString &stream, qint64 from, qint64 to, dialect::Answer<QVector<DecodedRow>> answer) override
    {
        ++m_faults->fetches;
        m_inner.fetchRows(stream, from, to, unreliable(std::move(answer)));
    }
    void fetchHistory(const ConversationId &conversation, qint64 before,
                      dialect::Answer<dialect::HistoryPart> answer) override
    {
        m_inner.fetchHistory(conversation, before, std::move(answer));
    }
    void fetchRecordHistory(const RecordRef &record, qint64 beforeSeq,
                            dialect::Answer<dialect::RecordHistoryPart> answer) override
    {
        m_inner.fetchRecordHistory(record, beforeSeq, std::move(answer));
    }
    void fetchAudit(const AuditQuery &query, const QString &start, dialect::Answer<dialect::AuditPage> answer) override
    {
        m_inner.fetchAudit(query, start, std::move(answer));
    }
    void search(const search::Request &request, dialect::Answer<search::Page> answer) override
    {
        if (take(m_faults->refuseSearches))
            answer(Error{QStringLiteral("server.busy"), QStringLiteral("The server is busy.")});
        else
            m_inner.search(request, std::move(answer));
    }
    void fetchActivities(qint64 beforeSeq, dialect::Answer<dialect::ActivitiesPart> answer) override
    {
        m_inner.fetchActivities(beforeSeq, std::move(answer));
    }
    void fetchKnown(const QVector<CommandId> &ids, dialect::Answer<QVector<CommandId>> answer) override
    {
        m_inner.fetchKnown(ids, endable(std::move(answer)));
    }
    void putFile(const FileRef &file, qint64 offset, const QByteArray &bytes, dialect::Answer<qint64> answer) override
    {
        const bool isPiece = !bytes.isEmpty();
        m_faults->pieces += isPiece ? 1 : 0;
        const bool cut = isPiece && m_faults->cutAfterPieces > 0 && --m_faults->cutAfterPieces == 0;
        if (isPiece && m_faults->holdAfterPieces > 0 && --m_faults->holdAfterPieces == 0)
            m_faults->holding = true;
        m_inner.putFile(file, offset, bytes, [this, cut, answer = std::move(answer)](const Result<qint64> &have) {
            if (cut)
                cutInsteadOf<qint64>(answer);
            else
                afterHold(m_faults->holding, [answer, have] { answer(have); });
        });
    }
    void getFile(const QString &hash, qint64 offset, qint64 limit, dialect::Answer<dialect::FilePart> answer) override
    {
        ++m_faults->parts;
        const bool cut = m_faults->cutAfterParts > 0 && --m_faults->cutAfterParts == 0;
        m_inner.getFile(hash, offset, limit,
                        [this, cut, answer = std::move(answer)](const Result<dialect::FilePart> &part) {
                            if (cut)
                                cutInsteadOf<dialect::FilePart>(answer);
                            else
                                answer(part);
                        });
    }
    void watchFigures(const figures::Query &query, dialect::Answer<figures::Answer> answer) override
    {
        m_inner.watchFigures(query, unreliable(std::move(answer)));
    }
    void unwatchFigures() override { m_inner.unwatchFigures(); }
    void ping(std::chrono::milliseconds timeout, dialect::Answer<dialect::Pong> answer) override
    {
        m_inner.ping(timeout, std::move(answer));
    }
    void setTyping(const ConversationId &conversation, bool typing) override
    {
        m_inner.setTyping(conversation, typing);
    }
    void setViewing(const std::optional<RecordRef> &record, const QString &field) override
    {
        m_inner.setViewing(record, field);
    }
    void setPresence(Presence presence, dialect::Answer<Done> answer) override
    {
        m_inner.setPresence(presence, std::move(answer));
    }
    void reportApplied(qint64 upTo) override { m_inner.reportApplied(upTo); }
    void renew(const QString &token) override { m_inner.renew(token); }

private:
    /// What was asked for has been done; the connection ends instead of the answer.
    template <class T>
    void cutInsteadOf(const dialect::Answer<T> &answer, const Error &reason = cut())
    {
        answer(cut());
        m_inner.close();
        Q_EMIT closed(reason);
    }
    static Error cut() { return {QStringLiteral("connection.lost"), QStringLiteral("Cut")}; }
    template <class T>
    dialect::Answer<T> unreliable(dialect::Answer<T> answer)
    {
        const bool lose = take(m_faults->loseQuestions);
        const bool cut = !lose && take(m_faults->cutQuestions);
        return [this, lose, cut, answer = std::move(answer)](const Result<T> &real) {
            if (cut)
                cutInsteadOf<T>(answer);
            else if (lose)
                answer(Error{QStringLiteral("connection.timedOut"), QStringLiteral("Lost")});
            else
                answer(real);
        };
    }
    /// Instead of a page, or of what the server knows of commands.
    template <class T>
    dialect::Answer<T> endable(dialect::Answer<T> answer)
    {
        const bool ends = take(m_faults->endings);
        return [this, ends, answer = std::move(answer)](const Result<T> &real) {
            if (ends)
                cutInsteadOf<T>(answer, lastWords());
            else
                answer(real);
        };
    }
    void afterHold(const std::atomic<bool> &holding, const std::function<void()> &task)
    {
        if (!holding)
            return task();
        QTimer::singleShot(5, this, [this, &holding, task] { afterHold(holding, task); });
    }
    static dialect::CommandAnswer lost()
    {
        return dialect::FateUnknown{{QStringLiteral("connection.timedOut"), QStringLiteral("Lost")}};
    }
    static bool isMessage(const JournalBatch &batch)
    {
        return !batch.rows.isEmpty() && std::holds_alternative<MessageAdded>(batch.rows.first().event);
    }
    static bool take(std::atomic<int> &count)
    {
        if (count <= 0)
            return false;
        --count;
        return true;
    }

    dialect::FrontdeskLink m_inner;
    std::shared_ptr<Faults> m_faults;
};

} // namespace frontdesk
