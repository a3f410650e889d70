// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConversationListModel.h"

#include "domain/SearchMatch.h"
#include "models/Formatting.h"

#include <numeric>

namespace frontdesk::models {

ConversationListModel::ConversationListModel(sync::Session &session, const Directory &directory,
                                             const OpenConflicts &conflicts, const OwnValues &own, QObject *parent)
    : RowListModel(parent)
    , m_directory(directory)
    , m_conflicts(conflicts)
    , m_own(own)
    , m_refresh(
          this, [&session] { return session.store().conversations(); },
          [this](store::ConversationList list) { show(std::move(list)); },
          [&session](std::chrono::milliseconds took) { return restOfList(session, took); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.everything || changes.drafts || !changes.conversations.isEmpty())
            m_refresh.request();
    });
    connect(&session, &sync::Session::typingChanged, this,
            [this](const ConversationId &id, const QVector<UserId> &typing) {
                m_typing.insert(id, typing);
                rebuild();
                Q_EMIT typingChanged(id);
            });
    connect(&directory, &Directory::usersChanged, this, &ConversationListModel::rebuild);
    connect(&directory, &Directory::presenceChanged, this, &ConversationListModel::rebuild);
    connect(&conflicts, &OpenConflicts::changed, this, &ConversationListModel::rebuild);
    connect(&own, &OwnValues::changed, this, [this] {
        if (m_sharedDrafts)
            rebuild();
    });
    m_refresh.request();
}

const Conversation *ConversationListModel::find(const ConversationId &id) const
{
    const auto found = std::find_if(m_list.conversations.begin(), m_list.conversations.end(),
                                    [&](const ConversationSummary &summary) { return summary.conversation.id == id; });
    return found == m_list.conversations.end() ? nullptr : &found->conversation;
}

bool ConversationListModel::isPending(const ConversationId &id) const
{
    return std::any_of(
        m_list.conversations.begin(), m_list.conversations.end(),
        [&](const ConversationSummary &summary) { return summary.conversation.id == id && summary.pending; });
}

std::optional<UserId> ConversationListModel::partnerOf(const Conversation &conversation) const
{
    if (conversation.kind != ConversationKind::Direct)
        return {};
    const auto other = std::find_if(conversation.members.begin(), conversation.members.end(),
                                    [this](const UserId &user) { return !m_directory.isMe(user); });
    // Somebody may have opened a conversation with themselves.
    return other == conversation.members.end() ? m_directory.me().id : *other;
}

QString ConversationListModel::titleOf(const Conversation &conversation) const
{
    const std::optional<UserId> partner = partnerOf(conversation);
    return partner ? m_directory.nameOf(*partner) : conversation.title;
}

QVector<ConversationId> ConversationListModel::titled(const QString &part) const
{
    QVector<ConversationId> ids;
    for (const ConversationSummary &summary : m_list.conversations)
        if (search::nameMatches(titleOf(summary.conversation), part))
            ids.append(summary.conversation.id);
    return ids;
}

QVector<ConversationId> ConversationListModel::thatAre(bool closed) const
{
    QVector<ConversationId> ids;
    for (const ConversationSummary &summary : m_list.conversations)
        if (summary.conversation.closed == closed)
            ids.append(summary.conversation.id);
    return ids;
}

void ConversationListModel::setShown(const QString &shown)
{
    if (m_shown == shown)
        return;
    m_shown = shown;
    Q_EMIT shownChanged();
}

void ConversationListModel::show(store::ConversationList list)
{
    forgetChanged(list);
    m_list = std::move(list);
    const auto &conversations = m_list.conversations;
    const int unread = int(std::accumulate(conversations.begin(), conversations.end(), qint64(0),
                                           [](qint64 sum, const auto &summary) { return sum + summary.unread; }));
    updateRows();
    if (unread != std::exchange(m_totalUnread, unread))
        Q_EMIT totalUnreadChanged();
    if (!std::exchange(m_loaded, true))
        Q_EMIT loadedChanged();
    Q_EMIT refreshed();
}

void ConversationListModel::forgetChanged(const store::ConversationList &next)
{
    QHash<ConversationId, Row> unchanged;
    QHash<ConversationId, const ConversationSummary *> before;
    for (const ConversationSummary &summary : std::as_const(m_list.conversations))
        before.insert(summary.conversation.id, &summary);
    for (const ConversationSummary &summary : next.conversations) {
        const ConversationId &id = summary.conversation.id;
        const ConversationSummary *known = before.value(id);
        const auto row = m_described.constFind(id);
        if (known && row != m_described.constEnd() && *known == summary &&
            m_list.drafts.value(id) == next.drafts.value(id))
            unchanged.insert(id, *row);
    }
    m_described = std::move(unchanged);
}

void ConversationListModel::rebuild()
{
    m_described.clear();
    updateRows();
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1), {TimeTextRole});
}

