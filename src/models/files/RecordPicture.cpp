// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/RecordPicture.h"

#include "domain/WhenDone.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QPointer>

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
    // The record may be left before the copy is there.
    sync::Session *const session = &m_session;
    whenDone(session->attach(filePathFrom(url.toString(QUrl::FullyEncoded))), session,
             [session, record = m_record, page = QPointer(this)](const Result<FileRef> &copy) {
                 const auto picture = checked(*session, copy);
                 if (page)
                     page->copied(picture);
                 else if (picture)
                     session->submit(ChangeRecord{.record = record,
                                                  .basis = {},
                                                  .set = {{fields::picture, toJson(picture.value())}},
                                                  .was = {},
                                                  .lists = {},
                                                  .resolves = {}});
                 else
                     Q_EMIT session->failed(picture.error());
             });
}

Result<FileRef> RecordPicture::checked(sync::Session &session, const Result<FileRef> &copy)
{
    if (!copy || isPicture(copy.value()))
        return copy;
    session.store().blobs().release({copy.value()});
    return Error{QStringLiteral("picture.kind"), tr("Choose a picture of the kind PNG, JPEG or WebP.")};
}

void RecordPicture::copied(const Result<FileRef> &picture)
{
    m_problem = picture ? QString() : picture.error().message;
    if (picture)
        m_set(toJson(picture.value()));
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
