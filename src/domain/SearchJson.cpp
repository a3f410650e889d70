// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/SearchJson.h"

#include "domain/Json.h"

#include <algorithm>

namespace frontdesk::search {

using namespace Qt::Literals::StringLiterals;

namespace {

template <class Id>
QJsonArray toJson(const QVector<Id> &ids)
{
    QJsonArray array;
    for (const Id &id : ids)
        array.append(id.text());
    return array;
}

QJsonObject toJson(const Term &term)
{
    QJsonObject object{{u"text"_s, term.text}};
    if (term.openEnd)
        object.insert("openEnd"_L1, true);
    if (term.excluded)
        object.insert("excluded"_L1, true);
    if (term.quoted)
        object.insert("quoted"_L1, true);
    return object;
}

bool readFlag(FieldReader &fields, QLatin1String name)
{
    return fields.has(name) && fields.boolean(name);
}

Term readTerm(FieldReader &fields)
{
    const Term term{.text = fold(fields.text("text"_L1, limits::termUnits)).text,
                    .openEnd = readFlag(fields, "openEnd"_L1),
                    .excluded = readFlag(fields, "excluded"_L1),
                    .quoted = readFlag(fields, "quoted"_L1)};
    if (term.text.isEmpty())
        fields.wrong(u"text"_s, u"must have a letter or a digit"_s);
    return term;
}

template <class Id>
std::optional<QVector<Id>> readIds(FieldReader &fields, QLatin1String name)
{
    if (!fields.has(name))
        return {};
    QVector<Id> ids;
    for (const QString &id : fields.texts(name, limits::ids))
        ids.append(Id(id));
    return ids;
}

Position readPosition(FieldReader &fields)
{
    return {.places = readFlag(fields, "inside"_L1) ? Places::Anywhere : Places::WordStarts,
            .beforeSeq = fields.optionalInteger("before"_L1).value_or(std::numeric_limits<qint64>::max())};
}

void insert(QJsonObject &object, const Position &position)
{
    if (position.places == Places::Anywhere)
        object.insert("inside"_L1, true);
    if (position.beforeSeq < std::numeric_limits<qint64>::max())
        object.insert("before"_L1, position.beforeSeq);
}

} // namespace

Request forServer(Request request)
{
    request.terms = request.terms.mid(0, limits::terms);
    for (Term &term : request.terms)
        if (term.text.size() > limits::termUnits) {
            const bool splits = term.text[limits::termUnits - 1].isHighSurrogate();
            term.text = term.text.left(limits::termUnits - (splits ? 1 : 0)).trimmed();
            term.openEnd = true;
        }
    if (request.authors && request.authors->size() > limits::ids)
        request.authors.reset();
    if (request.conversations && request.conversations->size() > limits::ids)
        request.conversations.reset();
    request.limit = std::min(request.limit, limits::rows);
    return request;
}

QJsonObject toJson(const Request &request)
{
    QJsonArray terms;
    for (const Term &term : request.terms)
        terms.append(toJson(term));
    QJsonObject object{{u"terms"_s, terms}, {u"limit"_s, request.limit}};
    if (request.authors)
        object.insert("authors"_L1, toJson(*request.authors));
    if (request.conversations)
        object.insert("conversations"_L1, toJson(*request.conversations));
    if (request.hasLink)
        object.insert("hasLink"_L1, true);
    if (request.hasFile)
        object.insert("hasFile"_L1, true);
    if (request.from > 0)
        object.insert("from"_L1, request.from);
    if (request.until < std::numeric_limits<qint64>::max())
        object.insert("until"_L1, request.until);
    if (request.order == Order::Relevance)
        object.insert("order"_L1, u"relevance"_s);
    insert(object, request.after);
    return object;
}

Request readRequest(FieldReader &fields)
{
    Request request;
    if (fields.has("terms"_L1))
        request.terms = fields.list("terms"_L1, limits::terms, readTerm);
    request.authors = readIds<UserId>(fields, "authors"_L1);
    request.conversations = readIds<ConversationId>(fields, "conversations"_L1);
    request.hasLink = readFlag(fields, "hasLink"_L1);
    request.hasFile = readFlag(fields, "hasFile"_L1);
    request.from = fields.optionalInteger("from"_L1).value_or(0);
    request.until = fields.optionalInteger("until"_L1).value_or(std::numeric_limits<qint64>::max());
    if (fields.has("order"_L1))
        request.order = fields.choice("order"_L1, [](const QString &name) -> std::optional<Order> {
            return name == "newest"_L1      ? std::optional(Order::Newest)
                   : name == "relevance"_L1 ? std::optional(Order::Relevance)
                                            : std::nullopt;
        });
    request.after = readPosition(fields);
    const qint64 limit = fields.optionalInteger("limit"_L1, 1).value_or(limits::rows);
    if (limit > limits::rows)
        fields.wrong(u"limit"_s, u"must be at most %1"_s.arg(limits::rows));
    request.limit = int(std::min<qint64>(limit, limits::rows));
    return request;
}

QJsonObject toJson(const Page &page)
{
    QJsonArray messages;
    for (const Hit &hit : page.hits)
        messages.append(frontdesk::toJson(hit.message));
    QJsonObject object{{u"messages"_s, messages}, {u"more"_s, page.more}, {u"complete"_s, page.complete}};
    if (page.more)
        insert(object, page.end);
    return object;
}

Page readPage(FieldReader &fields)
{
    Page page;
    for (const Message &message : fields.list("messages"_L1, limits::rows, readMessage))
        page.hits.append(Hit{.message = message, .highlights = {}});
    page.more = fields.boolean("more"_L1);
    page.complete = fields.boolean("complete"_L1);
    page.end = readPosition(fields);
    return page;
}

} // namespace frontdesk::search