void ConversationListModel::updateRows()
{
    QVector<Row> rows;
    rows.reserve(m_list.conversations.size());
    for (const ConversationSummary &summary : std::as_const(m_list.conversations)) {
        auto described = m_described.constFind(summary.conversation.id);
        if (described == m_described.constEnd())
            described = m_described.insert(summary.conversation.id, rowOf(summary));
        rows.append(*described);
    }
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.id; });
}

ConversationListModel::Row ConversationListModel::rowOf(const ConversationSummary &summary) const
{
    const Conversation &conversation = summary.conversation;
    const std::optional<UserId> partner = partnerOf(conversation);
    Row row;
    row.id = conversation.id;
    row.kind = frontdesk::nameOf(conversation.kind);
    row.title = titleOf(conversation);
    row.avatarKey = partner ? partner->text() : conversation.id.text();
    row.presence = partner ? frontdesk::nameOf(m_directory.presenceOf(*partner).presence) : QString();
    row.lastAt = summary.sortAt;
    row.typingText = typingText(summary);
    row.draftText = formatting::oneLine(draftOf(conversation.id));
    row.labels = conversation.labels;
    row.conflicts = m_conflicts.countOf(recordOf(conversation.id));
    row.unread = int(summary.unread);
    row.pending = summary.pending;
    row.closed = conversation.closed;
    describeLast(summary, row);
    return row;
}

QString ConversationListModel::draftOf(const ConversationId &id) const
{
    const QString here = m_list.drafts.value(id);
    return here.isEmpty() && m_sharedDrafts ? m_own.value(ownDraftKey(id)).toString() : here;
}

void ConversationListModel::showSharedDrafts(bool on)
{
    m_sharedDrafts = on;
    rebuild();
}

void ConversationListModel::describeLast(const ConversationSummary &summary, Row &row) const
{
    if (!summary.last)
        return;
    row.lastText = formatting::oneLine(beginningOf(*summary.last));
    if (m_directory.isMe(summary.last->author)) {
        row.lastAuthor = tr("You", "who wrote the newest message");
        row.deliveryState = frontdesk::nameOf(summary.last->delivery);
    } else if (summary.conversation.kind == ConversationKind::Group) {
        row.lastAuthor = m_directory.shortNameOf(summary.last->author);
    }
}

QString ConversationListModel::typingText(const ConversationSummary &summary) const
{
    const QVector<UserId> typing = typingIn(summary.conversation.id);
    if (typing.isEmpty())
        return {};
    if (summary.conversation.kind == ConversationKind::Direct)
        return tr("typing…", "the other person of a conversation");
    if (typing.size() == 1)
        return tr("%1 is typing…").arg(m_directory.shortNameOf(typing.first()));
    return tr("%n people are typing…", nullptr, int(typing.size()));
}

int ConversationListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConversationListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case ConversationIdRole:
        return row.id.text();
    case KindRole:
        return row.kind;
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case InitialsRole:
        return formatting::initials(row.title);
    case AvatarKeyRole:
        return row.avatarKey;
    case LastTextRole:
        return row.lastText;
    case LastAuthorRole:
        return row.lastAuthor;
    case LastAtRole:
        return row.lastAt;
    case TimeTextRole:
        return formatting::listTime(row.lastAt, m_directory.now()); // of those that are seen: it takes long
    case UnreadRole:
        return row.unread;
    case PresenceRole:
        return row.presence;
    case TypingTextRole:
        return row.typingText;
    case DeliveryStateRole:
        return row.deliveryState;
    case HasDraftRole:
        return !row.draftText.isEmpty();
    case DraftTextRole:
        return row.draftText;
    case PendingRole:
        return row.pending;
    case FirstLabelRole:
        return row.labels.value(0);
    case LabelCountRole:
        return row.labels.size();
    case LabelsTextRole:
        return row.labels.join(QStringLiteral(", "));
    case ConflictsRole:
        return row.conflicts;
    case ClosedRole:
        return row.closed;
    case OpenRole:
        return !row.closed || row.unread > 0;
    default:
        return {};
    }
}

QHash<int, QByteArray> ConversationListModel::roleNames() const
{
    return {{ConversationIdRole, "conversationId"},
            {KindRole, "kind"},
            {TitleRole, "title"},
            {InitialsRole, "initials"},
            {AvatarKeyRole, "avatarKey"},
            {LastTextRole, "lastText"},
            {LastAuthorRole, "lastAuthor"},
            {LastAtRole, "lastAt"},
            {TimeTextRole, "timeText"},
            {UnreadRole, "unread"},
            {PresenceRole, "presence"},
            {TypingTextRole, "typingText"},
            {DeliveryStateRole, "deliveryState"},
            {HasDraftRole, "hasDraft"},
            {DraftTextRole, "draftText"},
            {PendingRole, "pending"},
            {FirstLabelRole, "firstLabel"},
            {LabelCountRole, "labelCount"},
            {LabelsTextRole, "labelsText"},
            {ConflictsRole, "conflicts"},
            {ClosedRole, "closed"},
            {OpenRole, "open"}};
}

} // namespace frontdesk::models
