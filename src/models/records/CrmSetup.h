// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/BinListModel.h"
#include "models/records/FieldListModel.h"
#include "models/records/PipelineListModel.h"
#include "models/records/StageListModel.h"
#include "models/records/StatusListModel.h"

#include <map>
#include <vector>

namespace frontdesk::models {

/// What managers and admins define for everybody: pipelines with their stages, and fields of contacts, companies and
/// deals, of which one may be open to be changed; and admins, what holds for the whole workspace. GUI thread.
class CrmSetup : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(bool allowed READ allowed NOTIFY allowedChanged FINAL)                   ///< to this person
    Q_PROPERTY(bool workspaceAllowed READ workspaceAllowed NOTIFY allowedChanged FINAL) ///< what is the workspace's too
    Q_PROPERTY(frontdesk::models::PipelineListModel *pipelines READ pipelines CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::BinListModel *deletedPipelines READ deletedPipelines CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::BinListModel *deletedFields READ deletedFields CONSTANT FINAL) ///< of all kinds
    Q_PROPERTY(frontdesk::models::RecordPage *page READ page NOTIFY pageChanged FINAL) ///< what is open; null: nothing
    Q_PROPERTY(frontdesk::models::StageListModel *stages READ stages NOTIFY pageChanged
                   FINAL) ///< of the pipeline that is open; null: none

    Q_PROPERTY(frontdesk::models::StatusListModel *statuses READ statuses CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::RecordPage *workspace READ workspace CONSTANT FINAL)     ///< what has two values
    Q_PROPERTY(QString revenueTarget READ revenueTarget NOTIFY revenueTargetChanged FINAL) ///< as it is typed

public:
    CrmSetup(const RecordPage::Parts &parts, const FieldDefinitions &definitions, UndoOffer &undo, UuidV7Sequence &ids,
             QObject *parent = nullptr);
    ~CrmSetup() override;

    [[nodiscard]] bool allowed() const;
    [[nodiscard]] bool workspaceAllowed() const;
    [[nodiscard]] PipelineListModel *pipelines();
    [[nodiscard]] BinListModel *deletedPipelines();
    [[nodiscard]] BinListModel *deletedFields();
    [[nodiscard]] StatusListModel *statuses();
    [[nodiscard]] RecordPage *workspace();
    [[nodiscard]] QString revenueTarget() const;
    [[nodiscard]] RecordPage *page() const { return m_page.get(); }
    [[nodiscard]] StageListModel *stages() const { return m_stages.get(); }

    /// Of contacts, companies or deals.
    Q_INVOKABLE [[nodiscard]] frontdesk::models::FieldListModel *fieldsOf(const QString &kind);
    Q_INVOKABLE void open(const QString &record); ///< "pipeline:ID" or "field:ID"; empty: nothing

    void rebuild(); ///< with today's words

Q_SIGNALS:
    void allowedChanged();
    void pageChanged();
    void revenueTargetChanged();

private:
    RecordPage::Parts m_parts;
    const FieldDefinitions &m_definitions;
    UndoOffer &m_undo;
    UuidV7Sequence &m_ids;
    // Each is made when it is looked at first: most people never do.
    std::unique_ptr<StageDeals> m_deals;
    std::unique_ptr<PipelineListModel> m_pipelines;
    std::unique_ptr<BinListModel> m_deletedPipelines, m_deletedFields;
    std::map<RecordKind, std::unique_ptr<FieldListModel>> m_fields;
    std::unique_ptr<StatusListModel> m_statuses;
    std::unique_ptr<RecordPage> m_workspace;
    std::unique_ptr<RecordPage> m_page;
    std::unique_ptr<StageListModel> m_stages;
};

} // namespace frontdesk::models
