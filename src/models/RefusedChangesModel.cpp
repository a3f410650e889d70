// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RefusedChangesModel.h"

#include "domain/Begun.h"
#include "domain/RecordSchema.h"
#include "domain/WhenDone.h"
#include "models/Formatting.h"
#include "models/RecordWords.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::models {

namespace {

constexpr int quotedLength = 80; // UTF-16 units

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RefusedChangesModel)
};

/// The one text that a command sets; an empty name: none, or several.
struct Editable {
    RecordKind kind = RecordKind::Conversation;
    QString field;
    QString value;

    [[nodiscard]] const FieldRule *rule() const { return schemaOf(kind).field(field); }
};

Editable editableOf(const CommandBody &body)
{
    if (const auto *create = std::get_if<CreateConversation>(&body); create && create->kind == ConversationKind::Group)
        return {RecordKind::Conversation, fields::title, create->title};
    if (const auto *create = std::get_if<CreateRecord>(&body)) {
        const QString field = create->record.kind == RecordKind::Note ? fields::text : fields::name;
        return schemaOf(create->record.kind).field(field)
                   ? Editable{create->record.kind, field, create->set[field].toString()}
                   : Editable();
    }
    const auto *change = std::get_if<ChangeRecord>(&body);
    if (!change || change->set.size() != 1 || !change->lists.isEmpty())
        return {};
    const Editable found{change->record.kind, change->set.constBegin().key(),
                         change->set.constBegin().value().toString()};
    const FieldRule *rule = found.rule();
    return rule && (rule->type == FieldType::Text || rule->type == FieldType::Lines) ? found : Editable();
}

/// The same command with another value in that field. A change has then seen what is there now.
CommandBody withValue(CommandBody body, const QString &value)
{
    if (auto *create = std::get_if<CreateConversation>(&body)) {
        create->title = value;
    } else if (auto *made = std::get_if<CreateRecord>(&body)) {
        made->set.insert(editableOf(body).field, value);
    } else if (auto *change = std::get_if<ChangeRecord>(&body)) {
        change->set.insert(editableOf(body).field, value);
        change->basis = {};
        change->was = {};
    }
    return body;
}

/// Whether it goes back to where it was typed when it cannot be written, or nobody misses it.
bool isGivenBack(const CommandBody &body)
{
    return begunFor(body) || std::holds_alternative<SendMessage>(body) || std::holds_alternative<EditMessage>(body) ||
           std::holds_alternative<MoveRead>(body) || std::holds_alternative<SetOwnValue>(body);
}

QString quoted(const QString &text)
{
    return formatting::oneLine(text, quotedLength);
}

/// What was to be done, as the beginning of "… was not accepted".
struct Describe {
    const Directory &directory;
    const RecordTexts &texts;

    QString operator()(const SendMessage &message) const
    {
        return Words::tr("Your message “%1”").arg(quoted(message.text));
    }
    QString operator()(const EditMessage &edit) const
    {
        return Words::tr("Your changed message “%1”").arg(quoted(edit.text));
    }
    QString operator()(const MoveRead &) const { return Words::tr("A read position"); }
    QString operator()(const CreateConversation &create) const
    {
        if (create.kind == ConversationKind::Group)
            return Words::tr("The new group “%1”").arg(quoted(create.title));
        return create.members.isEmpty()
                   ? Words::tr("A new conversation")
                   : Words::tr("The conversation with %1").arg(directory.nameOf(create.members.first()));
    }
    QString operator()(const CreateRecord &create) const
    {
        return words::newRecord(create.record.kind, quoted(words::titleOf(create.record.kind, create.set)));
    }
    QString operator()(const ChangeRecord &change) const
    {
        const Editable field = editableOf(change);
        if (!field.field.isEmpty())
            return Words::tr("%1, “%2”,", "Name of the group, “Sales”,")
                .arg(words::fieldName(field.kind, field.field), quoted(field.value));
        if (change.lists.contains(fields::labels))
            return Words::tr("A change of the labels (%1)")
                .arg(quoted((change.lists[fields::labels].add + change.lists[fields::labels].remove)
                                .join(QStringLiteral(", "))));
        if (change.lists.contains(fields::members))
            return Words::tr("A change of the members");
        QStringList names;
        for (const QString &set : change.set.keys())
            names.append(texts.fieldName(change.record.kind, set));
        return names.isEmpty() ? Words::tr("A change")
                               : Words::tr("A change (%1)", "of which fields").arg(names.join(QStringLiteral(", ")));
    }
    QString operator()(const SetOwnValue &own) const { return Words::tr("What your devices share (%1)").arg(own.key); }
};

} // namespace

RefusedChangesModel::RefusedChangesModel(sync::Session &session, const Directory &directory,
                                         const ConversationListModel &conversations, const RecordTexts &texts,
                                         QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_directory(directory)
    , m_conversations(conversations)
    , m_texts(texts)
    , m_refresh(
          this, [&session] { return session.store().refused(); },
          [this](const QVector<PendingCommand> &refused) { show(refused); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.outbox)
            m_refresh.request();
    });
    connect(&session, &sync::Session::refused, this, [this] { m_refresh.request(); });
    connect(&session, &sync::Session::notQueued, this, &RefusedChangesModel::keep);
    // Also those of an earlier run, and of a conversation that one has left since.
    connect(&conversations, &ConversationListModel::refreshed, this, &RefusedChangesModel::rebuild);
    connect(&directory, &Directory::usersChanged, this, &RefusedChangesModel::rebuild);
    m_refresh.request();
}

