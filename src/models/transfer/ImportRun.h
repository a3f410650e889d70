// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "transfer/Import.h"

#include <QtCore/QThread>

namespace frontdesk::models {

/// One import in a thread of its own, as it waits for the file and for the cache. What it says comes in the GUI thread.
/// It may end before the import does: what has been made by then is there.
class ImportRun : public QObject {
    Q_OBJECT

public:
    ImportRun(sync::Session &session, const transfer::ImportOptions &options, QObject *parent = nullptr);
    ~ImportRun() override;

    void cancel(); ///< `finished` follows when what is under way has been answered

Q_SIGNALS:
    void progressed(const frontdesk::transfer::ImportProgress &progress);
    void finished(const frontdesk::transfer::ImportReport &report);
    void failed(const frontdesk::Error &error);

private:
    transfer::Import *m_import; ///< in m_thread, and ends with it
    QThread m_thread;
};

} // namespace frontdesk::models
