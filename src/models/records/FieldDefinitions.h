// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordSchema.h"
#include "models/records/WorkspaceSettings.h"

#include <QtCore/QObject>

namespace frontdesk::models {

/// The fields that managers have defined for contacts, companies and deals, and what a contact's status may be, in
/// memory. GUI thread.
class FieldDefinitions : public QObject {
    Q_OBJECT

public:
    FieldDefinitions(sync::Session &session, const WorkspaceSettings &workspace, QObject *parent = nullptr);

    [[nodiscard]] const WorkspaceSettings &workspace() const { return m_workspace; }

    [[nodiscard]] const CustomFields &rules() const { return m_rules; }
    [[nodiscard]] QVector<RecordState> of(RecordKind kind) const; ///< in their order
    /// Also of one that is in the bin; empty: nobody has defined it.
    [[nodiscard]] QString nameOf(RecordKind kind, const QString &field) const;
    /// A key for a new field of that name, which no other has or had.
    [[nodiscard]] QString freeKey(RecordKind kind, const QString &name) const;

Q_SIGNALS:
    void changed();

private:
    void show(QVector<RecordState> &place, const QVector<RecordState> &definitions);
    void rebuild();

    const WorkspaceSettings &m_workspace;
    QVector<RecordState> m_definitions, m_binned;
    CustomFields m_rules;
    QHash<std::pair<int, QString>, QString> m_names; ///< by kind and field
    Refresh<QVector<RecordState>> m_refresh, m_refreshBin;
};

} // namespace frontdesk::models
