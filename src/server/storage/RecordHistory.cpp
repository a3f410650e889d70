// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/RecordHistory.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

void RecordHistory::append(const Actor &actor, const QString &stream, const RecordRef &record, const QString &event,
                           const QJsonObject &payload, const QVector<RecordRef> &named)
{
    const qint64 seq = m_journal.nextSeq();
    m_journal.append(actor, stream, event, payload);
    const QVector<RecordRef> all = QVector<RecordRef>{record} + named;
    QVariantList bound;
    for (const RecordRef &about : all)
        bound += QVariantList{about.text(), seq};
    m_database.run(u"INSERT OR IGNORE INTO record_rows (record, seq) VALUES "_s +
                       Database::repeated(u"(?, ?)"_s, all.size()),
                   bound);
}

} // namespace frontdesk::server
