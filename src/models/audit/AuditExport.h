// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "exchange/CsvWriter.h"
#include "models/audit/AuditModel.h"

#include <QtCore/QSaveFile>

namespace frontdesk::models {

/// What the audit log shows, all of it, written into a CSV file: page by page from the server, so that it never holds
/// more than one; a file that was there stays until the new one is whole. GUI thread.
class AuditExport : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Audit")
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed FINAL)
    Q_PROPERTY(bool replaces READ replaces NOTIFY changed FINAL) ///< there is such a file
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(int written READ written NOTIFY changed FINAL) ///< entries so far, or in the file that was made
    Q_PROPERTY(bool done READ done NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    AuditExport(sync::Session &session, const RecordTexts &texts, const AuditModel &shown, QObject *parent = nullptr);

    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path); ///< as it is typed, or a "file:" address
    [[nodiscard]] bool replaces() const;
    [[nodiscard]] bool running() const { return m_file != nullptr; }
    [[nodiscard]] int written() const { return m_written; }
    [[nodiscard]] bool done() const { return m_done; }
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void begin(); ///< with a name for the file, unless one is running
    Q_INVOKABLE void run();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();

private:
    void fetch(const QString &start);
    void take(const Result<dialect::AuditPage> &page);
    void write(const QStringList &fields);
    void finish();
    void fail(const QString &problem);

    sync::Session &m_session;
    const RecordTexts &m_texts;
    const AuditModel &m_shown;
    QString m_path;
    AuditQuery m_query; ///< of the one that is running
    std::unique_ptr<QSaveFile> m_file;
    exchange::CsvWriter m_writer;
    int m_run = 0; ///< counts them, to know a late page
    int m_written = 0;
    bool m_done = false;
    QString m_problem;
};

} // namespace frontdesk::models
