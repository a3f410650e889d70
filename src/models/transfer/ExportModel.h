// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/RecordTableModel.h"
#include "transfer/Export.h"

#include <QtCore/QThreadPool>

#include <atomic>

namespace frontdesk::models {

/// What a table shows, written into a file: its conditions, its order, and its columns or all that can be imported
/// again. It goes on while nobody looks at it, in another thread; GUI thread.
class ExportModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(QString kind READ kind NOTIFY changed FINAL)
    Q_PROPERTY(QString format READ format WRITE setFormat NOTIFY changed FINAL)
    Q_PROPERTY(QVariantList formats READ formats NOTIFY changed FINAL) ///< [{value, text}]
    Q_PROPERTY(bool allColumns READ allColumns WRITE setAllColumns NOTIFY changed FINAL)
    Q_PROPERTY(QString path READ path WRITE setPath NOTIFY changed FINAL)
    Q_PROPERTY(bool replaces READ replaces NOTIFY changed FINAL) ///< there is such a file
    Q_PROPERTY(bool running READ running NOTIFY changed FINAL)
    Q_PROPERTY(double progress READ progress NOTIFY progressed FINAL) ///< 0 to 1
    Q_PROPERTY(int written READ written NOTIFY changed FINAL) ///< records in the file that was made; -1: none was
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)

public:
    ExportModel(sync::Session &session, QObject *parent = nullptr);
    ~ExportModel() override;

    [[nodiscard]] QString kind() const { return frontdesk::nameOf(m_options.query.kind); }
    [[nodiscard]] QString format() const;
    void setFormat(const QString &format);
    [[nodiscard]] QVariantList formats() const;
    [[nodiscard]] bool allColumns() const { return m_allColumns; }
    void setAllColumns(bool all);
    [[nodiscard]] QString path() const { return m_path; }
    void setPath(const QString &path); ///< as it is typed, or a "file:" address
    [[nodiscard]] bool replaces() const;
    [[nodiscard]] bool running() const { return m_stop != nullptr; }
    [[nodiscard]] double progress() const { return m_progress; }
    [[nodiscard]] int written() const { return int(m_written); }
    [[nodiscard]] QString problem() const { return m_problem; }

    /// What a table shows now, unless one is running.
    Q_INVOKABLE void begin(frontdesk::models::RecordTableModel *table);
    Q_INVOKABLE void run();
    Q_INVOKABLE void cancel();

Q_SIGNALS:
    void changed();
    void progressed();

private:
    void finish(const Result<qint64> &written);

    sync::Session &m_session;
    transfer::ExportOptions m_options;
    QStringList m_columns; ///< of the table
    bool m_allColumns = false;
    QString m_path;
    QString m_problem;
    double m_progress = 0;
    qint64 m_written = -1;
    std::shared_ptr<std::atomic_bool> m_stop; ///< asked by the one that is running; null: none is
    QThreadPool m_pool;
};

} // namespace frontdesk::models
