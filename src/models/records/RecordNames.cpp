// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordNames.h"

#include "domain/WhenDone.h"
#include "models/RecordWords.h"

namespace frontdesk::models {

RecordNames::RecordNames(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    connect(&session, &sync::Session::changed, this, &RecordNames::forget);
}

QString RecordNames::nameOf(const RecordRef &record) const
{
    if (const QString *name = m_names.object(record))
        return *name;
    read(record);
    return {};
}

void RecordNames::read(const RecordRef &record) const
{
    if (m_asked.contains(record))
        return;
    m_asked.insert(record);
    auto *self = const_cast<RecordNames *>(this); // the answer comes in another turn of the event loop
    whenDone(m_session.store().record(record), self, [self, record](const std::optional<RecordState> &found) {
        self->m_asked.remove(record);
        const QString name = found ? words::titleOf(record.kind, found->fields) : QString();
        const QString *before = self->m_names.object(record);
        const bool isNew = !before || *before != name;
        self->m_names.insert(record, new QString(name));
        self->m_hasNew = self->m_hasNew || isNew;
        if (self->m_asked.isEmpty() && std::exchange(self->m_hasNew, false))
            Q_EMIT self->changed(); // once for all names of a screen of rows
    });
}

void RecordNames::forget(const store::Changes &changes)
{
    if (changes.everything) {
        m_names.clear();
        Q_EMIT changed();
        return;
    }
    for (const RecordRef &record : changes.records)
        if (m_names.contains(record))
            read(record);
}

} // namespace frontdesk::models
