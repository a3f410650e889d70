// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/SearchModel.h"

#include "domain/SearchTokens.h"
#include "models/Formatting.h"

#include <QtCore/QDateTime>

namespace frontdesk::models {

using namespace std::chrono_literals;

namespace {

constexpr auto changeDelay = 400ms; // between a change of the cache and the search that takes it in
constexpr int relevantRows = 200;   // what is further down is no answer

qint64 startOf(const QDate &day)
{
    return day.startOfDay().toMSecsSinceEpoch();
}

QVariantMap toVariant(const SearchSnippet &snippet)
{
    QVariantList marks;
    for (const search::Range &mark : snippet.marks)
        marks.append(QVariantMap{{QStringLiteral("from"), mark.from}, {QStringLiteral("length"), mark.length}});
    return {{QStringLiteral("text"), snippet.text}, {QStringLiteral("marks"), marks}};
}

/// Several filters of one kind mean any of them; none means everything.
template <class Id, class Find>
std::optional<QVector<Id>> idsOf(const QStringList &names, Find find)
{
    if (names.isEmpty())
        return {};
    QVector<Id> ids;
    for (const QString &name : names)
        ids.append(find(name));
    return ids;
}

} // namespace

SearchModel::SearchModel(sync::Session &session, const Directory &directory, const ConversationListModel &conversations,
                         int rows, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_directory(directory)
    , m_conversations(conversations)
    , m_pageRows(rows)
    , m_server(session, directory)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(changeDelay);
    connect(&m_soon, &QTimer::timeout, this, [this] {
        if (!m_overtaken)
            ask({}, std::max(m_pageRows, int(m_rows.size())), false);
    });
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.everything || !changes.conversations.isEmpty())
            searchSoon();
    });
    connect(&m_server, &ServerSearch::changed, this, [this] {
        rebuild();
        Q_EMIT stateChanged();
    });
    connect(&directory, &Directory::usersChanged, this, &SearchModel::rebuild);
    connect(&conversations, &ConversationListModel::refreshed, this, &SearchModel::rebuild);
}

SearchModel::~SearchModel()
{
    giveUp();
}

void SearchModel::giveUp()
{
    if (m_overtaken)
        *m_overtaken = true;
    m_overtaken.reset();
}

void SearchModel::setText(const QString &text)
{
    if (text == m_text)
        return;
    m_text = text;
    m_query = search::parse(text, QDateTime::fromMSecsSinceEpoch(m_directory.now()).date());
    search();
    Q_EMIT textChanged();
}

QString SearchModel::order() const
{
    return m_order == search::Order::Newest ? QStringLiteral("newest") : QStringLiteral("relevance");
}

void SearchModel::setOrder(const QString &order)
{
    const auto wanted = order == QLatin1String("relevance") ? search::Order::Relevance : search::Order::Newest;
    if (wanted == m_order)
        return;
    m_order = wanted;
    search();
    Q_EMIT orderChanged();
}

QVariantList SearchModel::filters() const
{
    QVariantList filters;
    for (const search::Filter &filter : m_query.filters)
        filters.append(QVariantMap{{QStringLiteral("text"), m_text.mid(filter.place.from, filter.place.length)},
                                   {QStringLiteral("problem"), problemOf(filter)}});
    return filters;
}

QString SearchModel::problemOf(const search::Filter &filter) const
{
    if (filter.kind == search::Filter::From && peopleNamed(filter.value).isEmpty())
        return tr("Nobody is called “%1”").arg(filter.value);
    if (filter.kind == search::Filter::In && m_conversations.titled(filter.value).isEmpty())
        return tr("No conversation is called “%1”").arg(filter.value);
    return {};
}

void SearchModel::removeFilter(int index)
{
    if (index < 0 || index >= m_query.filters.size())
        return;
    const search::Range place = m_query.filters[index].place;
    setText((m_text.left(place.from).trimmed() + u' ' + m_text.mid(place.from + place.length).trimmed()).trimmed());
}

void SearchModel::loadMore()
{
    if (m_overtaken)
        return;
    if (m_page.more) {
        ask(m_page.end, m_pageRows, true);
        return;
    }
    m_serverHits = int(m_server.found().hits.size()) + m_pageRows;
    askServer();
}

void SearchModel::tryAgain()
{
    if (m_problem.isEmpty())
        m_server.tryAgain();
    else
        search();
}

void SearchModel::search()
{
    giveUp();
    m_soon.stop();
    if (m_query.isEmpty()) {
        m_server.end();
        show(search::Page(), false);
        return;
    }
    m_serverHits = m_pageRows;
    m_server.begin(request());
    ask({}, m_pageRows, false);
}

void SearchModel::searchSoon()
{
    if (!m_query.isEmpty() && !m_soon.isActive())
        m_soon.start();
}

search::Request SearchModel::request() const
{
    search::Request request{.terms = m_query.terms};
    request.authors = idsOf<UserId>(m_query.valuesOf(search::Filter::From),
                                    [this](const QString &name) { return peopleNamed(name); });
    request.conversations = idsOf<ConversationId>(
        m_query.valuesOf(search::Filter::In), [this](const QString &title) { return m_conversations.titled(title); });
    if (m_query.closed) {
        const QVector<ConversationId> named = request.conversations.value_or(QVector<ConversationId>());
        QVector<ConversationId> meant = m_conversations.thatAre(*m_query.closed);
        if (request.conversations)
            meant.removeIf([&](const ConversationId &id) { return !named.contains(id); });
        request.conversations = meant;
    }
    request.hasLink = m_query.hasLink;
    request.hasFile = m_query.hasFile;
    if (m_query.after.isValid())
        request.from = startOf(m_query.after);
    if (m_query.before.isValid())
        request.until = startOf(m_query.before);
    request.order = m_order;
    return request;
}

