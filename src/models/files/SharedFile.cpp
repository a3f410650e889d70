// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/files/SharedFile.h"

#include "domain/WhenDone.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QLocale>
#include <QtCore/QStandardPaths>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 largestUnasked = 1024 * 1024; // bytes of a picture that comes when it is seen

} // namespace

SharedFile::SharedFile(sync::Session &session, FileRef file, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_file(std::move(file))
{
    look();
}

void SharedFile::look()
{
    whenDone(m_session.store().blobs().state(m_file), this, [this, look = ++m_looks](const store::BlobState &state) {
        if (look == m_looks) // what was asked before it was let go would be taken for what is there now
            show(state);
    });
}

void SharedFile::show(const store::BlobState &state)
{
    m_picture = state.picture;
    if (state.here && m_state != State::Going)
        m_state = State::Here;
    else if (!state.here && (m_state == State::Unknown || m_state == State::Here))
        m_state = State::Away; // not yet, or it was let go
    if (state.here)
        for (const auto &task : std::exchange(m_whenHere, {}))
            task();
    Q_EMIT changed();
    if (!m_whenHere.isEmpty())
        fetch();
    else if (m_seen)
        fetchIfSmall();
}

QString SharedFile::sizeText() const
{
    return QLocale().formattedDataSize(m_file.size, 1, QLocale::DataSizeSIFormat);
}

QString SharedFile::state() const
{
    switch (m_state) {
    case State::Unknown:
    case State::Away:
        return u"away"_s;
    case State::Coming:
        return u"coming"_s;
    case State::Here:
        return u"here"_s;
    case State::Going:
        return u"going"_s;
    case State::Failed:
        return u"failed"_s;
    }
    Q_UNREACHABLE();
}

double SharedFile::progress() const
{
    return double(m_bytes) / double(m_file.size);
}

bool SharedFile::isPicture() const
{
    const bool isHere = m_state == State::Here || m_state == State::Going;
    return frontdesk::isPicture(m_file) && (!isHere || (m_picture && isShowable(*m_picture)));
}

QUrl SharedFile::picture() const
{
    return m_picture && isShowable(*m_picture) ? QUrl::fromLocalFile(m_session.store().blobs().pathOf(m_file.hash))
                                               : QUrl();
}

QUrl SharedFile::proposal() const
{
    return QUrl::fromLocalFile(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation) + u'/' +
                               localNameFor(m_file));
}

void SharedFile::see()
{
    m_seen = true;
    if (m_state == State::Here)
        look(); // it may have been let go since
    else
        fetchIfSmall();
}

void SharedFile::fetchIfSmall()
{
    if (m_state == State::Away && frontdesk::isPicture(m_file) && m_file.size <= largestUnasked)
        fetch();
}

void SharedFile::fetch()
{
    if (m_state == State::Coming || m_state == State::Here || m_state == State::Going)
        return;
    m_state = State::Coming;
    m_bytes = 0;
    m_problem.clear();
    m_session.fetchFile(m_file);
    Q_EMIT changed();
}

void SharedFile::whenHere(std::function<void()> task)
{
    m_problem.clear();
    m_whenHere.append(std::move(task));
    if (m_state == State::Here || m_state == State::Going)
        look();
    else
        fetch();
}

void SharedFile::open()
{
    whenHere([this] {
        whenDone(m_session.store().blobs().openable(m_file), this, [this](const Result<QString> &copy) {
            if (copy)
                Q_EMIT openable(QUrl::fromLocalFile(copy.value()));
            else
                fail(copy.error().message);
        });
    });
}

void SharedFile::saveAs(const QUrl &target)
{
    const QString path = filePathFrom(target.toString(QUrl::FullyEncoded));
    if (path.isEmpty())
        return;
    whenHere([this, path] {
        whenDone(m_session.store().blobs().copyTo(m_file, path), this, [this](const Result<Done> &copied) {
            if (!copied)
                fail(copied.error().message);
        });
    });
}

void SharedFile::fail(const QString &problem)
{
    m_problem = problem;
    Q_EMIT changed();
}

void SharedFile::observe(const sync::FileProgress &progress)
{
    using Progress = sync::FileProgress::State;
    m_bytes = progress.bytes;
    switch (progress.state) {
    case Progress::Coming:
        m_state = State::Coming;
        break;
    case Progress::Going:
        m_state = State::Going;
        break;
    case Progress::Here:
    case Progress::Gone:
        m_state = State::Here;
        look();
        break;
    case Progress::Failed:
        m_state = State::Failed;
        m_problem = progress.error.message;
        m_whenHere.clear();
        break;
    }
    Q_EMIT changed();
}

} // namespace frontdesk::models
