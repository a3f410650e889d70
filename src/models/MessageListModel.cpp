// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/MessageListModel.h"

#include "models/Formatting.h"

namespace frontdesk::models {

namespace {

/// An edit on its way is shown as a message on its way is.
Delivery deliveryOf(const TimelineEntry &entry)
{
    const bool editWaits = entry.edit && entry.edit->state != Delivery::Refused;
    return editWaits && entry.delivery != Delivery::Refused ? entry.edit->state : entry.delivery;
}

const PendingCommand *refusedEdit(const TimelineEntry &entry)
{
    return entry.edit && entry.edit->state == Delivery::Refused ? &*entry.edit : nullptr;
}

} // namespace

MessageListModel::MessageListModel(sync::Session &session, const Directory &directory, SharedFiles &files,
                                   ConversationId conversation, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_directory(directory)
    , m_files(files)
    , m_conversation(std::move(conversation))
    , m_refresh(
          this, [this] { return m_session.store().messages(m_conversation, m_before, m_limit); },
          [this](store::MessageWindow window) { show(std::move(window)); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.everything || changes.conversations.contains(m_conversation))
            m_refresh.request();
    });
    connect(&directory, &Directory::usersChanged, this, &MessageListModel::rebuild);
    connect(&directory, &Directory::presenceChanged, this, &MessageListModel::retryFetching);
    m_refresh.request();
}

void MessageListModel::show(store::MessageWindow window)
{
    if (m_sought && m_refresh.running())
        return; // the window around the message that is looked for comes next
    m_window = std::move(window);
    if (seeksFurther())
        return;
    if (m_before && lastNumber() >= m_window.newest)
        m_before.reset();
    if (!std::exchange(m_loaded, true) && m_window.newest > m_window.readUpTo)
        m_newAfter = m_window.readUpTo;
    const bool pageIsThere = m_paging && !m_refresh.running();
    if (pageIsThere)
        m_paging = false;
    updateRows();
    Q_EMIT windowChanged();
    if (pageIsThere)
        Q_EMIT loadingChanged();
    if (m_sought.has_value()) {
        m_sought.reset();
        Q_EMIT revealed();
    }
    if (m_window.messages.isEmpty() && m_window.olderOnServer && m_loadProblem.isEmpty())
        fetchOlder(); // nothing to scroll, so nobody else would ask
}

bool MessageListModel::seeksFurther()
{
    const auto isSought = [this](const Message &message) { return message.number == *m_sought; };
    const auto &messages = m_window.messages;
    if (m_sought && m_seeking == Seeking::OnServer)
        return true; // its answer may be in the cache before it is here, without what stands around it
    if (!m_sought || std::any_of(messages.begin(), messages.end(), isSought))
        return false;
    switch (m_seeking) {
    case Seeking::Around:
        m_seeking = Seeking::UpToIt;
        m_before = *m_sought + 1; // something behind it is missing: the window ends with it
        m_refresh.requestNow();
        return true;
    case Seeking::UpToIt:
        if (*m_sought > m_window.newest)
            break;
        fetchSought(); // it was never loaded onto this computer
        return true;
    case Seeking::OnServer:
    case Seeking::AfterFetching:
        break;
    }
    giveUpSeeking(); // it is gone, as after leaving the conversation
    return true;
}

void MessageListModel::fetchSought()
{
    m_seeking = Seeking::OnServer;
    const qint64 number = *m_sought;
    const qint64 before = number + pageRows / 2 + 1;
    whenDone(m_session.fetchHistory(m_conversation, before), this, [this, number, before](const Result<Done> &result) {
        if (m_sought != number)
            return;
        if (!result) {
            giveUpSeeking();
            m_loadProblem = result.error().message;
            m_failed = [this, number] { reveal(number); };
            Q_EMIT loadingChanged();
            return;
        }
        m_seeking = Seeking::AfterFetching;
        m_before = before;
        m_refresh.requestNow();
    });
}

void MessageListModel::giveUpSeeking()
{
    m_sought.reset();
    m_revealed.reset();
    m_before.reset();
    m_refresh.requestNow();
}

void MessageListModel::rebuild()
{
    updateRows();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {TimeTextRole});
}

