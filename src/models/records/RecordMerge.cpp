// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordMerge.h"

#include "domain/WhenDone.h"
#include "models/RecordWords.h"

#include <algorithm>
#include <memory>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

bool isNothing(const QJsonValue &value)
{
    return value.isNull() || value.isUndefined() || (value.isString() && value.toString().isEmpty());
}

/// The same record with every field that names `from` naming `to`.
QJsonObject renamed(const RecordState &state, const QVector<RecordRef> &from, const RecordRef &to)
{
    QJsonObject set;
    for (const FieldRule &rule : schemaOf(state.record.kind).fields) {
        const QString value = state.fields.value(rule.name).toString();
        const auto any = RecordRef::from(value);
        if (rule.type == FieldType::Record && from.contains(RecordRef{rule.refersTo, value}))
            set.insert(rule.name, to.id);
        else if (rule.type == FieldType::AnyRecord && any && from.contains(*any))
            set.insert(rule.name, to.text());
    }
    return set;
}

/// What the person has seen: what somebody else has linked it to since then is not overwritten unseen.
ChangeRecord linkOf(const Conversation &conversation, const QString &contact)
{
    ChangeRecord link = linkContact(conversation.id, contact);
    link.basis.version = conversation.version;
    return link;
}

/// To whom they were linked before. One that somebody has linked to a third one since stays so.
void linkBack(sync::Session &session, QObject *context, const QVector<Conversation> &moved, const QString &kept)
{
    whenDone(session.store().conversations(), context, [&session, moved, kept](const store::ConversationList &list) {
        for (const ConversationSummary &now : list.conversations)
            for (const Conversation &before : moved)
                if (before.id == now.conversation.id && now.conversation.contact == kept)
                    session.submit(linkOf(now.conversation, before.contact));
    });
}

} // namespace

RecordMerge::RecordMerge(const Parts &parts, QVector<RecordRef> records, QObject *parent)
    : RowListModel(parent)
    , m_parts(parts)
    , m_refs(std::move(records))
{
    connect(&m_parts.texts, &RecordTexts::changed, this, &RecordMerge::tell);
    connect(&m_parts.session, &sync::Session::queued, this, [this](const CommandId &id) {
        if (id == m_last)
            Q_EMIT merged();
    });
    connect(&m_parts.session, &sync::Session::notQueued, this,
            [this](const QVector<Command> &commands, const Error &reason) {
                if (commands.constLast().id != m_last)
                    return;
                m_last = {};
                m_parts.undo.offer({}, {}); // there is nothing to take back
                m_problem = reason.message;
                Q_EMIT changed();
            });
    const auto states = std::make_shared<QVector<RecordState>>();
    for (const RecordRef &record : std::as_const(m_refs))
        whenDone(m_parts.session.store().record(record), this, [states](const std::optional<RecordState> &state) {
            if (state && !state->fields[fields::deleted].toBool())
                states->append(*state);
        });
    readNaming([this, states](const store::ConversationList &) { take(*states); });
}

void RecordMerge::readNaming(std::function<void(const store::ConversationList &)> then)
{
    // The reader answers in the order of the questions, so with the last one all are there.
    const auto naming = std::make_shared<QVector<RecordState>>();
    for (const RecordRef &record : std::as_const(m_refs))
        whenDone(m_parts.session.store().recordsNaming(record), this,
                 [naming](const QVector<RecordState> &found) { *naming += found; });
    whenDone(m_parts.session.store().conversations(), this,
             [this, naming, then = std::move(then)](const store::ConversationList &list) {
                 m_naming = *naming;
                 then(list);
             });
}

void RecordMerge::take(const QVector<RecordState> &states)
{
    m_states = states;
    m_refs.clear();
    for (const RecordState &state : states)
        m_refs.append(state.record);
    // The one about which most is known, of equals the oldest.
    const auto fullest = std::max_element(m_states.begin(), m_states.end(), [](const auto &a, const auto &b) {
        return std::pair(a.fields.size(), -a.createdAt) < std::pair(b.fields.size(), -b.createdAt);
    });
    m_kept = int(fullest - m_states.begin());
    m_loaded = m_states.size() > 1;
    rebuild();
}

