// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/Session.h"

#include <QtCore/QUrl>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// A file that a message or a record names, as it is shown: whether it is on this computer, how far it is on its way,
/// and what can be done with it. GUI thread.
class SharedFile : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with what names it")
    Q_PROPERTY(QString name READ name CONSTANT FINAL)
    Q_PROPERTY(QString sizeText READ sizeText CONSTANT FINAL) ///< "1.2 MB"
    /// "away", "coming", "here", "going" (to the server), or "failed": to come, see `problem`.
    Q_PROPERTY(QString state READ state NOTIFY changed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY changed FINAL) ///< 0…1, while it comes or goes
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)  ///< in words; else empty
    Q_PROPERTY(
        bool isPicture READ isPicture NOTIFY changed FINAL)    ///< as it says itself, unless it turned out not to be
    Q_PROPERTY(QUrl picture READ picture NOTIFY changed FINAL) ///< that can be shown; empty: there is none yet
    Q_PROPERTY(int pictureWidth READ pictureWidth NOTIFY changed FINAL) ///< pixels; 0: not known
    Q_PROPERTY(int pictureHeight READ pictureHeight NOTIFY changed FINAL)
    Q_PROPERTY(bool mayBeOpened READ mayBeOpened CONSTANT FINAL) ///< by another program; else it can only be saved
    Q_PROPERTY(QUrl proposal READ proposal CONSTANT FINAL) ///< where to save it, under a name that every system takes

public:
    SharedFile(sync::Session &session, FileRef file, QObject *parent = nullptr);

    [[nodiscard]] const FileRef &file() const { return m_file; }
    [[nodiscard]] QString name() const { return m_file.name; }
    [[nodiscard]] QString sizeText() const;
    [[nodiscard]] QString state() const;
    [[nodiscard]] double progress() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isPicture() const;
    [[nodiscard]] QUrl picture() const;
    [[nodiscard]] int pictureWidth() const { return m_picture ? m_picture->width : 0; }
    [[nodiscard]] int pictureHeight() const { return m_picture ? m_picture->height : 0; }
    [[nodiscard]] bool mayBeOpened() const { return frontdesk::mayBeOpened(m_file); }
    [[nodiscard]] QUrl proposal() const;

    Q_INVOKABLE void see(); ///< it is in sight: a small picture comes by itself
    Q_INVOKABLE void fetch();
    Q_INVOKABLE void open();                     ///< `openable` follows, once it is here
    Q_INVOKABLE void saveAs(const QUrl &target); ///< once it is here

    void observe(const sync::FileProgress &progress);

Q_SIGNALS:
    void changed();
    void openable(const QUrl &copy); ///< to be handed to the system

private:
    enum class State { Unknown, Away, Coming, Here, Going, Failed };
    void look();
    void fetchIfSmall();
    void show(const store::BlobState &state);
    void whenHere(std::function<void()> task);
    void fail(const QString &problem);

    sync::Session &m_session;
    const FileRef m_file;
    State m_state = State::Unknown;
    qint64 m_bytes = 0; ///< that have come or gone
    QString m_problem;
    std::optional<PictureSize> m_picture;
    bool m_seen = false;
    quint64 m_looks = 0;
    QVector<std::function<void()>> m_whenHere;
};

} // namespace frontdesk::models
