// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/transfer/ImportColumnsModel.h"
#include "models/transfer/ImportProblemsModel.h"
#include "models/transfer/ImportRun.h"
#include "transfer/UnfinishedImport.h"

#include <QtCore/QThreadPool>
#include <QtCore/QUrl>

namespace frontdesk::models {

/// An import step by step: which file, what its columns are, what would come of it, and then it is done. It goes on
/// while nobody looks at it. Files are read in other threads; GUI thread.
class ImportModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(Step step READ step NOTIFY changed FINAL)
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)    ///< something is under way in this step
    Q_PROPERTY(QString kind READ kind NOTIFY changed FINAL) ///< "contact", "company" or "deal"
    Q_PROPERTY(QString path READ path NOTIFY changed FINAL) ///< of the file; empty: none is chosen
    Q_PROPERTY(QString fileName READ fileName NOTIFY changed FINAL)
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< why it does not go on, in words; empty: it does
    Q_PROPERTY(bool isTable READ isTable NOTIFY changed FINAL)    ///< CSV, whose columns can be anything
    Q_PROPERTY(QString delimiter READ delimiter NOTIFY changed FINAL)
    Q_PROPERTY(QString encoding READ encoding NOTIFY changed FINAL)
    Q_PROPERTY(QString numbers READ numbers NOTIFY changed FINAL) ///< of "1.234": "comma" or "point" for decimals
    Q_PROPERTY(QString days READ days NOTIFY changed FINAL)       ///< of "3/4/2026": "day" or "month" first
    Q_PROPERTY(frontdesk::models::ImportColumnsModel *columns READ columns CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ImportProblemsModel *problems READ problems CONSTANT FINAL)
    Q_PROPERTY(QString unfinished READ unfinished NOTIFY changed FINAL) ///< the name of a file to go on with, or empty
    Q_PROPERTY(double progress READ progress NOTIFY progressed FINAL)   ///< 0 to 1
    // Rows; in the trial what there would be.
    Q_PROPERTY(int rows READ rows NOTIFY progressed FINAL)
    Q_PROPERTY(int made READ made NOTIFY progressed FINAL)
    Q_PROPERTY(int there READ there NOTIFY progressed FINAL) ///< already
    Q_PROPERTY(int wrong READ wrong NOTIFY progressed FINAL)
    Q_PROPERTY(int companies READ companies NOTIFY progressed FINAL) ///< made because rows name them
    Q_PROPERTY(int notes READ notes NOTIFY progressed FINAL)
    // Of the one that has ended
    Q_PROPERTY(bool complete READ complete NOTIFY changed FINAL) ///< the whole file was read
    Q_PROPERTY(QString mendFile READ mendFile NOTIFY changed FINAL)
    Q_PROPERTY(QUrl mendAddress READ mendAddress NOTIFY changed FINAL) ///< of the same file, to be opened
    Q_PROPERTY(QString leftOut READ leftOut NOTIFY changed FINAL)      ///< properties of cards, with commas

public:
    enum class Step { File, Columns, Trial, Running, Finished };
    Q_ENUM(Step)

    ImportModel(sync::Session &session, QObject *parent = nullptr);
    ~ImportModel() override;

    [[nodiscard]] Step step() const { return m_step; }
    [[nodiscard]] bool busy() const { return m_run || m_reading; }
    [[nodiscard]] QString kind() const { return frontdesk::nameOf(m_options.kind); }
    [[nodiscard]] QString path() const { return m_options.path; }
    [[nodiscard]] QString fileName() const;
    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool isTable() const { return m_options.format == transfer::FileFormat::Csv; }
    [[nodiscard]] QString delimiter() const { return m_preview.delimiter; }
    [[nodiscard]] QString encoding() const { return exchange::nameOf(m_preview.encoding); }
    [[nodiscard]] QString numbers() const;
    [[nodiscard]] QString days() const;
    [[nodiscard]] ImportColumnsModel *columns() { return &m_columns; }
    [[nodiscard]] ImportProblemsModel *problems() { return &m_problems; }
    [[nodiscard]] QString unfinished() const;
    [[nodiscard]] double progress() const;
    [[nodiscard]] int rows() const { return int(m_progress.rows); }
    [[nodiscard]] int made() const { return int(m_progress.made); }
    [[nodiscard]] int there() const { return int(m_progress.there); }
    [[nodiscard]] int wrong() const { return int(m_progress.wrong); }
    [[nodiscard]] int companies() const { return int(m_progress.companies); }
    [[nodiscard]] int notes() const { return int(m_progress.notes); }
    [[nodiscard]] bool complete() const { return m_complete; }
    [[nodiscard]] QString mendFile() const { return m_mendFile; }
    [[nodiscard]] QUrl mendAddress() const { return QUrl::fromLocalFile(m_mendFile); }
    [[nodiscard]] QString leftOut() const { return m_leftOut; }

    /// What the settings of a file can be, as [{value, text}]: "delimiter", "encoding", "numbers", "days".
    Q_INVOKABLE [[nodiscard]] QVariantList choicesOf(const QString &setting) const;
    Q_INVOKABLE [[nodiscard]] QVariantList targetChoices() const; ///< what a column can become, likewise

    /// A new one of this kind, unless one is running.
    Q_INVOKABLE void begin(const QString &kind);
    Q_INVOKABLE void choose(const QString &file); ///< a path or a "file:" address; the columns follow
    Q_INVOKABLE void goOn();                      ///< with what was interrupted: `unfinished`, or the one that ended
    Q_INVOKABLE void leaveUnfinished();           ///< it is not offered any more
    Q_INVOKABLE void set(const QString &setting, const QString &value);
    Q_INVOKABLE void setTarget(int column, const QString &target);
    Q_INVOKABLE void tryOut(); ///< from the columns to the trial
    Q_INVOKABLE void back();   ///< to the step before; ends a trial
    Q_INVOKABLE void run();    ///< once the trial has ended
    Q_INVOKABLE void cancel(); ///< what is running

    void retranslate();

Q_SIGNALS:
    void changed();
    void progressed();

private:
    void enter(Step step);
    void read();
    void show(const Result<transfer::Preview> &preview);
    void startTrial();
    void start(const transfer::ImportOptions &options);
    void showProgress(const transfer::ImportProgress &progress);
    void finish(const transfer::ImportReport &report);
    void fail(const Error &error);

    sync::Session &m_session;
    transfer::UnfinishedImport m_memory;
    std::optional<transfer::ImportFileOptions> m_unfinished; ///< when this import was begun
    transfer::ImportFileOptions m_options;
    Step m_step = Step::File;
    QString m_problem;
    transfer::Preview m_preview;
    ImportColumnsModel m_columns;
    ImportProblemsModel m_problems;
    transfer::ImportProgress m_progress;
    qint64 m_expected = 0; ///< rows of the file, as the trial has found
    bool m_complete = false;
    QString m_mendFile, m_leftOut;
    bool m_reading = false;
    int m_readings = 0; ///< only what the last one says counts
    QThreadPool m_pool;
    std::unique_ptr<ImportRun> m_run;
};

} // namespace frontdesk::models
