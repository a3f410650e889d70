// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/BulkActions.h"

#include "domain/RecordSchema.h"
namespace frontdesk::models {

BulkActions::BulkActions(sync::Session &session, const RecordTexts &texts, UndoOffer &undo, QObject *parent)
    : QObject(parent)
    , m_texts(texts)
    , m_bulk(session)
    , m_undo(undo)
{
    connect(&m_bulk, &BulkChange::progressed, this, &BulkActions::progressed);
}

double BulkActions::progress() const
{
    return m_bulk.total() > 0 ? double(m_bulk.done()) / m_bulk.total() : 0;
}

void BulkActions::run(RecordTableModel *table, const QJsonObject &set, const ListChanges &lists, Text text)
{
    auto [keys, others] = table->selected();
    if (keys.isEmpty() && others.isEmpty())
        return;
    m_bulk.change(std::move(keys), std::move(others), set, lists, m_texts.customFields(),
                  [this, text = std::move(text)](const QVector<ReversibleChange> &done) {
                      m_undo.offer(text(int(done.size())), [this, done] { takeBack(done); });
                  });
}

void BulkActions::takeBack(const QVector<ReversibleChange> &done)
{
    QVector<ReversibleChange> changes;
    for (const ReversibleChange &change : done)
        if (canBeTakenBack(change, m_texts.customFields()))
            changes.append(change);
    if (const int kept = int(done.size() - changes.size()); kept > 0)
        Q_EMIT noticed({QStringLiteral("bulk.kept"),
                        tr("%n record(s) stay as they are: the field cannot be empty again.", nullptr, kept)});
    m_bulk.takeBack(changes);
}

void BulkActions::set(RecordTableModel *table, const QString &field, const QString &text)
{
    const RecordKind kind = table->query().kind;
    if (const auto value = m_texts.valueFrom(kind, field, text))
        run(table, {{field, value.value()}}, {}, [name = m_texts.fieldName(kind, field)](int records) {
            return tr("%1 of %n record(s) was changed.", nullptr, records).arg(name);
        });
}

bool BulkActions::mayTag(RecordTableModel *table, const QString &tag) const
{
    return checkedEntry(table->query().kind, fields::tags, tag).ok();
}

void BulkActions::addTag(RecordTableModel *table, const QString &tag)
{
    if (const auto entry = checkedEntry(table->query().kind, fields::tags, tag))
        run(table, {}, {{fields::tags, {.add = {entry.value()}, .remove = {}}}}, [tag = entry.value()](int records) {
            return tr("%n record(s) got the tag “%1”.", nullptr, records).arg(tag);
        });
}

void BulkActions::removeTag(RecordTableModel *table, const QString &tag)
{
    if (const auto entry = checkedEntry(table->query().kind, fields::tags, tag))
        run(table, {}, {{fields::tags, {.add = {}, .remove = {entry.value()}}}}, [tag = entry.value()](int records) {
            return tr("The tag “%1” was taken from %n record(s).", nullptr, records).arg(tag);
        });
}

void BulkActions::moveToBin(RecordTableModel *table)
{
    run(table, {{fields::deleted, true}}, {},
        [](int records) { return tr("%n record(s) are in the bin.", nullptr, records); });
}

void BulkActions::restore(RecordTableModel *table)
{
    run(table, {{fields::deleted, false}}, {},
        [](int records) { return tr("%n record(s) were taken out of the bin.", nullptr, records); });
}

} // namespace frontdesk::models
