// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/Export.h"

#include "domain/WhenDone.h"
#include "exchange/CsvWriter.h"
#include "exchange/DraftWriter.h"
#include "exchange/VCardWriter.h"
#include "transfer/ExportColumns.h"
#include "transfer/Surroundings.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSaveFile>

namespace frontdesk::transfer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

constexpr qsizetype atOnce = 500; ///< records that are read

/// Records as the bytes of a file.
class Form {
public:
    Form(store::Store &store, const ExportOptions &options)
        : m_options(options)
        , m_surroundings(readSurroundings(store, options.query.kind))
        , m_drafts(m_surroundings, await(store.recordsOf(RecordKind::Note)))
        , m_columns(options.query.kind, options.columns, m_surroundings.custom)
    {
    }

    QByteArray beginning()
    {
        return m_options.format == FileFormat::Csv ? m_csv.row(m_columns.headings()) : QByteArray();
    }
    QByteArray bytesOf(const RecordState &record)
    {
        const exchange::RecordDraft draft = m_drafts.draftOf(record);
        return m_options.format == FileFormat::Csv
                   ? m_csv.row(m_columns.rowOf(record, draft))
                   : exchange::writeVCard(exchange::cardOf(draft, record.record.id), m_options.card);
    }

private:
    const ExportOptions &m_options;
    Surroundings m_surroundings;
    RecordDrafts m_drafts;
    ExportColumns m_columns;
    exchange::CsvWriter m_csv;
};

Error unwritable(const QFileDevice &file)
{
    return {QStringLiteral("file.unwritable"),
            Words::tr("Cannot write %1: %2").arg(file.fileName(), file.errorString())};
}

} // namespace

qint64 eachRecord(store::Store &store, const RecordQuery &query,
                  const std::function<bool(const RecordState &state, qint64 all)> &use)
{
    const store::RecordKeys found = await(store.records(query));
    qint64 used = 0;
    for (qsizetype from = 0; from < found.keys.size(); from += atOnce) {
        const QVector<qint64> keys = found.keys.mid(from, atOnce);
        const QHash<qint64, RecordState> confirmed = await(store.recordsAt(keys));
        for (const qint64 key : keys) {
            if (key >= 0 && !confirmed.contains(key))
                continue; // gone meanwhile
            const RecordState state = key < 0 ? found.waiting[-key - 1] : confirmed.value(key);
            if (!use(state, found.keys.size()))
                return used;
            ++used;
        }
    }
    return used;
}

Result<qint64> exportRecords(store::Store &store, const ExportOptions &options, QIODevice &device, const GoOn &goOn)
{
    Form form(store, options);
    std::optional<Error> problem;
    const auto write = [&](const QByteArray &bytes) {
        if (device.write(bytes) != bytes.size())
            problem = Error{QStringLiteral("file.unwritable"), Words::tr("Cannot write: %1").arg(device.errorString())};
        return !problem;
    };
    qint64 written = 0;
    const auto use = [&](const RecordState &state, qint64 all) {
        if (!write(form.bytesOf(state)))
            return false;
        if (++written % atOnce == 0 && goOn && !goOn(written, all))
            problem = Error{QStringLiteral("interrupted"), Words::tr("Interrupted")};
        return !problem;
    };
    if (write(form.beginning()))
        eachRecord(store, options.query, use);
    if (problem)
        return *problem;
    return written;
}

Result<qint64> exportRecords(store::Store &store, const ExportOptions &options, const QString &path, const GoOn &goOn)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return unwritable(file);
    auto written = exportRecords(store, options, file, goOn);
    if (written && !file.commit())
        return unwritable(file);
    return written;
}

} // namespace frontdesk::transfer
