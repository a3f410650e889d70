// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/CrmSetup.h"

#include "domain/Permissions.h"

namespace frontdesk::models {

namespace {

/// Bindings of a view may still read it in this turn of the event loop.
template <class Object>
void endLater(std::unique_ptr<Object> object)
{
    if (object)
        object.release()->deleteLater();
}

} // namespace

CrmSetup::CrmSetup(const RecordPage::Parts &parts, const FieldDefinitions &definitions, UndoOffer &undo,
                   UuidV7Sequence &ids, QObject *parent)
    : QObject(parent)
    , m_parts(parts)
    , m_definitions(definitions)
    , m_undo(undo)
    , m_ids(ids)
{
    connect(&m_parts.texts.directory(), &Directory::usersChanged, this, &CrmSetup::allowedChanged);
    connect(&m_parts.texts.workspace(), &WorkspaceSettings::changed, this, &CrmSetup::revenueTargetChanged);
}

CrmSetup::~CrmSetup() = default;

bool CrmSetup::allowed() const
{
    return mayGive(m_parts.texts.directory().me().role, CreateRecord{{RecordKind::Pipeline, {}}, {}, {}});
}

bool CrmSetup::workspaceAllowed() const
{
    return mayGive(
        m_parts.texts.directory().me().role,
        ChangeRecord{.record = workspaceRecord(), .basis = {}, .set = {}, .was = {}, .lists = {}, .resolves = {}});
}

StatusListModel *CrmSetup::statuses()
{
    if (!m_statuses)
        m_statuses = std::make_unique<StatusListModel>(m_parts.session, m_parts.texts, m_undo);
    return m_statuses.get();
}

RecordPage *CrmSetup::workspace()
{
    if (!m_workspace)
        m_workspace = std::make_unique<RecordPage>(m_parts, workspaceRecord());
    return m_workspace.get();
}

QString CrmSetup::revenueTarget() const
{
    const std::optional<Money> &target = m_parts.texts.workspace().revenueTarget();
    return m_parts.texts.editTextOf(RecordKind::Workspace, fields::revenueTarget,
                                    target ? QJsonValue(money::toJson(*target)) : QJsonValue());
}

PipelineListModel *CrmSetup::pipelines()
{
    if (!m_pipelines) {
        m_deals = std::make_unique<StageDeals>(m_parts.session);
        m_pipelines = std::make_unique<PipelineListModel>(m_parts, *m_deals, m_undo, m_ids);
    }
    return m_pipelines.get();
}

BinListModel *CrmSetup::deletedPipelines()
{
    if (!m_deletedPipelines)
        m_deletedPipelines = std::make_unique<BinListModel>(m_parts.session, RecordKind::Pipeline);
    return m_deletedPipelines.get();
}

BinListModel *CrmSetup::deletedFields()
{
    if (!m_deletedFields)
        m_deletedFields = std::make_unique<BinListModel>(m_parts.session, RecordKind::CustomField);
    return m_deletedFields.get();
}

FieldListModel *CrmSetup::fieldsOf(const QString &kind)
{
    const RecordKind wanted = recordKindFrom(kind).value_or(RecordKind::Contact);
    auto &fields = m_fields[wanted];
    if (!fields)
        fields = std::make_unique<FieldListModel>(m_parts, m_definitions, m_undo, m_ids, wanted,
                                                  this); // else QML would delete what a function returns
    return fields.get();
}

void CrmSetup::open(const QString &record)
{
    if (m_page ? m_page->record() == record : record.isEmpty())
        return;
    std::unique_ptr<RecordPage> page;
    std::unique_ptr<StageListModel> stages;
    const auto ref = RecordRef::from(record);
    if (ref && (ref->kind == RecordKind::Pipeline || ref->kind == RecordKind::CustomField))
        page = std::make_unique<RecordPage>(m_parts, *ref);
    if (page && ref->kind == RecordKind::Pipeline) {
        (void)pipelines(); // with it come the deals
        stages = std::make_unique<StageListModel>(m_parts.session, m_parts.texts, *m_deals, m_undo, m_ids, ref->id);
    }
    std::swap(m_page, page);
    std::swap(m_stages, stages);
    Q_EMIT pageChanged();
    endLater(std::move(page));
    endLater(std::move(stages));
}

void CrmSetup::rebuild()
{
    if (m_pipelines)
        m_pipelines->rebuild();
    for (const auto &[kind, fields] : m_fields)
        fields->rebuild();
    if (m_statuses)
        m_statuses->rebuild();
    for (RecordPage *page : {m_page.get(), m_workspace.get()})
        if (page)
            page->rebuild();
}

} // namespace frontdesk::models
