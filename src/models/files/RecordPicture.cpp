// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/RecordPicture.h"

#include "domain/WhenDone.h"
#include "models/transfer/FilePath.h"

namespace frontdesk::models {

RecordPicture::RecordPicture(sync::Session &session, SharedFiles &files, const WaitingRecords &waiting,
                             RecordRef record, std::function<void(const QJsonValue &)> set, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_files(files)
    , m_waiting(waiting)
    , m_record(std::move(record))
    , m_set(std::move(set))
{
    connect(&m_waiting, &WaitingRecords::changed, this, &RecordPicture::changed);
}

void RecordPicture::show(const QJsonValue &picture)
{
    const auto file = fileFromJson(picture);
    SharedFile *const shown = file ? m_files.of(file.value()) : nullptr;
    if (shown == m_file)
        return;
    m_file = shown;
    if (m_file)
        m_file->see();
    Q_EMIT changed();
}

void RecordPicture::change(const QUrl &url)
{
    whenDone(m_session.attach(filePathFrom(url.toString(QUrl::FullyEncoded))), this,
             [this](const Result<FileRef> &file) { copied(file); });
}

void RecordPicture::copied(const Result<FileRef> &file)
{
    if (file && !isPicture(file.value())) {
        m_session.store().blobs().release({file.value()});
        m_problem = tr("Choose a picture of the kind PNG, JPEG or WebP.");
    } else {
        m_problem = file ? QString() : file.error().message;
    }
    if (m_problem.isEmpty())
        m_set(toJson(file.value()));
    Q_EMIT changed();
}

void RecordPicture::callOff()
{
    if (const CommandId change = m_waiting.pictureOf(m_record); !change.isEmpty())
        m_session.discard(change);
}

void RecordPicture::remove()
{
    m_problem.clear();
    m_set(QJsonValue::Null);
    Q_EMIT changed();
}

} // namespace frontdesk::models
