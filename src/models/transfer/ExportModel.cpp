// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/ExportModel.h"

#include "domain/WhenDone.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QFileInfo>
#include <QtCore/QPromise>
#include <QtCore/QStandardPaths>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;
using transfer::FileFormat;

namespace {

QVariantMap choice(const QString &value, const QString &text)
{
    return {{u"value"_s, value}, {u"text"_s, text}};
}

} // namespace

ExportModel::ExportModel(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
{
    m_pool.setMaxThreadCount(1);
}

ExportModel::~ExportModel()
{
    cancel();
    m_pool.waitForDone();
}

QString ExportModel::format() const
{
    if (m_options.format == FileFormat::Csv)
        return u"csv"_s;
    return m_options.card == exchange::VCardVersion::V4 ? u"vcard4"_s : u"vcard3"_s;
}

QVariantList ExportModel::formats() const
{
    QVariantList formats{choice(u"csv"_s, tr("CSV"))};
    if (transfer::canExport(m_options.query.kind, FileFormat::VCard))
        formats += {choice(u"vcard4"_s, tr("vCard 4")), choice(u"vcard3"_s, tr("vCard 3"))};
    return formats;
}

void ExportModel::setFormat(const QString &format)
{
    const FileFormat wanted = format == "csv"_L1 ? FileFormat::Csv : FileFormat::VCard;
    if (running() || !transfer::canExport(m_options.query.kind, wanted))
        return;
    const QString oldEnd = u'.' + transfer::endingOf(m_options.format);
    m_options.format = wanted;
    m_options.card = format == "vcard3"_L1 ? exchange::VCardVersion::V3 : exchange::VCardVersion::V4;
    if (m_path.endsWith(oldEnd, Qt::CaseInsensitive))
        m_path = m_path.chopped(oldEnd.size()) + u'.' + transfer::endingOf(wanted);
    Q_EMIT changed();
}

void ExportModel::setAllColumns(bool all)
{
    m_allColumns = all;
    Q_EMIT changed();
}

void ExportModel::setPath(const QString &path)
{
    if (running())
        return;
    m_path = path.startsWith("file:"_L1) ? filePathFrom(path) : path;
    m_problem.clear();
    m_written = -1;
    Q_EMIT changed();
}

bool ExportModel::replaces() const
{
    return m_written < 0 && !running() && QFileInfo(filePathFrom(m_path)).isFile();
}

void ExportModel::begin(RecordTableModel *table)
{
    if (running())
        return;
    m_options.query = table->query();
    m_options.format = transfer::FileFormat::Csv;
    m_options.card = exchange::VCardVersion::V4;
    m_columns = table->columns();
    m_allColumns = false;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString name = m_options.query.kind == RecordKind::Company ? tr("Companies", "a file's name")
                         : m_options.query.kind == RecordKind::Deal  ? tr("Deals", "a file's name")
                                                                     : tr("Contacts", "a file's name");
    m_path = folder + u'/' + name + u".csv"_s;
    m_problem.clear();
    m_written = -1;
    Q_EMIT changed();
}

void ExportModel::run()
{
    if (running())
        return;
    const QString path = filePathFrom(m_path);
    if (path.isEmpty()) {
        m_problem = tr("Say which file is to be written.");
        Q_EMIT changed();
        return;
    }
    m_problem.clear();
    m_written = -1;
    m_progress = 0;
    m_stop = std::make_shared<std::atomic_bool>(false);
    transfer::ExportOptions options = m_options;
    if (!m_allColumns)
        options.columns = m_columns;
    const auto goOn = [this, stop = m_stop](qint64 written, qint64 all) {
        QMetaObject::invokeMethod(
            this,
            [this, written, all] {
                m_progress = double(written) / double(std::max<qint64>(1, all));
                Q_EMIT progressed();
            },
            Qt::QueuedConnection);
        return !stop->load();
    };
    const auto promise = std::make_shared<QPromise<Result<qint64>>>();
    promise->start();
    m_pool.start([promise, goOn, options, path, store = &m_session.store()] {
        promise->addResult(transfer::exportRecords(*store, options, path, goOn));
        promise->finish();
    });
    whenDone(promise->future(), this, [this](const Result<qint64> &written) { finish(written); });
    Q_EMIT changed();
    Q_EMIT progressed();
}

void ExportModel::finish(const Result<qint64> &written)
{
    const bool cancelled = m_stop->load();
    m_stop.reset();
    if (written)
        m_written = written.value();
    else if (!cancelled)
        m_problem = written.error().message;
    Q_EMIT changed();
}

void ExportModel::cancel()
{
    if (m_stop)
        m_stop->store(true);
}

} // namespace frontdesk::models
