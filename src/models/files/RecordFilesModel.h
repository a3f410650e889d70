// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/files/SharedFiles.h"
#include "models/records/RecordTexts.h"
#include "models/records/WaitingRecords.h"

namespace frontdesk::models {

/// The files that are about a record, and more that are put there. GUI thread.
class RecordFilesModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordPage")
    Q_PROPERTY(bool busy READ busy NOTIFY changed FINAL)          ///< some are being copied
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL) ///< why the last could not be added; else empty

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1, ///< "file:ID"
        FileRole,                      ///< a SharedFile
        DetailRole,                    ///< who and when
        WaitingRole,
        UnsentRole, ///< the server does not have it: it can be called off
    };
    struct Parts {
        sync::Session &session;
        const RecordTexts &texts;
        const WaitingRecords &waiting;
        SharedFiles &files;
    };
    RecordFilesModel(const Parts &parts, RecordRef about, QObject *parent = nullptr);

    void show(const QVector<RecordState> &related); ///< of any kinds
    [[nodiscard]] bool busy() const { return m_copying > 0; }
    [[nodiscard]] QString problem() const { return m_problem; }

    Q_INVOKABLE void add(const QList<QUrl> &urls);
    Q_INVOKABLE void callOff(const QString &record); ///< one that is unsent

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void changed();

private:
    struct Row {
        RecordRef record;
        FileRef file;
        QString detail;
        bool waiting = false;
        bool unsent = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void rebuild();
    void copied(const Result<FileRef> &file);

    const Parts m_parts;
    RecordRef m_about;
    QVector<RecordState> m_related;
    QVector<Row> m_rows;
    int m_copying = 0;
    QString m_problem;
};

} // namespace frontdesk::models
