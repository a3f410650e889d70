// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/RecordSchema.h"
#include "models/Directory.h"
#include "models/records/FieldDefinitions.h"
#include "models/records/Pipelines.h"
#include "models/records/RecordNames.h"

namespace frontdesk::models {

/// Values of fields as a person reads and types them: with the names of people, records and stages, and with money,
/// days and times as the language writes them. GUI thread.
class RecordTexts : public QObject {
    Q_OBJECT

public:
    RecordTexts(const Directory &directory, const RecordNames &names, const Pipelines &pipelines,
                const FieldDefinitions &definitions, QObject *parent = nullptr);

    /// A kind's own fields, then those that are defined.
    [[nodiscard]] QVector<FieldRule> rulesOf(RecordKind kind) const;
    [[nodiscard]] const FieldRule *ruleOf(RecordKind kind, const QString &field) const ///< null: there is none
    {
        return frontdesk::ruleOf(kind, field, customFields());
    }
    [[nodiscard]] const CustomFields &customFields() const { return m_definitions.rules(); }
    [[nodiscard]] QString fieldName(RecordKind kind, const QString &field) const;

    /// Empty for an empty value.
    [[nodiscard]] QString textOf(RecordKind kind, const QString &field, const QJsonValue &value) const;
    /// What stands in the field of who changes it; `valueFrom` reads it.
    [[nodiscard]] QString editTextOf(RecordKind kind, const QString &field, const QJsonValue &value) const;
    /// The value that somebody typed or chose, or what is wrong with it in words.
    [[nodiscard]] Result<QJsonValue> valueFrom(RecordKind kind, const QString &field, const QString &text) const;
    [[nodiscard]] qint64 now() const { return m_directory.now(); }
    [[nodiscard]] const Directory &directory() const { return m_directory; }
    [[nodiscard]] const RecordNames &names() const { return m_names; }
    [[nodiscard]] const Pipelines &pipelines() const { return m_pipelines; }
    [[nodiscard]] const WorkspaceSettings &workspace() const { return m_definitions.workspace(); }

Q_SIGNALS:
    void changed(); ///< a name, a stage, a definition

private:
    const Directory &m_directory;
    const RecordNames &m_names;
    const Pipelines &m_pipelines;
    const FieldDefinitions &m_definitions;
};

/// An amount as the language writes it, "€ 8,640" or "8.640,50 €"; `amount` is a decimal number as on the wire. Pure.
QString moneyText(const QString &amount, const QString &currency, const QLocale &locale = QLocale());
/// A day as the language writes it, "4 Dec" in this year and "4 Dec 2025" else. Pure.
QString dayText(const QString &isoDay, qint64 now, const QLocale &locale = QLocale());

} // namespace frontdesk::models