void SearchModel::ask(const search::Position &after, int limit, bool keepsRows)
{
    search::Request wanted = request();
    wanted.after = after;
    wanted.limit = m_order == search::Order::Newest ? limit : relevantRows;
    const auto overtaken = std::make_shared<std::atomic_bool>(false);
    wanted.overtaken = overtaken;
    m_overtaken = overtaken;
    Q_EMIT stateChanged();
    whenDone(m_session.store().search(std::move(wanted)), this,
             [this, overtaken, keepsRows](const Result<search::Page> &answer) {
                 if (overtaken != m_overtaken)
                     return;
                 m_overtaken.reset();
                 show(answer, keepsRows);
             });
}

void SearchModel::show(const Result<search::Page> &answer, bool keepsRows)
{
    m_problem = answer ? QString() : answer.error().message;
    search::Page page = answer ? answer.value() : search::Page();
    if (keepsRows)
        page.hits = m_page.hits + page.hits;
    m_page = std::move(page);
    rebuild();
    Q_EMIT stateChanged();
    askServer();
    if (!m_page.complete)
        searchSoon();
}

void SearchModel::askServer()
{
    if (m_order == search::Order::Newest)
        m_server.reach(m_page.more ? m_page.end : search::Position(), m_page.more ? 0 : m_serverHits);
}

QString SearchModel::serverProblem() const
{
    return m_server.state() == ServerSearch::State::Failed ? m_server.problem() : QString();
}

QString SearchModel::note() const
{
    if (!m_page.complete)
        return tr("Older messages are still being made searchable; this search goes on by itself.");
    switch (m_server.state()) {
    case ServerSearch::State::Idle:
        return {};
    case ServerSearch::State::Offline:
        return tr("Only what is on this computer was searched: there is no connection to the server.");
    case ServerSearch::State::Asking:
        return tr("The server is being searched for what is not on this computer.");
    case ServerSearch::State::Failed:
        return tr("Only this computer could be searched, the server could not: %1").arg(m_server.problem());
    case ServerSearch::State::Answered:
        return m_server.found().complete
                   ? tr("This computer and the server were searched.")
                   : tr("This computer and the server were searched. The server is still making older messages "
                        "searchable.");
    }
    return {};
}

QVector<UserId> SearchModel::peopleNamed(const QString &name) const
{
    if (name.compare(QLatin1String("me"), Qt::CaseInsensitive) == 0)
        return {m_directory.me().id};
    QVector<UserId> people;
    for (const User &user : m_directory.users())
        if (search::nameMatches(user.displayName, name) || search::nameMatches(user.name, name))
            people.append(user.id);
    return people;
}

QString SearchModel::headingOf(const Message &message) const
{
    const Conversation *conversation = m_conversations.find(message.conversation);
    const bool own = m_directory.isMe(message.author);
    const QString author = own ? tr("You") : m_directory.nameOf(message.author);
    if (!conversation)
        return author;
    const QString title = m_conversations.titleOf(*conversation);
    if (conversation->kind == ConversationKind::Group)
        return tr("%1 in %2", "who wrote it, in which group").arg(author, title);
    return own ? tr("You to %1").arg(title) : author;
}

SearchModel::Row SearchModel::rowOf(const MergedHit &merged) const
{
    const search::Hit &hit = merged.hit;
    const QString author = m_directory.nameOf(hit.message.author);
    Row row;
    row.message = hit.message;
    row.heading = headingOf(hit.message);
    row.initials = formatting::initials(author);
    row.avatarKey = hit.message.author.text();
    row.timeText = formatting::listTime(hit.message.at, m_directory.now());
    row.snippet = snippetOf(search::tokens::textOf(hit.message), hit.highlights);
    row.insideWords = hit.insideWords;
    row.onServerOnly = merged.onServerOnly;
    return row;
}

void SearchModel::rebuild()
{
    QVector<Row> rows;
    for (const MergedHit &hit : merged(m_page, m_server.found(), request()))
        rows.append(rowOf(hit));
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.message.id; });
}

QString SearchModel::summary() const
{
    if (m_query.isEmpty())
        return {};
    const int found = int(m_rows.size());
    if (found == 0)
        return {};
    return more() ? tr("More than %Ln message(s)", nullptr, found) : tr("%Ln message(s)", nullptr, found);
}

int SearchModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant SearchModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case MessageIdRole:
        return row.message.id.text();
    case ConversationIdRole:
        return row.message.conversation.text();
    case NumberRole:
        return row.message.number;
    case HeadingRole:
        return row.heading;
    case InitialsRole:
        return row.initials;
    case AvatarKeyRole:
        return row.avatarKey;
    case Qt::DisplayRole:
        return row.message.text;
    case SnippetRole:
        return toVariant(row.snippet);
    case TimeTextRole:
        return row.timeText;
    case FullTimeTextRole:
        return formatting::fullTime(row.message.at);
    case InsideWordsRole:
        return row.insideWords;
    case OnServerOnlyRole:
        return row.onServerOnly;
    default:
        return {};
    }
}

QHash<int, QByteArray> SearchModel::roleNames() const
{
    return {{MessageIdRole, "messageId"},
            {ConversationIdRole, "conversationId"},
            {NumberRole, "number"},
            {HeadingRole, "heading"},
            {InitialsRole, "initials"},
            {AvatarKeyRole, "avatarKey"},
            {SnippetRole, "snippet"},
            {TimeTextRole, "timeText"},
            {FullTimeTextRole, "fullTimeText"},
            {InsideWordsRole, "insideWords"},
            {OnServerOnlyRole, "onServerOnly"}};
}

} // namespace frontdesk::models
