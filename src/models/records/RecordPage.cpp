// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordPage.h"

#include "models/Formatting.h"
#include "models/RecordWords.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

RecordPage::RecordPage(const Parts &parts, RecordRef record, QObject *parent)
    : QObject(parent)
    , m_session(parts.session)
    , m_texts(parts.texts)
    , m_waiting(parts.waiting)
    , m_record(std::move(record))
    , m_viewers(m_session, m_texts.directory(), m_record)
    , m_fields(m_texts, m_waiting, m_viewers)
    , m_people(m_texts, m_waiting, RecordKind::Contact)
    , m_deals(m_texts, m_waiting, RecordKind::Deal)
    , m_tasks(m_texts, m_waiting, RecordKind::Task)
    , m_notes(m_texts, m_waiting, RecordKind::Note)
    , m_begunNote(m_session, m_record, RecordKind::Note)
    , m_begunTask(m_session, m_record, RecordKind::Task)
    , m_begunFields(m_session, m_record)
    , m_conflicts(m_session, parts.openConflicts, m_texts.directory(),
                  [this](const RecordRef &other) { return other == m_record || m_notes.find(other); },
                  {.current = [this](const RecordRef &other, const QString &field) { return valueOf(other, field); },
                   .textOf = [this](RecordKind kind, const QString &field,
                                    const QJsonValue &value) { return m_texts.textOf(kind, field, value); },
                   .valueFrom = [this](RecordKind kind, const QString &field,
                                       const QString &text) { return m_texts.valueFrom(kind, field, text); },
                   .nameOf =
                       [this](RecordKind kind, const QString &field) {
                           const QString name = m_texts.fieldName(kind, field);
                           return kind == m_record.kind ? name : tr("Note: %1", "a field of a note").arg(name);
                       }})
    , m_files({m_session, m_texts, m_waiting, parts.files}, m_record)
    , m_picture(m_session, parts.files, m_waiting, m_record,
                [this](const QJsonValue &picture) { change(frontdesk::fields::picture, picture); })
    , m_history(m_session, m_texts, m_record)
    , m_refresh(
          this, [this] { return m_session.store().record(m_record); },
          [this](const std::optional<RecordState> &state) { show(state); })
    , m_refreshRelated(
          this, [this] { return m_session.store().recordsNaming(m_record); },
          [this](const QVector<RecordState> &related) {
              for (RelatedRecordsModel *list : {&m_people, &m_deals, &m_tasks, &m_notes})
                  list->show(related);
              m_files.show(related);
              m_conflicts.rebuild();
          })
{
    connect(&m_session, &sync::Session::changed, this, &RecordPage::observe);
    connect(&m_texts, &RecordTexts::changed, this, &RecordPage::changed);
    connect(&m_waiting, &WaitingRecords::changed, this, &RecordPage::changed);
    connect(&m_viewers, &RecordViewers::changed, this, &RecordPage::viewersChanged);
    m_refresh.request();
    m_refreshRelated.request();
}

void RecordPage::observe(const store::Changes &changes)
{
    if (!changes.conversations.isEmpty())
        m_history.refresh(); // somebody may have written in one that is about this
    if (!changes.everything && changes.records.isEmpty())
        return;
    if (changes.everything || changes.records.contains(m_record))
        m_refresh.request();
    m_refreshRelated.request(); // another record may name this one now
    m_history.refresh();
}

void RecordPage::show(const std::optional<RecordState> &state)
{
    const bool isGone = m_state && !state;
    const QString called = title();
    m_state = state;
    RecordState nothing;
    nothing.record = m_record;
    m_fields.show(state.value_or(nothing));
    m_picture.show(value(frontdesk::fields::picture));
    m_conflicts.rebuild();
    Q_EMIT changed();
    if (isGone)
        Q_EMIT gone(called); // last: it may close the page
}

void RecordPage::rebuild()
{
    m_conflicts.rebuild();
    Q_EMIT changed();
    Q_EMIT viewersChanged();
}

QJsonValue RecordPage::value(const QString &field) const
{
    return m_state && m_state->fields.contains(field) ? m_state->fields[field] : QJsonValue();
}

QJsonValue RecordPage::valueOf(const RecordRef &record, const QString &field) const
{
    if (record == m_record)
        return value(field);
    const RecordState *note = m_notes.find(record);
    return note ? note->fields[field] : QJsonValue();
}

QString RecordPage::text(const QString &field) const
{
    return m_texts.textOf(m_record.kind, field, value(field));
}