void RecordMerge::rebuild()
{
    QVector<Row> rows;
    if (m_loaded) {
        const RecordKind kind = m_refs.first().kind;
        for (const FieldRule &rule : m_parts.texts.rulesOf(kind)) {
            Row row{.field = rule.name, .isList = false, .places = {}, .chosen = -1};
            for (int place = 0; place < m_states.size(); ++place) {
                const QJsonValue value = m_states[place].fields.value(rule.name);
                const bool isKnown = std::any_of(row.places.begin(), row.places.end(), [&](int other) {
                    return m_states[other].fields.value(rule.name) == value;
                });
                if (!isNothing(value) && !isKnown)
                    row.places.append(place);
            }
            if (rule.name == fields::deleted || row.places.isEmpty())
                continue;
            const QJsonValue own = m_states[m_kept].fields.value(rule.name);
            const auto winner = std::find_if(row.places.begin(), row.places.end(),
                                             [&](int place) { return m_states[place].fields.value(rule.name) == own; });
            row.chosen = m_chosen.value(rule.name, winner == row.places.end() ? row.places.first() : *winner);
            rows.append(row);
        }
        for (const ListRule &rule : schemaOf(kind).lists)
            if (!united(rule.name).isEmpty())
                rows.append({.field = rule.name, .isList = true, .places = {}, .chosen = 0});
    }
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.field; });
    tell();
}

void RecordMerge::tell()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    Q_EMIT changed();
}

QVariantList RecordMerge::records() const
{
    QVariantList entries;
    for (const RecordState &state : m_states)
        entries.append(
            QVariantMap{{u"value"_s, state.record.text()},
                        {u"text"_s, words::titleOf(state.record.kind, state.fields)},
                        {u"detail"_s, m_parts.texts.textOf(state.record.kind, u"createdAt"_s, state.createdAt)}});
    return entries;
}

QString RecordMerge::kept() const
{
    return m_loaded ? m_states[m_kept].record.text() : QString();
}

void RecordMerge::setKept(const QString &record)
{
    const auto ref = RecordRef::from(record);
    const qsizetype place = ref ? m_refs.indexOf(*ref) : -1;
    if (place < 0 || place == m_kept)
        return;
    m_kept = int(place);
    m_chosen.clear();
    rebuild();
}

void RecordMerge::choose(const QString &field, int place)
{
    if (place < 0 || place >= m_states.size())
        return;
    m_chosen.insert(field, place);
    rebuild();
}

QString RecordMerge::summary() const
{
    if (!m_loaded)
        return {};
    int moved = 0;
    for (const RecordState &state : m_naming)
        moved += state.record == m_refs[m_kept] ||
                         renamed(state, m_refs, m_refs[m_kept]) == renamed(state, {m_refs[m_kept]}, m_refs[m_kept])
                     ? 0
                     : 1;
    return moved == 0 ? tr("Nothing else names what goes to the bin.")
                      : tr("%n deal(s), task(s), note(s) or people move along.", nullptr, moved);
}

QStringList RecordMerge::united(const QString &list) const
{
    QStringList all;
    for (const RecordState &state : m_states)
        for (const QString &entry : state.lists.value(list))
            if (!all.contains(entry))
                all.append(entry);
    all.sort();
    return all.mid(0, schemaOf(m_refs.first().kind).list(list)->most);
}

QVector<ReversibleChange> RecordMerge::changes() const
{
    const RecordState &kept = m_states[m_kept];
    QJsonObject set;
    ListChanges lists;
    for (const Row &row : m_rows) {
        if (row.isList)
            lists.insert(row.field, {.add = united(row.field), .remove = {}});
        else
            set.insert(row.field, m_states[row.chosen].fields.value(row.field));
    }
    QVector<ReversibleChange> all;
    const auto add = [&](const RecordState &state, const QJsonObject &fields, const ListChanges &entries) {
        if (const auto change = changeOf(state, fields, entries))
            all.append(*change);
    };
    add(kept, set, lists);
    QSet<RecordRef> seen;
    for (const RecordState &state : m_naming)
        if (!seen.contains(state.record) && !m_refs.contains(state.record)) {
            seen.insert(state.record);
            add(state, renamed(state, m_refs, kept.record), {});
        }
    for (const RecordState &state : m_states)
        if (state.record != kept.record)
            add(state, {{fields::deleted, true}}, {});
    return all;
}

