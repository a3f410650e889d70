// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/ImportFile.h"

namespace frontdesk::transfer {

/// Which file is being imported and how, kept on the disk from its beginning to its end: what was cancelled, or ended
/// with the program, can be offered again. One that could not be kept is not offered; the file itself, chosen again,
/// goes on all the same.
class UnfinishedImport {
public:
    explicit UnfinishedImport(QString file);

    /// Nothing: the last one came to its end, or its file is gone.
    [[nodiscard]] std::optional<ImportFileOptions> read() const;
    void keep(const ImportFileOptions &options) const;
    void forget() const;

private:
    QString m_file;
};

} // namespace frontdesk::transfer
