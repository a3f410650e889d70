// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionTestModel.h"

#include "models/ConnectionWords.h"

namespace frontdesk::models {

using connection::TestStep;

ConnectionTestModel::ConnectionTestModel(sync::Session &session, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
{
    connect(&session, &sync::Session::tested, this, &ConnectionTestModel::show);
}

QString ConnectionTestModel::summary() const
{
    if (!m_started)
        return {};
    if (const TestStep *failed = m_steps.failed())
        return tr("It fails at: %1", "a step of the test").arg(connection::titleOf(failed->kind));
    if (!m_steps.finished())
        return tr("Testing…");
    if (!m_steps.passed())
        return tr("Cancelled");
    milliseconds took{};
    for (const TestStep &step : m_steps.all())
        took += step.took;
    return tr("All is well, in %1 ms").arg(took.count());
}

void ConnectionTestModel::start()
{
    m_started = true;
    show({});
    m_session.testConnection();
}

void ConnectionTestModel::cancel()
{
    m_session.cancelTest();
}

void ConnectionTestModel::retranslate()
{
    Q_EMIT dataChanged(index(0), index(rowCount({}) - 1));
    Q_EMIT changed();
}

void ConnectionTestModel::show(const connection::TestSteps &steps)
{
    const QVector<TestStep> before = m_steps.all();
    m_steps = steps;
    for (int row = 0; row < int(before.size()); ++row)
        if (!(before[row] == m_steps.all()[row]))
            Q_EMIT dataChanged(index(row), index(row));
    Q_EMIT changed();
}

int ConnectionTestModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_steps.all().size());
}

QVariant ConnectionTestModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TestStep &step = m_steps.all()[index.row()];
    const bool ended = step.state == TestStep::State::Passed || step.state == TestStep::State::Failed;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return connection::titleOf(step.kind);
    case OutcomeRole:
        return connection::nameOf(step.state);
    case OutcomeTextRole:
        return connection::titleOf(step.state);
    case TimeTextRole:
        return ended ? tr("%1 ms").arg(step.took.count()) : QString();
    case TextRole:
        return step.error ? step.error->message : step.words;
    case HintRole:
        return step.hint;
    case CertificateRole:
        return step.error ? words::certificateFacts(*step.error) : QString();
    default:
        return {};
    }
}

QHash<int, QByteArray> ConnectionTestModel::roleNames() const
{
    return {
        {TitleRole, "title"}, {OutcomeRole, "outcome"}, {OutcomeTextRole, "outcomeText"}, {TimeTextRole, "timeText"},
        {TextRole, "text"},   {HintRole, "hint"},       {CertificateRole, "certificate"}};
}

} // namespace frontdesk::models