QString RecordPage::title() const
{
    return m_state ? words::titleOf(m_record.kind, m_state->fields) : QString();
}

QString RecordPage::subtitle() const
{
    QStringList parts;
    switch (m_record.kind) {
    case RecordKind::Contact:
        parts = {text(u"job"_s), text(frontdesk::fields::company)};
        break;
    case RecordKind::Company:
        parts = {text(u"website"_s)};
        break;
    case RecordKind::Deal:
        parts = {text(frontdesk::fields::value), text(frontdesk::fields::place)};
        break;
    default:
        break;
    }
    parts.removeAll(QString());
    return parts.join(u" · "_s);
}

QString RecordPage::initials() const
{
    return formatting::initials(title());
}

QStringList RecordPage::tags() const
{
    return m_state ? m_state->lists.value(frontdesk::fields::tags) : QStringList();
}

QString RecordPage::problemWith(const QString &field, const QString &text) const
{
    const auto value = m_texts.valueFrom(m_record.kind, field, text);
    return value ? QString() : value.error().message;
}

void RecordPage::set(const QString &field, const QString &text, int seenVersion, const QString &seenText)
{
    const auto wanted = m_texts.valueFrom(m_record.kind, field, text);
    const auto edited = [&](const QJsonValue &held) { return m_texts.editTextOf(m_record.kind, field, held); };
    // A time has seconds that nobody sees while it is changed.
    if (!m_state || !wanted || edited(wanted.value()) == edited(value(field)))
        return;
    Basis basis;
    QJsonObject was;
    if (seenVersion > 0) {
        basis.version = seenVersion;
        const auto seen = m_texts.valueFrom(m_record.kind, field, seenText);
        was.insert(field, seen ? seen.value() : QJsonValue());
    }
    change(field, wanted.value(), std::move(basis), was);
}

void RecordPage::change(const QString &field, const QJsonValue &value, Basis basis, const QJsonObject &was)
{
    m_session.submit(ChangeRecord{.record = m_record,
                                  .basis = std::move(basis),
                                  .set = {{field, value}},
                                  .was = was,
                                  .lists = {},
                                  .resolves = {}});
}

void RecordPage::change(const QString &list, const ListChange &change)
{
    m_session.submit(
        ChangeRecord{.record = m_record, .basis = {}, .set = {}, .was = {}, .lists = {{list, change}}, .resolves = {}});
}

BegunRecord *RecordPage::begunChange(const QString &note)
{
    const auto record = RecordRef::from(note);
    if (!record)
        return nullptr;
    BegunRecord *&change = m_begunChanges[*record];
    if (!change)
        change = new BegunRecord(m_session, *record, RecordKind::Note, this);
    return change;
}

void RecordPage::addEntry(const QString &list, const QString &entry)
{
    const auto checked = checkedEntry(m_record.kind, list, entry);
    if (m_state && checked && !m_state->lists.value(list).contains(checked.value()))
        change(list, {.add = {checked.value()}, .remove = {}});
}

void RecordPage::removeEntry(const QString &list, const QString &entry)
{
    if (m_state && m_state->lists.value(list).contains(entry))
        change(list, {.add = {}, .remove = {entry}});
}

QString RecordPage::titleEditorsText() const
{
    return formatting::typingHere(m_viewers.namesOf(m_viewers.at(frontdesk::fields::name)));
}

void RecordPage::seek(const QString &note)
{
    m_soughtNote.clear(); // the same again is sought again
    Q_EMIT soughtNoteChanged();
    m_soughtNote = note;
    Q_EMIT soughtNoteChanged();
}

void RecordPage::look()
{
    if (++m_views == 1)
        m_viewers.look(m_editing);
}

void RecordPage::lookAway()
{
    if (--m_views > 0)
        return;
    m_editing.clear(); // its editor goes with the view
    m_viewers.lookAway();
}

void RecordPage::edit(const QString &field)
{
    if (m_views == 0)
        return;
    m_editing = field;
    m_viewers.look(m_editing);
}

void RecordPage::endEdit(const QString &field)
{
    if (m_editing != field)
        return; // another one was opened meanwhile
    m_editing.clear();
    m_viewers.look(m_editing);
}

void RecordPage::moveToBin()
{
    if (m_state && !deleted())
        change(frontdesk::fields::deleted, true);
}

void RecordPage::restore()
{
    if (m_state && deleted())
        change(frontdesk::fields::deleted, false);
}

} // namespace frontdesk::models
