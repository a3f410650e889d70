// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/HoleFiller.h"

#include "domain/WhenDone.h"
#include "sync/LaterAgain.h"

#include <QtCore/QTimer>

namespace frontdesk::sync {

namespace {

constexpr qint64 mostFetchedRows = 500; // docs/protocol.md, journal:fetch

QString keyOf(const store::Ledger::Hole &hole)
{
    return QStringLiteral("%1 %2").arg(hole.stream).arg(hole.from);
}

} // namespace

HoleFiller::HoleFiller(dialect::Link &link, store::Store &store, QObject *parent)
    : QObject(parent)
    , m_link(link)
    , m_store(store)
{
}

void HoleFiller::stop()
{
    ++m_connection;
    m_asked.clear();
}

void HoleFiller::fill()
{
    whenDone(m_store.ledger(), this, [this, connection = m_connection](const store::Ledger &ledger) {
        if (connection != m_connection)
            return;
        for (const store::Ledger::Hole &hole : ledger.holes)
            for (qint64 from = hole.from; from <= hole.to; from += mostFetchedRows)
                fetch({hole.stream, from, std::min(hole.to, from + mostFetchedRows - 1)});
    });
}

void HoleFiller::fetch(const store::Ledger::Hole &hole)
{
    if (m_asked.contains(keyOf(hole)))
        return;
    m_asked.insert(keyOf(hole));
    m_link.fetchRows(hole.stream, hole.from, hole.to,
                     [this, connection = m_connection, hole](const Result<QVector<DecodedRow>> &rows) {
                         if (connection == m_connection)
                             take(hole, rows);
                     });
}

void HoleFiller::take(const store::Ledger::Hole &hole, const Result<QVector<DecodedRow>> &rows)
{
    if (!rows) {
        const auto wait = waitBeforeNextTry(rows.error());
        if (!wait) {
            if (!endedWithTheConnection(rows.error()))
                Q_EMIT noticed(rows.error());
            return;
        }
        QTimer::singleShot(*wait, this, [this, connection = m_connection, hole] {
            if (connection != m_connection)
                return;
            m_asked.remove(keyOf(hole));
            fetch(hole);
        });
        return;
    }
    whenDone(m_store.fillHole(hole, rows.value()), this,
             [this, connection = m_connection, hole,
              count = int(rows.value().size())](const Result<store::Changes> &result) {
                 if (connection != m_connection)
                     return;
                 if (!result) {
                     Q_EMIT failed(result.error());
                     return;
                 }
                 Q_EMIT changed(result.value());
                 Q_EMIT filled(hole, count);
             });
}

} // namespace frontdesk::sync
