// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/DraftFiles.h"

#include "domain/WhenDone.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QDateTime>

namespace frontdesk::models {

DraftFiles::DraftFiles(sync::Session &session, SharedFiles &shown, ConversationId conversation, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_shown(shown)
    , m_conversation(std::move(conversation))
{
    whenDone(m_session.store().draftFiles(m_conversation), this, [this](const QVector<FileRef> &files) {
        if (m_touched)
            return;
        m_files = files;
        Q_EMIT changed();
    });
}

QVariantList DraftFiles::shownFiles() const
{
    QVariantList shown;
    for (const FileRef &file : m_files)
        shown.append(QVariant::fromValue(m_shown.of(file)));
    return shown;
}

void DraftFiles::attach(const QList<QUrl> &urls)
{
    m_problem.clear();
    for (const QUrl &url : urls) {
        const QString path = filePathFrom(url.toString(QUrl::FullyEncoded));
        if (!url.isLocalFile() || path.isEmpty()) {
            fail(tr("Only files of this computer can be attached."));
            continue;
        }
        ++m_copying;
        whenDone(m_session.attach(path), this, [this](const Result<FileRef> &file) { copied(file); });
    }
    Q_EMIT changed();
}

void DraftFiles::attachPicture(const QByteArray &png)
{
    m_problem.clear();
    ++m_copying;
    const QString time = QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd HHmmss"));
    whenDone(m_session.attach(png, tr("Picture %1.png").arg(time)), this,
             [this](const Result<FileRef> &file) { copied(file); });
    Q_EMIT changed();
}

void DraftFiles::copied(const Result<FileRef> &file)
{
    --m_copying;
    if (!file)
        return fail(file.error().message);
    if (m_files.size() >= limits::filesOfMessage) {
        m_session.store().blobs().release({file.value()});
        return fail(tr("A message can have at most %n file(s).", nullptr, limits::filesOfMessage));
    }
    m_touched = true;
    m_files.append(file.value());
    save();
}

void DraftFiles::remove(int index)
{
    if (index < 0 || index >= m_files.size())
        return;
    m_touched = true;
    m_problem.clear();
    m_files.remove(index);
    save();
}

void DraftFiles::take()
{
    m_touched = true;
    m_problem.clear();
    m_files.clear(); // the outbox takes what was kept away together with adding the message
    Q_EMIT changed();
}

void DraftFiles::giveBack(const QVector<FileRef> &files)
{
    m_touched = true;
    m_files = files + m_files;
    save();
}

void DraftFiles::save()
{
    m_session.saveDraftFiles(m_conversation, m_files);
    Q_EMIT changed();
}

void DraftFiles::fail(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

} // namespace frontdesk::models