/// What the person has seen: what somebody else has set since then is not overwritten unseen.
Basis RecordMerge::basisOf(const RecordRef &record) const
{
    for (const QVector<RecordState> &states : {m_states, m_naming})
        for (const RecordState &state : states)
            if (state.record == record)
                return {.version = state.version, .after = {}};
    return {};
}

CommandBody RecordMerge::commandOf(const ReversibleChange &change) const
{
    return ChangeRecord{.record = change.record,
                        .basis = basisOf(change.record),
                        .set = change.set,
                        .was = change.before,
                        .lists = change.lists,
                        .resolves = {}};
}

void RecordMerge::merge()
{
    if (!loaded())
        return;
    m_gathering = true;
    m_problem.clear();
    Q_EMIT changed();
    readNaming([this](const store::ConversationList &list) {
        m_gathering = false;
        write(movedOf(list));
    });
}

QVector<Conversation> RecordMerge::movedOf(const store::ConversationList &list) const
{
    QVector<Conversation> moved;
    for (const ConversationSummary &summary : list.conversations)
        if (const RecordRef contact{RecordKind::Contact, summary.conversation.contact};
            contact != m_states[m_kept].record && m_refs.contains(contact))
            moved.append(summary.conversation);
    return moved;
}

void RecordMerge::write(const QVector<Conversation> &moved)
{
    QVector<CommandBody> commands;
    QVector<ReversibleChange> done = changes();
    const RecordState kept = m_states[m_kept];
    const QString name = words::titleOf(kept.record.kind, kept.fields);
    QVector<RecordRef> notes;
    const auto note = [&](const RecordRef &about, const QString &text) {
        notes.append({RecordKind::Note, m_parts.ids.next(std::chrono::milliseconds(m_parts.texts.now()))});
        commands.append(CreateRecord{notes.constLast(), {{fields::text, text}, {fields::about, about.text()}}, {}});
    };
    for (const RecordState &state : std::as_const(m_states))
        if (state.record != kept.record) {
            note(kept.record, tr("“%1” was merged into this.").arg(words::titleOf(state.record.kind, state.fields)));
            note(state.record, tr("This was merged into “%1”.").arg(name));
        }
    for (const ReversibleChange &change : std::as_const(done))
        commands.append(commandOf(change));
    for (const RecordRef &made : std::as_const(notes))
        done.append(
            {.record = made, .set = {{fields::deleted, false}}, .before = {{fields::deleted, true}}, .lists = {}});
    for (const Conversation &conversation : moved)
        commands.append(linkOf(conversation, kept.record.id));
    m_last = m_parts.session.submit(std::move(commands)).constLast();
    Q_EMIT changed();
    m_parts.undo.offer(tr("%n record(s) became one: “%1”.", nullptr, int(m_states.size())).arg(name),
                       [&session = m_parts.session, &bulk = m_parts.bulk, done, moved, kept = kept.record.id] {
                           bulk.takeBack(done);
                           linkBack(session, &bulk, moved, kept);
                       });
}

QString RecordMerge::textOf(const QString &field, int place) const
{
    return m_parts.texts.textOf(m_refs[place].kind, field, m_states[place].fields.value(field));
}

QString RecordMerge::resultOf(const Row &row) const
{
    return row.isList ? united(row.field).join(u", "_s) : textOf(row.field, row.chosen);
}

int RecordMerge::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RecordMerge::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case FieldRole:
        return row.field;
    case Qt::DisplayRole:
    case LabelRole:
        return m_parts.texts.fieldName(m_refs.first().kind, row.field);
    case ChoosableRole:
        return row.places.size() > 1;
    case ChoicesRole: {
        QVariantList choices;
        for (const int place : row.places)
            choices.append(QVariantMap{
                {u"value"_s, place}, {u"text"_s, textOf(row.field, place)}, {u"chosen"_s, place == row.chosen}});
        return choices;
    }
    case ResultRole:
        return resultOf(row);
    case UnitedRole:
        return row.isList;
    default:
        return {};
    }
}

QHash<int, QByteArray> RecordMerge::roleNames() const
{
    return {{FieldRole, "field"},     {LabelRole, "label"},   {ChoosableRole, "choosable"},
            {ChoicesRole, "choices"}, {ResultRole, "result"}, {UnitedRole, "united"}};
}

} // namespace frontdesk::models
