// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/RecordFilesModel.h"

#include "domain/WhenDone.h"
#include "models/Formatting.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QPointer>
#include <QtCore/QUuid>

namespace frontdesk::models {

namespace {

CreateRecord newFile(const RecordRef &about, const FileRef &file)
{
    return {.record = {RecordKind::File, QUuid::createUuid().toString(QUuid::WithoutBraces)},
            .set = {{fields::about, about.text()}, {fields::file, toJson(file)}},
            .lists = {}};
}

} // namespace

RecordFilesModel::RecordFilesModel(const Parts &parts, RecordRef about, QObject *parent)
    : RowListModel(parent)
    , m_parts(parts)
    , m_about(std::move(about))
{
    connect(&parts.texts, &RecordTexts::changed, this, &RecordFilesModel::rebuild);
    connect(&parts.waiting, &WaitingRecords::changed, this, &RecordFilesModel::rebuild);
}

void RecordFilesModel::show(const QVector<RecordState> &related)
{
    m_related.clear();
    for (const RecordState &state : related)
        if (state.record.kind == RecordKind::File)
            m_related.append(state);
    rebuild();
}

void RecordFilesModel::rebuild()
{
    QVector<Row> rows;
    for (const RecordState &state : std::as_const(m_related)) {
        auto file = fileFromJson(state.fields[fields::file]);
        if (!file)
            continue;
        rows.append({.record = state.record,
                     .file = std::move(file).value(),
                     .detail = tr("%1, %2", "who, when")
                                   .arg(m_parts.texts.directory().nameOf(state.createdBy),
                                        formatting::listTime(state.createdAt, m_parts.texts.now())),
                     .waiting = m_parts.waiting.waits(state.record),
                     .unsent = !m_parts.waiting.creationOf(state.record).isEmpty()});
    }
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.record; });
}

void RecordFilesModel::add(const QList<QUrl> &urls)
{
    m_problem.clear();
    for (const QUrl &url : urls) {
        ++m_copying;
        // The record may be left before the copy is there.
        sync::Session *const session = &m_parts.session;
        whenDone(session->attach(filePathFrom(url.toString(QUrl::FullyEncoded))), session,
                 [session, about = m_about, page = QPointer(this)](const Result<FileRef> &file) {
                     if (file)
                         session->submit(newFile(about, file.value()));
                     if (page)
                         page->copied(file);
                     else if (!file)
                         Q_EMIT session->failed(file.error());
                 });
    }
    Q_EMIT changed();
}

void RecordFilesModel::copied(const Result<FileRef> &file)
{
    --m_copying;
    if (!file)
        m_problem = file.error().message;
    Q_EMIT changed();
}

void RecordFilesModel::callOff(const QString &record)
{
    const auto ref = RecordRef::from(record);
    const CommandId creation = ref ? m_parts.waiting.creationOf(*ref) : CommandId();
    if (!creation.isEmpty())
        m_parts.session.discard(creation);
}

int RecordFilesModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant RecordFilesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case RecordRole:
        return row.record.text();
    case FileRole:
        return QVariant::fromValue(m_parts.files.of(row.file));
    case DetailRole:
        return row.detail;
    case WaitingRole:
        return row.waiting;
    case UnsentRole:
        return row.unsent;
    default:
        return {};
    }
}

QHash<int, QByteArray> RecordFilesModel::roleNames() const
{
    return {{RecordRole, "record"},
            {FileRole, "file"},
            {DetailRole, "detail"},
            {WaitingRole, "waiting"},
            {UnsentRole, "unsent"}};
}

} // namespace frontdesk::models
