// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/ExportColumns.h"

#include "exchange/DraftWriter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QDateTime>

namespace frontdesk::transfer {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

// What a view can show and no import understands.
const QString createdAt = u"createdAt"_s;
const QString changedAt = u"changedAt"_s;

/// What stands in a file for a field of a view.
QStringList targetsOf(const QString &field, const exchange::ColumnMapping &all)
{
    if (field == fields::place)
        return {exchange::draftnames::pipeline, exchange::draftnames::stage, exchange::draftnames::lostReason};
    if (field == fields::value)
        return {field, u"value.currency"_s};
    return field == createdAt || field == changedAt || all.targets.contains(field) ? QStringList{field} : QStringList();
}

QString timeText(qint64 at)
{
    return at > 0 ? QDateTime::fromMSecsSinceEpoch(at, Qt::UTC).toString(Qt::ISODate) : QString();
}

} // namespace

ExportColumns::ExportColumns(RecordKind kind, const std::optional<QStringList> &shown,
                             QVector<exchange::CustomField> custom)
    : m_custom(std::move(custom))
    , m_mapping(exchange::fullMapping(nameOf(kind), m_custom))
{
    if (!shown)
        return;
    QStringList targets{fields::name};
    for (const QString &field : *shown)
        for (const QString &target : targetsOf(field, m_mapping))
            if (!targets.contains(target))
                targets.append(target);
    m_mapping.targets = targets;
}

QStringList ExportColumns::headings() const
{
    QStringList headings = exchange::headingsOf(m_mapping, m_custom);
    for (qsizetype i = 0; i < headings.size(); ++i) {
        if (m_mapping.targets[i] == createdAt)
            headings[i] = Words::tr("Created", "a column: when");
        else if (m_mapping.targets[i] == changedAt)
            headings[i] = Words::tr("Last change", "a column: when");
    }
    return headings;
}

QStringList ExportColumns::rowOf(const RecordState &record, const exchange::RecordDraft &draft) const
{
    QStringList row = exchange::rowOf(draft, m_mapping, m_custom);
    for (qsizetype i = 0; i < row.size(); ++i) {
        if (m_mapping.targets[i] == createdAt)
            row[i] = timeText(record.createdAt);
        else if (m_mapping.targets[i] == changedAt)
            row[i] = timeText(record.changedAt);
    }
    return row;
}

} // namespace frontdesk::transfer
