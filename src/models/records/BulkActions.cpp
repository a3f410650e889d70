// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/BulkActions.h"

#include "domain/RecordSchema.h"
#include "models/RecordWords.h"

namespace frontdesk::models {

BulkActions::BulkActions(sync::Session &session, UndoOffer &undo, QObject *parent)
    : QObject(parent)
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
    m_bulk.change(std::move(keys), std::move(others), set, lists,
                  [this, text = std::move(text)](const QVector<ReversibleChange> &done) {
                      m_undo.offer(text(int(done.size())), [this, done] { m_bulk.takeBack(done); });
                  });
}

void BulkActions::set(RecordTableModel *table, const QString &field, const QString &value)
{
    const RecordKind kind = table->query().kind;
    const auto checked = checkedValue(kind, field, value);
    if (checked)
        run(table, {{field, checked.value()}}, {}, [name = words::fieldName(kind, field)](int records) {
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