void RefusedChangesModel::show(const QVector<PendingCommand> &refused)
{
    m_refused.clear();
    m_better.removeIf([&](const auto &better) {
        return std::none_of(refused.begin(), refused.end(),
                            [&](const PendingCommand &command) { return command.command.id == better.key(); });
    });
    for (const PendingCommand &command : refused) {
        if (std::holds_alternative<MoveRead>(command.command.body))
            m_session.discard(command.command.id); // the next position replaces it, and nobody misses it
        else
            m_refused.append(command);
        readTitle(command.command.body);
    }
    rebuild();
}

void RefusedChangesModel::readTitle(const CommandBody &body)
{
    const auto *change = std::get_if<ChangeRecord>(&body);
    if (!change || !isCrm(change->record.kind) || m_titles.contains(change->record))
        return;
    const RecordRef record = change->record;
    m_titles.insert(record, {}); // asked for
    whenDone(m_session.store().record(record), this, [this, record](const std::optional<RecordState> &state) {
        if (!state)
            return;
        m_titles.insert(record, quoted(words::titleOf(record.kind, state->fields)));
        rebuild();
    });
}

QString RefusedChangesModel::describe(const CommandBody &body) const
{
    const QString what = std::visit(Describe{m_directory, m_texts}, body);
    const auto *change = std::get_if<ChangeRecord>(&body);
    const QString title = change ? m_titles.value(change->record) : QString();
    return title.isEmpty() ? what : tr("%1: %2", "Maya Okafor: Job, “Owner”,").arg(title, what);
}

void RefusedChangesModel::keep(const QVector<Command> &commands, const Error &reason)
{
    // An import, and a change of many records, say themselves what became of them.
    if (commands.size() != 1 || isGivenBack(commands.constFirst().body))
        return;
    m_unwritten.append({.command = commands.constFirst(), .state = Delivery::Queued, .refusal = reason});
    readTitle(commands.constFirst().body);
    rebuild();
}

bool RefusedChangesModel::dropUnwritten(const CommandId &id)
{
    if (!m_unwritten.removeIf([&](const PendingCommand &pending) { return pending.command.id == id; }))
        return false;
    rebuild();
    return true;
}

void RefusedChangesModel::rebuild()
{
    QVector<Row> rows;
    for (const PendingCommand &unwritten : std::as_const(m_unwritten))
        rows.append(
            {unwritten, tr("%1 was not saved: %2").arg(describe(unwritten.command.body), unwritten.refusal.message)});
    if (m_conversations.loaded())
        for (const PendingCommand &refused : std::as_const(m_refused))
            if (!isShownElsewhere(refused.command.body))
                rows.append({refused,
                             tr("%1 was not accepted: %2").arg(describe(refused.command.body), refused.refusal.message),
                             m_better.contains(refused.command.id) ? std::optional(m_better[refused.command.id])
                                                                   : std::nullopt});
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.refused.command.id; });
}

bool RefusedChangesModel::isShownElsewhere(const CommandBody &body) const
{
    if (const auto *message = std::get_if<SendMessage>(&body))
        return m_conversations.find(message->conversation);
    if (const auto *edit = std::get_if<EditMessage>(&body))
        return m_conversations.find(edit->conversation);
    return false;
}

const RefusedChangesModel::Row *RefusedChangesModel::find(const QString &changeId) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(),
                                    [&](const Row &row) { return row.refused.command.id.text() == changeId; });
    return found == m_rows.end() ? nullptr : &*found;
}

void RefusedChangesModel::retry(const QString &changeId)
{
    const Row *row = find(changeId);
    if (!row)
        return;
    const Command command = row->refused.command;
    if (const auto better = row->better)
        replace(changeId, *better);
    else if (dropUnwritten(command.id))
        m_session.submit(command.body);
    else
        m_session.retry(command.id);
}

void RefusedChangesModel::replace(const QString &changeId, const QString &value)
{
    const Row *row = find(changeId);
    if (!row)
        return;
    const FieldRule *rule = editableOf(row->refused.command.body).rule();
    const QString wanted = value.trimmed();
    if (!rule || (wanted.isEmpty() && rule->required))
        return;
    const CommandId id = row->refused.command.id;
    CommandBody better = withValue(row->refused.command.body, wanted);
    if (dropUnwritten(id)) {
        m_session.submit(std::move(better));
        return;
    }
    m_better.insert(id, wanted);
    m_session.replace(id, std::move(better));
    rebuild();
}

void RefusedChangesModel::discard(const QString &changeId)
{
    if (!dropUnwritten(CommandId(changeId)))
        m_session.discard(CommandId(changeId));
}

int RefusedChangesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RefusedChangesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const auto editable = [&] { return editableOf(row.refused.command.body); };
    switch (role) {
    case ChangeIdRole:
        return row.refused.command.id.text();
    case Qt::DisplayRole:
    case TextRole:
        return row.text;
    case ValueRole:
        return row.better.value_or(editable().value);
    case ValueNameRole:
        return editable().field.isEmpty() ? QString() : words::fieldName(editable().kind, editable().field);
    case LongestRole:
        return editable().rule() ? editable().rule()->longest : 0;
    case MayBeEmptyRole:
        return !editable().rule() || !editable().rule()->required;
    default:
        return {};
    }
}

QHash<int, QByteArray> RefusedChangesModel::roleNames() const
{
    return {{ChangeIdRole, "changeId"},   {TextRole, "text"},       {ValueRole, "value"},
            {ValueNameRole, "valueName"}, {LongestRole, "longest"}, {MayBeEmptyRole, "mayBeEmpty"}};
}

} // namespace frontdesk::models
