// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/Crm.h"

#include "domain/Mentions.h"
#include "models/RecordWords.h"
#include "models/records/FieldText.h"
#include "models/records/ReversibleChange.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList entriesFrom(const QString &text)
{
    QStringList entries;
    for (const QString &part : text.split(u','))
        if (const QString entry = part.trimmed(); !entry.isEmpty())
            entries.append(entry);
    return entries;
}

} // namespace

Crm::Crm(sync::Session &session, const Directory &directory, const OpenConflicts &conflicts, SharedFiles &files,
         std::shared_ptr<const Clock> clock, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_clock(std::move(clock))
    , m_conflicts(conflicts)
    , m_files(files)
    , m_names(session)
    , m_pipelines(session)
    , m_workspace(session)
    , m_definitions(session, m_workspace)
    , m_texts(directory, m_names, m_pipelines, m_definitions)
    , m_waiting(session)
    , m_people(directory)
    , m_bulk(session, m_texts, m_undo)
    , m_setup({session, m_texts, conflicts, m_waiting, files}, m_definitions, m_undo, m_ids)
    , m_found(session, m_texts)
    , m_candidates(session, [this](RecordKind kind) -> DuplicateSearch & { return searchOf(kind); })
    , m_duplicates(m_names, [this](RecordKind kind) -> DuplicateSearch & { return searchOf(kind); })
{
    connect(&m_undo, &UndoOffer::changed, this, &Crm::undoChanged);
    connect(&m_bulk, &BulkActions::noticed, this, &Crm::noticed);
}

Crm::~Crm() = default;

RecordTableModel *Crm::table(std::unique_ptr<RecordTableModel> &place, RecordKind kind, const QStringList &columns)
{
    if (!place) {
        place = std::make_unique<RecordTableModel>(
            RecordTableModel::Parts{m_session, m_texts, m_conflicts, m_waiting, m_files}, kind, columns);
        place->setParent(this); // else QML would delete what a function returns
    }
    return place.get();
}

RecordTableModel *Crm::contacts()
{
    return table(m_contacts, RecordKind::Contact,
                 {fields::company, fields::status, fields::emails, u"changedAt"_s, fields::owner});
}

RecordTableModel *Crm::companies()
{
    return table(m_companies, RecordKind::Company, {u"website"_s, fields::tags, u"changedAt"_s, fields::owner});
}

RecordTableModel *Crm::deals()
{
    return table(m_deals, RecordKind::Deal,
                 {fields::place, fields::value, fields::contact, u"expectedClose"_s, fields::owner});
}

RecordTableModel *Crm::tasks()
{
    return table(m_tasks, RecordKind::Task, {fields::due, fields::about, fields::assignee, fields::done});
}

DealBoardModel *Crm::board()
{
    if (!m_board)
        m_board = std::make_unique<DealBoardModel>(
            RecordTableModel::Parts{m_session, m_texts, m_conflicts, m_waiting, m_files}, m_pipelines);
    return m_board.get();
}

ImportModel *Crm::fileImport()
{
    if (!m_import)
        m_import = std::make_unique<ImportModel>(m_session);
    return m_import.get();
}

ExportModel *Crm::fileExport()
{
    if (!m_export)
        m_export = std::make_unique<ExportModel>(m_session);
    return m_export.get();
}

RecordTableModel *Crm::tableOf(RecordKind kind)
{
    switch (kind) {
    case RecordKind::Company:
        return companies();
    case RecordKind::Deal:
        return deals();
    default:
        return contacts();
    }
}

SavedViewsModel *Crm::viewsOf(const QString &kind)
{
    const RecordKind wanted = recordKindFrom(kind).value_or(RecordKind::Contact);
    auto &views = m_views[wanted];
    if (!views) {
        views = std::make_unique<SavedViewsModel>(m_session, *tableOf(wanted), m_undo, m_clock);
        views->setParent(this); // else QML would delete what a function returns
        connect(views.get(), &SavedViewsModel::noticed, this, &Crm::noticed);
    }
    return views.get();
}

DuplicateSearch &Crm::searchOf(RecordKind kind)
{
    auto &search = m_searches[kind];
    if (!search)
        search = std::make_unique<DuplicateSearch>(m_session, kind);
    return *search;
}

void Crm::startMerge(const QStringList &records)
{
    QVector<RecordRef> refs;
    for (const QString &record : records)
        if (const auto ref = RecordRef::from(record))
            refs.append(*ref);
    std::unique_ptr<RecordMerge> merge;
    if (refs.size() > 1)
        merge = std::make_unique<RecordMerge>(RecordMerge::Parts{m_session, m_texts, m_bulk.changes(), m_undo, m_ids},
                                              refs);
    std::swap(m_merge, merge);
    Q_EMIT mergeChanged();
    if (merge)
        merge.release()->deleteLater(); // bindings of the view may still read it in this turn of the event loop
}

RecordTableModel *Crm::choicesFrom(const QString &kind)
{
    return kind == frontdesk::nameOf(RecordKind::Company) ? table(m_companyChoices, RecordKind::Company, {})
                                                          : table(m_contactChoices, RecordKind::Contact, {});
}

std::unique_ptr<RecordPage> Crm::pageOf(const RecordRef &record) const
{
    return std::make_unique<RecordPage>(RecordPage::Parts{m_session, m_texts, m_conflicts, m_waiting, m_files}, record);
}

void Crm::open(const QString &record)
{
    const auto ref = RecordRef::from(record);
    if (!ref || !isCrm(ref->kind) || (m_current && m_current->record() == record))
        return;
    auto page = pageOf(*ref);
    connect(page.get(), &RecordPage::gone, this, [this, record](const QString &title) {
        if (!m_current || m_current->record() != record)
            return;
        close();
        Q_EMIT noticed({u"record.gone"_s, tr("“%1” is not among what you see any more.").arg(title)});
    });
    show(std::move(page));
}

void Crm::openNote(const QString &record, const QString &note)
{
    open(record);
    if (m_current && m_current->record() == record)
        m_current->seek(note);
}

void Crm::close()
{
    if (m_current)
        show(nullptr);
}

void Crm::show(std::unique_ptr<RecordPage> page)
{
    std::swap(m_current, page);
    Q_EMIT currentChanged();
    if (!page)
        return;
    // Bindings of the view still read it until the view is gone, which has been asked to go before.
    m_closed.push_back(std::move(page));
    QMetaObject::invokeMethod(
        this, [this] { m_closed.clear(); }, Qt::QueuedConnection);
}

QString Crm::problemWith(const QString &kind, const QString &field, const QString &text) const
{
    const RecordKind wanted = recordKindFrom(kind).value_or(RecordKind::Contact);
    if (schemaOf(wanted).list(field)) {
        for (const QString &entry : entriesFrom(text))
            if (const auto checked = checkedEntry(wanted, field, entry); !checked)
                return checked.error().message;
        return {};
    }
    const auto value = m_texts.valueFrom(wanted, field, text);
    return value ? QString() : value.error().message;
}

QString Crm::create(const QString &kind, const QVariantMap &typed)
{
    const auto wanted = recordKindFrom(kind);
    if (!wanted || !isCrm(*wanted))
        return {};
    QJsonObject set;
    ListValues lists;
    for (auto field = typed.begin(); field != typed.end(); ++field) {
        const QString text = field->toString();
        if (schemaOf(*wanted).list(field.key())) {
            for (const QString &entry : entriesFrom(text))
                if (const auto checked = checkedEntry(*wanted, field.key(), entry))
                    lists[field.key()].append(checked.value());
        } else if (const auto value = m_texts.valueFrom(*wanted, field.key(), text);
                   value && !text.trimmed().isEmpty()) {
            set.insert(field.key(), value.value());
        }
    }
    if (missingIn(*wanted, set))
        return {};
    if (schemaOf(*wanted).field(fields::owner) && !set.contains(fields::owner))
        set.insert(fields::owner, m_texts.directory().me().id.text());
    if (*wanted == RecordKind::Deal && !set.contains(fields::place) && !m_pipelines.all().isEmpty())
        set.insert(fields::place, Pipelines::beginningOf(m_pipelines.all().first()));
    const RecordRef record = submitNew(*wanted, set, lists).record;
    open(record.text());
    return record.text();
}

Crm::Submitted Crm::submitNew(RecordKind kind, const QJsonObject &set, const ListValues &lists)
{
    const RecordRef record{kind, m_ids.next(m_clock->utc())};
    return {record, m_session.submit(CreateRecord{record, set, lists})};
}

QString Crm::addNote(const QString &about, const QString &text, const QStringList &mentioned)
{
    return submitNote({{fields::about, about}}, text, mentioned);
}

QString Crm::addCall(const QString &about, const QString &call, const QString &minutes, const QString &text,
                     const QStringList &mentioned)
{
    QJsonObject set{{fields::about, about}};
    for (const auto &[field, typed] : {std::pair(fields::call, call), {fields::minutes, minutes}})
        if (const auto value = m_texts.valueFrom(RecordKind::Note, field, typed); value && !typed.isEmpty())
            set.insert(field, value.value());
    return submitNote(set, text, mentioned);
}

std::optional<Crm::WrittenNote> Crm::writtenNote(const QString &text, const QStringList &mentioned) const
{
    const auto value = m_texts.valueFrom(RecordKind::Note, fields::text, text);
    if (!value)
        return {};
    WrittenNote note{.set = {{fields::text, value.value()}}, .mentioned = {}};
    mentions::Names names;
    for (const QString &id : mentioned)
        names.insert(UserId(id), m_texts.directory().nameOf(UserId(id)));
    names = mentions::standingIn(value.value().toString(), names);
    const int most = schemaOf(RecordKind::Note).list(fields::mentions)->most;
    for (auto name = names.begin(); name != names.end() && note.mentioned.size() < most; ++name)
        note.mentioned.append(name.key().text());
    // Without the names they are still told; only the note would not show what somebody is called later.
    if (const auto kept = checkedValue(RecordKind::Note, fields::mentionNames, mentions::toJson(names));
        kept && !names.isEmpty())
        note.set.insert(fields::mentionNames, kept.value());
    return note;
}

QString Crm::submitNote(const QJsonObject &about, const QString &text, const QStringList &mentioned)
{
    const auto note = writtenNote(text, mentioned);
    if (!note)
        return {};
    QJsonObject set = about;
    for (auto field = note->set.begin(); field != note->set.end(); ++field)
        set.insert(field.key(), field.value());
    ListValues lists;
    if (!note->mentioned.isEmpty())
        lists.insert(fields::mentions, note->mentioned);
    return submitNew(RecordKind::Note, set, lists).command.text();
}

void Crm::changeNote(const QString &note, BegunRecord *begun)
{
    const auto record = RecordRef::from(note);
    const RecordState *shown = record && m_current ? m_current->notes()->find(*record) : nullptr;
    if (!shown || !begun || !begun->seen())
        return;
    const QStringList before = shown->lists.value(fields::mentions);
    auto wanted = writtenNote(begun->text(), before + begun->mentioned());
    if (!wanted)
        return;
    if (!wanted->set.contains(fields::mentionNames) && shown->fields.contains(fields::mentionNames))
        wanted->set.insert(fields::mentionNames, QJsonObject());
    ListChange mentions{.add = wanted->mentioned, .remove = before};
    mentions.remove.removeIf([&](const QString &id) { return wanted->mentioned.contains(id); });
    const auto change = changeOf(*shown, wanted->set, {{fields::mentions, mentions}});
    if (!change) {
        begun->giveUp(); // it says that already
        return;
    }
    Basis basis;
    QJsonObject was;
    if (begun->seen()->version > 0) {
        basis.version = begun->seen()->version;
        was.insert(fields::text, begun->seen()->text);
    }
    const CommandId command = m_session.submit(ChangeRecord{.record = *record,
                                                            .basis = std::move(basis),
                                                            .set = change->set,
                                                            .was = was,
                                                            .lists = change->lists,
                                                            .resolves = {}});
    begun->kept(command.text());
}

QString Crm::addTask(const QString &about, const QString &name, const QString &due)
{
    const auto called = fieldtext::nameFrom(RecordKind::Task, name);
    if (!called)
        return {};
    QJsonObject set{
        {fields::name, called.value()}, {fields::about, about}, {fields::assignee, m_texts.directory().me().id.text()}};
    if (const auto at = m_texts.valueFrom(RecordKind::Task, fields::due, due); at && !at.value().isNull())
        set.insert(fields::due, at.value());
    return submitNew(RecordKind::Task, set).command.text();
}

void Crm::change(const RecordRef &record, const QJsonObject &set)
{
    m_session.submit(ChangeRecord{.record = record, .basis = {}, .set = set, .was = {}, .lists = {}, .resolves = {}});
}

void Crm::setDone(const QString &task, bool done)
{
    if (const auto record = RecordRef::from(task))
        change(*record, {{fields::done, done}});
}

void Crm::moveToBin(const QString &record, const QString &title)
{
    const auto ref = RecordRef::from(record);
    if (!ref || !isCrm(ref->kind))
        return;
    change(*ref, {{fields::deleted, true}});
    if (m_current && m_current->record() == record)
        close();
    m_undo.offer(tr("“%1” is in the bin.").arg(title), [this, ref] { change(*ref, {{fields::deleted, false}}); });
}

void Crm::undo()
{
    m_undo.undo();
}

QVariantList Crm::definedFields(const QString &kind) const
{
    QVariantList defined;
    const RecordKind wanted = recordKindFrom(kind).value_or(RecordKind::Contact);
    for (const FieldRule &rule : m_definitions.rules().of(wanted))
        if (isCustomField(rule.name))
            defined.append(QVariantMap{{u"field"_s, rule.name},
                                       {u"label"_s, m_texts.fieldName(wanted, rule.name)},
                                       {u"type"_s, RecordFieldsModel::nameOf(rule.type)},
                                       {u"required"_s, rule.required}});
    return defined;
}

QVariantList Crm::choicesOf(const QString &kind, const QString &field) const
{
    QVariantList choices;
    const auto add = [&](const QString &value, const QString &text) {
        choices.append(QVariantMap{{u"value"_s, value}, {u"text"_s, text}});
    };
    const RecordKind wanted = recordKindFrom(kind).value_or(RecordKind::Contact);
    const FieldRule *rule = m_texts.ruleOf(wanted, field);
    if (!rule)
        return choices;
    if (rule->type == FieldType::Choice) {
        for (const QString &choice : rule->choices)
            add(choice, m_texts.textOf(wanted, field, choice));
        if (isCustomField(field) && !rule->required)
            add({}, tr("None", "of the choices"));
    } else if (rule->type == FieldType::Flag) {
        add(u"true"_s, tr("Yes"));
        add(u"false"_s, tr("No"));
    } else if (rule->type == FieldType::Person) {
        for (const User &user : m_texts.directory().users())
            add(user.id.text(), m_texts.directory().isMe(user.id) ? tr("You", "an owner") : user.displayName);
    } else if (rule->type == FieldType::Place) {
        for (const Pipelines::Pipeline &pipeline : m_pipelines.all())
            for (const Pipelines::Stage &stage : pipeline.stages)
                add(pipeline.id + u' ' + stage.id, m_pipelines.nameOf(pipeline, stage));
    }
    return choices;
}

void Crm::rebuild()
{
    for (RecordTableModel *table : {m_contacts.get(), m_companies.get(), m_deals.get(), m_tasks.get(),
                                    m_contactChoices.get(), m_companyChoices.get()})
        if (table)
            table->rebuild();
    if (m_board)
        m_board->rebuild();
    if (m_current)
        m_current->rebuild();
    if (m_import)
        m_import->retranslate();
    m_people.refresh();
    m_setup.rebuild();
}

} // namespace frontdesk::models
