// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/audit/AuditExport.h"

namespace frontdesk::models {

/// The audit log at an administrator's window. GUI thread.
class Audit : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    Q_PROPERTY(bool allowed READ allowed NOTIFY allowedChanged FINAL) ///< to this person
    Q_PROPERTY(frontdesk::models::AuditModel *entries READ entries CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::AuditExport *file READ file CONSTANT FINAL)

public:
    Audit(sync::Session &session, const RecordTexts &texts, QObject *parent = nullptr)
        : QObject(parent)
        , m_directory(texts.directory())
        , m_entries(session, texts)
        , m_file(session, texts, m_entries)
    {
        connect(&m_directory, &Directory::usersChanged, this, &Audit::allowedChanged);
    }

    [[nodiscard]] bool allowed() const { return m_directory.me().role == Role::Admin; }
    [[nodiscard]] AuditModel *entries() { return &m_entries; }
    [[nodiscard]] AuditExport *file() { return &m_file; }

Q_SIGNALS:
    void allowedChanged();

private:
    const Directory &m_directory;
    AuditModel m_entries;
    AuditExport m_file;
};

} // namespace frontdesk::models
