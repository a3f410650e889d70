// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/RecordFilesModel.h"

#include "domain/WhenDone.h"
#include "models/Formatting.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QUuid>

namespace frontdesk::models {

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
        whenDone(m_parts.session.attach(filePathFrom(url.toString(QUrl::FullyEncoded))), this,
                 [this](const Result<FileRef> &file) { copied(file); });
    }
    Q_EMIT changed();
}

void RecordFilesModel::copied(const Result<FileRef> &file)
{
    --m_copying;
    if (file)
        m_parts.session.submit(
            CreateRecord{.record = {RecordKind::File, QUuid::createUuid().toString(QUuid::WithoutBraces)},
                         .set = {{fields::about, m_about.text()}, {fields::file, toJson(file.value())}},
                         .lists = {}});
    else
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
