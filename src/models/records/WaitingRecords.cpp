// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/WaitingRecords.h"

namespace frontdesk::models {

namespace {

template <class Fields>
void insertNames(QSet<QString> &names, const Fields &fields)
{
    for (auto field = fields.begin(); field != fields.end(); ++field)
        names.insert(field.key());
}

} // namespace

WaitingRecords::WaitingRecords(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_refresh(
          this, [&session] { return session.store().pending(); },
          [this](const QVector<PendingCommand> &pending) { show(pending); })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.outbox || changes.everything)
            m_refresh.request();
    });
    m_refresh.request();
}

void WaitingRecords::show(const QVector<PendingCommand> &pending)
{
    QHash<RecordRef, QSet<QString>> fields;
    for (const PendingCommand &command : pending) {
        if (command.state == Delivery::Refused)
            continue;
        if (const auto *create = std::get_if<CreateRecord>(&command.command.body)) {
            insertNames(fields[create->record], create->set);
            insertNames(fields[create->record], create->lists);
        } else if (const auto *change = std::get_if<ChangeRecord>(&command.command.body);
                   change && isCrm(change->record.kind)) {
            insertNames(fields[change->record], change->set);
            insertNames(fields[change->record], change->lists);
        }
    }
    if (std::exchange(m_fields, fields) != fields)
        Q_EMIT changed();
}

} // namespace frontdesk::models
