// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <memory>

namespace frontdesk {

/// Held by one program at a time, and by none that has ended, in whichever moment and however: the system itself lets
/// go of it. QLockFile on Unix goes by what is written in the file: one that a program had made and not yet written
/// when it was killed would be held for ever, and one whose process number another program has got since for as long as
/// that runs. The file stays. Any one thread.
class FileLock {
public:
    explicit FileLock(QString fileName);
    ~FileLock(); ///< lets go
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    enum class Outcome {
        Taken,       ///< or had been before, by this lock
        Held,        ///< by another one, of this program or another
        NotPossible, ///< the file cannot be made or written
    };
    [[nodiscard]] Outcome tryLock(); ///< does not wait
    void unlock();

    [[nodiscard]] const QString &fileName() const { return m_fileName; }
    /// Number of the process that had it last; 0: it is not known.
    [[nodiscard]] qint64 holder() const;

private:
    struct Private;
    const QString m_fileName;
    std::unique_ptr<Private> d;
};

} // namespace frontdesk
