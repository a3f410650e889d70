// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/AuditExport.h"

#include "domain/WhenDone.h"
#include "models/audit/AuditSentence.h"
#include "models/records/RecordSentence.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QDateTime>
#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

AuditExport::AuditExport(sync::Session &session, const RecordTexts &texts, const AuditModel &shown, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_texts(texts)
    , m_shown(shown)
{
}

void AuditExport::setPath(const QString &path)
{
    if (running())
        return;
    m_path = path.startsWith("file:"_L1) ? filePathFrom(path) : path;
    m_problem.clear();
    m_done = false;
    Q_EMIT changed();
}

bool AuditExport::replaces() const
{
    return !m_done && !running() && QFileInfo(filePathFrom(m_path)).isFile();
}

void AuditExport::begin()
{
    if (running())
        return;
    m_written = 0;
    setPath(QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) + u'/' +
            tr("Audit log", "a file's name") + u".csv"_s);
}

void AuditExport::run()
{
    if (running())
        return;
    const QString path = filePathFrom(m_path);
    if (path.isEmpty())
        return fail(tr("Say which file is to be written."));
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return fail(tr("%1 cannot be written: %2").arg(path, m_file->errorString()));
    m_file->setPermissions(QFile::ReadOwner | QFile::WriteOwner); // before anything is in it
    m_problem.clear();
    m_done = false;
    m_written = 0;
    m_query = m_shown.query();
    m_writer = exchange::CsvWriter();
    write({tr("Time (UTC)"), tr("Person"), tr("What"), tr("Record"), tr("Event"), tr("Address"), tr("Device")});
    ++m_run;
    fetch({});
    Q_EMIT changed();
}

void AuditExport::fetch(const QString &start)
{
    whenDone(m_session.fetchAudit(m_query, start), this, [this, run = m_run](const Result<dialect::AuditPage> &page) {
        if (run == m_run && running())
            take(page);
    });
}

void AuditExport::take(const Result<dialect::AuditPage> &page)
{
    if (!page)
        return fail(page.error().message);
    for (const DecodedRow &kept : page.value().rows) {
        const JournalRow &row = kept.row;
        const auto record = recordOf(kept);
        write({QDateTime::fromMSecsSinceEpoch(row.at, Qt::UTC).toString(Qt::ISODateWithMs),
               row.actor.isEmpty() ? QString() : m_texts.directory().nameOf(row.actor), auditSentence(kept, m_texts),
               record ? record->text() : QString(), row.event, row.payload["address"_L1].toString(),
               row.payload["device"_L1].toString()});
        ++m_written;
    }
    if (page.value().next.isEmpty())
        finish();
    else
        fetch(page.value().next);
    Q_EMIT changed();
}

void AuditExport::write(const QStringList &fields)
{
    m_file->write(m_writer.row(fields)); // what goes wrong, commit says
}

void AuditExport::finish()
{
    if (!m_file->commit())
        return fail(tr("%1 cannot be written: %2").arg(m_file->fileName(), m_file->errorString()));
    m_file.reset();
    m_done = true;
}

void AuditExport::fail(const QString &problem)
{
    m_file.reset(); // what was there before is still there
    m_problem = problem;
    Q_EMIT changed();
}

void AuditExport::cancel()
{
    if (!running())
        return;
    m_file.reset();
    Q_EMIT changed();
}

} // namespace frontdesk::models
