// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"
#include "models/Refresh.h"
#include "models/RowListModel.h"
#include "models/files/SharedFiles.h"

namespace frontdesk::models {

/// A bounded window on the messages of one conversation, oldest first: row 0 is the oldest loaded. It grows page by
/// page to `windowRows`, then slides. Pending messages are its last rows while it stands at the newest. GUI thread.
class MessageListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ConversationPage")
    Q_PROPERTY(bool atNewest READ atNewest NOTIFY windowChanged FINAL)    ///< the last row is the newest message
    Q_PROPERTY(int newerCount READ newerCount NOTIFY windowChanged FINAL) ///< messages after the last row
    Q_PROPERTY(
        bool atOldest READ atOldest NOTIFY windowChanged FINAL) ///< row 0 is the first message of the conversation
    Q_PROPERTY(bool loading READ loading NOTIFY loadingChanged FINAL) ///< older or newer ones are on their way
    Q_PROPERTY(bool loaded READ loaded NOTIFY windowChanged FINAL)    ///< false until the first read
    Q_PROPERTY(QString loadProblem READ loadProblem NOTIFY loadingChanged
                   FINAL) ///< why others could not be fetched; else empty
    /// Row of the message that was to be revealed, until forgotten; -1: none.
    Q_PROPERTY(int revealedRow READ revealedRow NOTIFY revealed FINAL)
    Q_PROPERTY(int firstUnreadRow READ firstUnreadRow NOTIFY windowChanged FINAL) ///< row of the "New" line, -1: none

public:
    static constexpr int pageRows = 50;
    static constexpr int windowRows = 300;

    enum Roles {
        MessageIdRole = Qt::UserRole + 1,
        AuthorIdRole,
        AuthorNameRole,
        InitialsRole,
        AvatarKeyRole,
        TextRole, ///< plain text, never markup
        OwnRole,
        AtRole,           ///< milliseconds since 1970
        TimeTextRole,     ///< "09:41"
        FullTimeTextRole, ///< with date and seconds, for hovering
        DayTextRole,      ///< "Today", "Monday, 3 November"; empty when the row above is of the same day
        StartsGroupRole,  ///< first of its author and minute: show the name
        EndsGroupRole,    ///< last of its author and minute: show avatar and tail
        DeliveryRole,     ///< own ones: "queued", "sending", "sent", "delivered", "read", "refused"; else empty
        RefusalRole,      ///< why refused, in words
        EditedRole,       ///< the text is not the first one
        EditedTimeRole,   ///< when it was edited, with date and seconds; empty: it was not, or it is not known
        EditRefusedRole,  ///< why the last edit was not taken, in words; else empty
        EditTextRole,     ///< what that edit says; else empty
        FirstUnreadRole,  ///< the "New" line stands above this row
        FilesRole,        ///< a list of SharedFile
        RevealedRole,     ///< the one that was looked for
    };

    MessageListModel(sync::Session &session, const Directory &directory, SharedFiles &files,
                     ConversationId conversation, QObject *parent = nullptr);

    [[nodiscard]] bool atNewest() const { return !m_before; }
    [[nodiscard]] int newerCount() const;
    [[nodiscard]] bool atOldest() const;
    [[nodiscard]] bool loading() const { return m_fetching || m_paging; }
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] QString loadProblem() const { return m_loadProblem; }
    [[nodiscard]] int firstUnreadRow() const;
    /// Number of the newest loaded message of another person after the own read position; 0: none.
    [[nodiscard]] qint64 unreadUpTo() const;
    [[nodiscard]] std::optional<TimelineEntry> find(const MessageId &id) const; ///< of the loaded ones
    /// The own message before that one; an empty id: the last one.
    [[nodiscard]] std::optional<TimelineEntry> ownBefore(const MessageId &id) const;

    Q_INVOKABLE void loadOlder();
    Q_INVOKABLE void loadNewer();
    Q_INVOKABLE void jumpToNewest();
    Q_INVOKABLE void tryAgain(); ///< what could not be fetched
    /// Moves the window so that it has the message of this number, others around it; `revealed` follows.
    void reveal(qint64 number);
    [[nodiscard]] int revealedRow() const;
    Q_INVOKABLE void forgetRevealed(); ///< it has been seen

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild();      ///< the same messages with today's names and times
    void clearNewLine(); ///< who answers has read

Q_SIGNALS:
    void windowChanged();
    void loadingChanged();
    void revealed(); ///< revealedRow has its row, or none

private:
    struct Row {
        TimelineEntry entry;
        QString authorName, dayText, editedTime;
        QDate day; ///< of its time, here
        bool own = false, startsGroup = false, endsGroup = false, firstUnread = false, revealed = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void show(store::MessageWindow window);
    void updateRows();
    /// Whether another window has to come before the message that is looked for can be shown; sees to it.
    [[nodiscard]] bool seeksFurther();
    void fetchSought();
    void giveUpSeeking();
    void growBack();  ///< by a page, or slides by one when the window is full
    void growForth(); ///< likewise, by a page
    void page();
    void fetchOlder();
    void fetchNewer(); ///< what lies between the window and newer ones that are in the cache
    void fetch(qint64 before, void (MessageListModel::*grow)());
    void retryFetching();
    [[nodiscard]] qint64 lastNumber() const; ///< of the newest loaded message in the journal, 0: none

    sync::Session &m_session;
    const Directory &m_directory;
    SharedFiles &m_files;
    ConversationId m_conversation;
    Refresh<store::MessageWindow> m_refresh;
    store::MessageWindow m_window;
    std::optional<qint64> m_before; ///< the window ends before this number; absent: at the newest
    int m_limit = pageRows;
    std::optional<qint64> m_newAfter; ///< own read position when opened: the "New" line stands after it
    std::optional<qint64> m_sought;   ///< number of the message to reveal, until the window has it
    /// Where it is looked for.
    enum class Seeking { Around, UpToIt, OnServer, AfterFetching } m_seeking = Seeking::Around;
    std::optional<qint64> m_revealed;
    bool m_loaded = false;
    bool m_paging = false;   ///< reading another window from the cache
    bool m_fetching = false; ///< from the server into the cache
    QString m_loadProblem;
    std::function<void()> m_failed; ///< does again what failed with that problem
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
