// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/Import.h"

#include "domain/Permissions.h"
#include "domain/WhenDone.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::transfer {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

constexpr std::chrono::milliseconds betweenTellings{200};

} // namespace

Import::Import(sync::Session &session, ImportOptions options, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_options(std::move(options))
    , m_telling(this) // goes with it into another thread
{
    m_telling.setSingleShot(true);
    m_telling.setInterval(betweenTellings);
    connect(&m_telling, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_progress); });
    connect(&session, &sync::Session::acknowledged, this, &Import::acknowledged);
    connect(&session, &sync::Session::refused, this, &Import::refused);
    connect(&session, &sync::Session::failed, this, &Import::sessionFailed);
}

void Import::start()
{
    if (const auto problem = open())
        fail(*problem);
    else
        readOn();
}

std::optional<Error> Import::open()
{
    const RecordKind kind = m_options.file.kind;
    const Surroundings surroundings = readSurroundings(m_session.store(), kind);
    if (surroundings.me && !mayGive(surroundings.me->role, CreateRecord{.record = {kind, {}}, .set = {}, .lists = {}}))
        return Error{QStringLiteral("role.forbidden"), Words::tr("Your role lets you read only")};
    m_options.file.rules.statuses = surroundings.statuses;
    auto file = ImportFile::open(m_options.file, surroundings.custom);
    if (!file)
        return file.error();
    m_file = std::move(file).value();
    m_progress.size = m_file->size();
    m_maker.emplace(kind, m_file->key(), surroundings);
    m_mend.emplace(m_options.mendFile, m_options.file.path, m_file->columns(), m_file->delimiter());
    return {};
}

void Import::cancel()
{
    m_cancelled = true;
    endWhenDone();
}

/// One chunk for each turn of the event loop, so that it can be cancelled and told of meanwhile.
void Import::readOn()
{
    if (m_reading || m_ended || m_cancelled || m_over || m_waiting.size() > mostWaiting / 2)
        return;
    m_reading = true;
    QMetaObject::invokeMethod(this, &Import::readChunk, Qt::QueuedConnection);
}

void Import::readChunk()
{
    m_reading = false;
    if (m_cancelled || m_over)
        return;
    const auto rows = m_file->next();
    if (!rows) {
        fail(rows.error());
        return;
    }
    m_ended = rows.value().isEmpty();
    m_progress.read = m_file->position();
    take(rows.value());
    if (!m_telling.isActive())
        m_telling.start();
    readOn();
    endWhenDone();
}

void Import::take(const QVector<ImportRow> &rows)
{
    QVector<RowRecords> wanted;
    QVector<RecordRef> records;
    for (const ImportRow &row : rows) {
        wanted.append(m_maker->recordsOf(row.draft, row.number));
        records.append(wanted.constLast().record.record);
        for (const CreateRecord &other : wanted.constLast().others)
            records.append(other.record);
    }
    const QSet<RecordRef> known = await(m_session.store().known(records));
    QVector<CommandBody> bodies;
    QVector<Waiting> waiting;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        ++m_progress.rows;
        auto row = std::make_shared<Row>(Row{.cells = rows[i].cells, .line = rows[i].line, .problems = {}});
        row->there = known.contains(wanted[i].record.record);
        if (!row->there)
            row->problems = wanted[i].problems;
        const auto make = [&](const CreateRecord &create, bool isOwn) {
            if (known.contains(create.record) || !wanted[i].problems.isEmpty())
                return;
            ++row->waiting;
            bodies.append(create);
            waiting.append({row, create.record, isOwn});
        };
        for (const CreateRecord &other : wanted[i].others)
            make(other, false);
        make(wanted[i].record, true);
        if (row->waiting == 0)
            settle(row);
    }
    submit(std::move(bodies), waiting);
}

void Import::submit(QVector<CommandBody> bodies, const QVector<Waiting> &waiting)
{
    if (m_over || bodies.isEmpty())
        return;
    if (m_options.dryRun) {
        for (const Waiting &each : waiting)
            count(each);
        return;
    }
    const QVector<CommandId> ids = m_session.submit(std::move(bodies));
    for (qsizetype i = 0; i < ids.size(); ++i)
        m_waiting.insert(ids[i], waiting[i]);
}

void Import::acknowledged(const CommandId &id)
{
    if (!m_waiting.contains(id))
        return;
    count(m_waiting.take(id));
    readOn();
    endWhenDone();
}

void Import::refused(const CommandId &id, const Error &error)
{
    if (!m_waiting.contains(id))
        return;
    const Waiting refused = m_waiting.take(id);
    m_session.discard(id);
    if (error.code != QLatin1String("record.exists"))
        refused.row->problems.append(error.message);
    else
        refused.row->there = refused.row->there || refused.isOwn;
    if (--refused.row->waiting == 0)
        settle(refused.row);
    readOn();
    endWhenDone();
}

void Import::sessionFailed(const Error &error)
{
    // What could not be written to the outbox will not come; anything else is the session's to tell.
    if (m_waiting.contains(CommandId(error.detail[QLatin1String("command")].toString())))
        fail(error);
}

void Import::count(const Waiting &done)
{
    m_progress.companies += !done.isOwn && done.record.kind == RecordKind::Company ? 1 : 0;
    m_progress.notes += done.record.kind == RecordKind::Note ? 1 : 0;
    if (--done.row->waiting == 0)
        settle(done.row);
}

/// Everything about a row is known.
void Import::settle(const std::shared_ptr<Row> &row)
{
    if (!m_telling.isActive())
        m_telling.start();
    if (row->problems.isEmpty()) {
        ++(row->there ? m_progress.there : m_progress.made);
        return;
    }
    ++m_progress.wrong;
    if (m_problems.size() < ImportReport::mostProblems)
        m_problems.append({row->line, row->problems.join(QStringLiteral("; "))});
    if (m_options.dryRun && m_options.mendFile.isEmpty())
        return;
    QStringList problems = row->problems;
    problems.first().prepend(Words::tr("Line %1: ").arg(row->line));
    if (const auto added = m_mend->add(row->cells, problems); !added)
        fail(added.error());
}

void Import::endWhenDone()
{
    if (m_over || !m_waiting.isEmpty() || m_reading || !(m_ended || m_cancelled))
        return;
    m_over = true;
    m_telling.stop();
    Q_EMIT progressed(m_progress);
    Q_EMIT finished({.progress = m_progress,
                     .cancelled = m_cancelled && !m_ended,
                     .mendFile = m_mend ? m_mend->path() : QString(),
                     .leftOut = m_file ? m_file->leftOut() : QStringList(),
                     .problems = m_problems});
}

void Import::fail(const Error &error)
{
    if (std::exchange(m_over, true))
        return;
    m_telling.stop();
    Q_EMIT failed(error);
}

} // namespace frontdesk::transfer