void MessageListModel::updateRows()
{
    const QVector<PendingCommand> pending = atNewest() ? m_window.pending : QVector<PendingCommand>();
    const QVector<TimelineEntry> entries =
        timeline(m_window.messages, pending, m_conversation, m_directory.me().id, m_window.others);
    QHash<MessageId, qint64> editedAt;
    for (const Message &message : std::as_const(m_window.messages))
        if (message.editedAt > 0)
            editedAt.insert(message.id, message.editedAt);
    QVector<Row> rows;
    rows.reserve(entries.size());
    bool newLineStands = false;
    for (const TimelineEntry &entry : entries) {
        Row row;
        row.entry = entry;
        row.own = m_directory.isMe(entry.author);
        row.authorName = m_directory.nameOf(entry.author);
        row.day = formatting::day(entry.at); // once: looking up the time zone is most of what a row takes
        const bool editWaits = entry.edit && entry.edit->state != Delivery::Refused;
        if (const qint64 at = editWaits ? entry.edit->command.at : editedAt.value(entry.id); at > 0)
            row.editedTime = formatting::fullTime(at);
        const bool sameDay = !rows.isEmpty() && rows.last().day == row.day;
        if (!sameDay)
            row.dayText = formatting::dayHeading(entry.at, m_directory.now());
        row.revealed = m_revealed && entry.number == *m_revealed;
        row.firstUnread = m_newAfter && !newLineStands && !row.own && entry.number > *m_newAfter;
        newLineStands = newLineStands || row.firstUnread;
        row.startsGroup = !sameDay || row.firstUnread || rows.last().entry.author != entry.author ||
                          !formatting::isSameMinute(rows.last().entry.at, entry.at);
        row.endsGroup = true;
        if (!rows.isEmpty())
            rows.last().endsGroup = row.startsGroup;
        rows.append(row);
    }
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.entry.id; });
}

qint64 MessageListModel::lastNumber() const
{
    return m_window.messages.isEmpty() ? 0 : m_window.messages.last().number;
}

int MessageListModel::newerCount() const
{
    return atNewest() ? 0 : int(std::max<qint64>(0, m_window.newest - lastNumber()));
}

bool MessageListModel::atOldest() const
{
    return m_loaded && !m_window.olderCached && !m_window.olderOnServer;
}

int MessageListModel::firstUnreadRow() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.firstUnread; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

qint64 MessageListModel::unreadUpTo() const
{
    const auto &messages = m_window.messages;
    for (auto message = messages.rbegin(); message != messages.rend() && message->number > m_window.readUpTo; ++message)
        if (!m_directory.isMe(message->author))
            return message->number;
    return 0;
}

std::optional<TimelineEntry> MessageListModel::find(const MessageId &id) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.entry.id == id; });
    return found == m_rows.end() ? std::nullopt : std::optional(found->entry);
}

std::optional<TimelineEntry> MessageListModel::ownBefore(const MessageId &id) const
{
    auto from = m_rows.rbegin();
    if (!id.isEmpty())
        from = std::find_if(m_rows.rbegin(), m_rows.rend(), [&](const Row &row) { return row.entry.id == id; });
    if (!id.isEmpty() && from != m_rows.rend())
        ++from;
    const auto found = std::find_if(from, m_rows.rend(), [](const Row &row) { return row.own; });
    return found == m_rows.rend() ? std::nullopt : std::optional(found->entry);
}

void MessageListModel::loadOlder()
{
    if (loading() || !m_loaded)
        return;
    if (!m_window.olderCached) {
        if (m_window.olderOnServer)
            fetchOlder();
        return;
    }
    growBack();
}

void MessageListModel::growBack()
{
    if (m_limit < windowRows)
        m_limit += pageRows;
    else
        m_before = lastNumber() + 1 - pageRows;
    page();
}

void MessageListModel::loadNewer()
{
    if (loading() || !m_before)
        return;
    if (!m_window.newerCached && lastNumber() < m_window.newest) {
        fetchNewer();
        return;
    }
    growForth();
}

void MessageListModel::growForth()
{
    m_limit = std::min(m_limit + pageRows, int(windowRows));
    m_before = lastNumber() + 1 + pageRows;
    if (*m_before > m_window.newest)
        m_before.reset();
    page();
}

void MessageListModel::jumpToNewest()
{
    if (atNewest())
        return;
    m_before.reset();
    m_limit = pageRows;
    page();
}

void MessageListModel::reveal(qint64 number)
{
    m_sought = number;
    m_seeking = Seeking::Around;
    m_revealed = number;
    m_before = number + pageRows / 2 + 1;
    m_limit = pageRows;
    page();
}

int MessageListModel::revealedRow() const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [](const Row &row) { return row.revealed; });
    return found == m_rows.end() ? -1 : int(found - m_rows.begin());
}

