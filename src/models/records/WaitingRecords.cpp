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
          [this](const QVector<PendingCommand> &pending) { show(pending); },
          [this](std::chrono::milliseconds) {
              // Of a few it is seen at once that they wait; of thousands, as in an import, nobody looks at each.
              constexpr qsizetype few = 100;
              return std::chrono::seconds(m_fields.size() > few ? 1 : 0);
          })
{
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.outbox || changes.everything)
            m_refresh.request();
    });
    m_refresh.request();
}

void WaitingRecords::show(const QVector<PendingCommand> &pending)
{
    QHash<RecordRef, QSet<QString>> names;
    QHash<RecordRef, CommandId> creations;
    QHash<RecordRef, CommandId> pictures;
    for (const PendingCommand &command : pending) {
        if (command.state == Delivery::Refused)
            continue;
        if (const auto *create = std::get_if<CreateRecord>(&command.command.body)) {
            insertNames(names[create->record], create->set);
            insertNames(names[create->record], create->lists);
            if (command.state == Delivery::Queued)
                creations.insert(create->record, command.command.id);
        } else if (const auto *change = std::get_if<ChangeRecord>(&command.command.body);
                   change && isCrm(change->record.kind)) {
            insertNames(names[change->record], change->set);
            insertNames(names[change->record], change->lists);
            if (command.state == Delivery::Queued && change->set[fields::picture].isObject())
                pictures.insert(change->record, command.command.id);
        }
    }
    const bool same = m_fields == names && m_creations == creations && m_pictures == pictures;
    m_fields = std::move(names);
    m_creations = std::move(creations);
    m_pictures = std::move(pictures);
    if (!same)
        Q_EMIT changed();
}

} // namespace frontdesk::models