void MessageListModel::forgetRevealed()
{
    if (!m_revealed)
        return;
    m_revealed.reset();
    updateRows();
    Q_EMIT revealed();
}

void MessageListModel::page()
{
    m_paging = true;
    Q_EMIT loadingChanged();
    m_refresh.requestNow();
}

void MessageListModel::fetchOlder()
{
    const qint64 first = m_window.messages.isEmpty() ? m_window.newest + 1 : m_window.messages.first().number;
    fetch(first, &MessageListModel::growBack);
}

void MessageListModel::fetchNewer()
{
    fetch(lastNumber() + 1 + pageRows, &MessageListModel::growForth);
}

void MessageListModel::fetch(qint64 before, void (MessageListModel::*grow)())
{
    if (m_fetching)
        return;
    m_fetching = true;
    m_loadProblem.clear();
    Q_EMIT loadingChanged();
    whenDone(m_session.fetchHistory(m_conversation, before), this, [this, before, grow](const Result<Done> &result) {
        m_fetching = false;
        if (!result) {
            m_loadProblem = result.error().message;
            m_failed = [this, before, grow] { fetch(before, grow); };
            Q_EMIT loadingChanged();
            return;
        }
        (this->*grow)();
    });
}

void MessageListModel::tryAgain()
{
    if (m_loadProblem.isEmpty())
        return;
    m_loadProblem.clear();
    Q_EMIT loadingChanged();
    m_failed();
}

void MessageListModel::retryFetching()
{
    if (m_loadProblem.isEmpty() || !m_directory.online())
        return;
    m_loadProblem.clear();
    Q_EMIT loadingChanged();
    m_refresh.request();
}

void MessageListModel::clearNewLine()
{
    if (!m_newAfter)
        return;
    m_newAfter.reset();
    updateRows();
    Q_EMIT windowChanged();
}

int MessageListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant MessageListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case MessageIdRole:
        return row.entry.id.text();
    case AuthorIdRole:
    case AvatarKeyRole:
        return row.entry.author.text();
    case AuthorNameRole:
        return row.authorName;
    case InitialsRole:
        return formatting::initials(row.authorName);
    case Qt::DisplayRole:
    case TextRole:
        return row.entry.text;
    case OwnRole:
        return row.own;
    case AtRole:
        return row.entry.at;
    case TimeTextRole:
        return formatting::timeOfDay(row.entry.at); // of those that are seen
    case FullTimeTextRole:
        return formatting::fullTime(row.entry.at);
    case DayTextRole:
        return row.dayText;
    case StartsGroupRole:
        return row.startsGroup;
    case EndsGroupRole:
        return row.endsGroup;
    case DeliveryRole:
        return row.own ? frontdesk::nameOf(deliveryOf(row.entry)) : QString();
    case RefusalRole:
        return row.entry.refusal.message;
    case EditedRole:
        return row.entry.edited;
    case EditedTimeRole:
        return row.editedTime;
    case EditRefusedRole:
        return refusedEdit(row.entry) ? refusedEdit(row.entry)->refusal.message : QString();
    case EditTextRole:
        return refusedEdit(row.entry) ? std::get<EditMessage>(refusedEdit(row.entry)->command.body).text : QString();
    case FirstUnreadRole:
        return row.firstUnread;
    case FilesRole:
        return QVariant::fromValue(m_files.of(row.entry.files));
    case RevealedRole:
        return row.revealed;
    default:
        return {};
    }
}

QHash<int, QByteArray> MessageListModel::roleNames() const
{
    return {{MessageIdRole, "messageId"},
            {AuthorIdRole, "authorId"},
            {AuthorNameRole, "authorName"},
            {InitialsRole, "initials"},
            {AvatarKeyRole, "avatarKey"},
            {TextRole, "text"},
            {OwnRole, "own"},
            {AtRole, "at"},
            {TimeTextRole, "timeText"},
            {FullTimeTextRole, "fullTimeText"},
            {DayTextRole, "dayText"},
            {StartsGroupRole, "startsGroup"},
            {EndsGroupRole, "endsGroup"},
            {DeliveryRole, "delivery"},
            {RefusalRole, "refusal"},
            {EditedRole, "edited"},
            {EditedTimeRole, "editedTime"},
            {EditRefusedRole, "editRefused"},
            {EditTextRole, "editText"},
            {FirstUnreadRole, "firstUnread"},
            {FilesRole, "files"},
            {RevealedRole, "revealed"}};
}

} // namespace frontdesk::models
