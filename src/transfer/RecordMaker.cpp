// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/RecordMaker.h"

#include "domain/SearchText.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QUuid>

namespace frontdesk::transfer {

using namespace Qt::Literals::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Transfer)
};

/// The name space of ids that come from files.
constexpr QUuid fileIds(0x3ad9c1f4, 0x7b0e, 0x4d55, 0x8c, 0x21, 0x5e, 0x90, 0xb4, 0x6f, 0x13, 0xa8);

/// A name as it is compared. What has no letter or digit in it stays as it is.
QString compared(const QString &name)
{
    const QString folded = search::fold(name).text;
    return folded.isEmpty() ? name : folded;
}

QHash<QString, QStringList> idsByName(const QVector<RecordState> &records)
{
    QHash<QString, QStringList> ids;
    for (const RecordState &state : records)
        ids[compared(state.fields[fields::name].toString())].append(state.record.id);
    return ids;
}

} // namespace

RecordMaker::RecordMaker(RecordKind kind, QString fileKey, const Surroundings &surroundings)
    : m_kind(kind)
    , m_fileKey(std::move(fileKey))
    , m_companies(idsByName(surroundings.companies))
    , m_contacts(idsByName(surroundings.contacts))
    , m_pipelines(idsByName(surroundings.pipelines))
{
    // What one logs in with is unique, so it counts more than what somebody is called.
    for (const User &user : surroundings.users)
        m_users[compared(user.displayName)].append(user.id.text());
    for (const User &user : surroundings.users)
        m_users[compared(user.name)] = {user.id.text()};
    for (const RecordState &pipeline : surroundings.pipelines) {
        const QString name = compared(pipeline.fields[fields::name].toString());
        const QJsonArray stages = pipeline.fields["stages"_L1].toArray();
        for (const QJsonValue &each : stages) {
            const Stage stage{each["id"_L1].toString(), pipeline.record.id, name};
            m_stages.insert(compared(each["name"_L1].toString()), stage);
            if (!m_firstStages.contains(name))
                m_firstStages.insert(name, stage);
        }
    }
}

QString RecordMaker::idFor(const QString &what) const
{
    return QUuid::createUuidV5(fileIds, m_fileKey + u':' + what).toString(QUuid::WithoutBraces);
}

RowRecords RecordMaker::recordsOf(const exchange::RecordDraft &draft, qint64 number)
{
    const QString id = idFor(nameOf(m_kind) + u':' + QString::number(number));
    RowRecords row{.record = {.record = {m_kind, id}, .set = draft.set, .lists = draft.lists}};
    row.problems = draft.problems;
    takeNames(row, draft);
    if (!draft.note.isEmpty())
        row.others.append({.record = {RecordKind::Note, idFor(u"note:"_s + QString::number(number))},
                           .set = {{fields::text, draft.note}, {fields::about, row.record.record.text()}},
                           .lists = {}});
    return row;
}

void RecordMaker::takeNames(RowRecords &row, const exchange::RecordDraft &draft)
{
    const auto find = [&row, &draft](const QString &field, const Ids &ids, const QString &none,
                                     const QString &several) {
        const QString name = draft.names.value(field);
        if (name.isEmpty())
            return;
        const QStringList found = ids.value(compared(name));
        if (found.size() == 1)
            row.record.set.insert(field, found.constFirst());
        else
            row.problems.append((found.isEmpty() ? none : several).arg(name));
    };
    find(fields::owner, m_users, Words::tr("There is nobody called “%1”"),
         Words::tr("There are several people called “%1”: name the owner by what they log in with"));
    find(fields::contact, m_contacts, Words::tr("There is no contact called “%1”"),
         Words::tr("There are several contacts called “%1”"));
    takePlace(row, draft.names);
    if (const QString company = draft.names.value(fields::company); !company.isEmpty() && row.problems.isEmpty())
        row.record.set.insert(fields::company, companyId(row, company));
}

/// Of several companies of one name the oldest is meant.
QString RecordMaker::companyId(RowRecords &row, const QString &name)
{
    const QString key = compared(name);
    if (const QStringList found = m_companies.value(key); !found.isEmpty())
        return found.constFirst();
    auto made = m_made.find(key);
    if (made == m_made.end()) {
        made = m_made.insert(
            key,
            {.record = {RecordKind::Company, idFor(u"company:"_s + key)}, .set = {{fields::name, name}}, .lists = {}});
        row.others.append(*made);
    }
    return made->record.id;
}

void RecordMaker::takePlace(RowRecords &row, const QMap<QString, QString> &names) const
{
    const QString pipeline = names.value(exchange::draftnames::pipeline);
    const QString stage = names.value(exchange::draftnames::stage);
    if (pipeline.isEmpty() && stage.isEmpty())
        return;
    const QString wanted = compared(pipeline);
    if (!pipeline.isEmpty() && !m_pipelines.contains(wanted)) {
        row.problems.append(Words::tr("There is no pipeline called “%1”").arg(pipeline));
        return;
    }
    QList<Stage> found = m_stages.values(compared(stage));
    if (stage.isEmpty() && m_firstStages.contains(wanted))
        found = {m_firstStages.value(wanted)};
    found.removeIf([&](const Stage &each) { return !pipeline.isEmpty() && each.pipeline != wanted; });
    if (found.size() != 1) {
        row.problems.append(found.isEmpty()
                                ? Words::tr("There is no stage called “%1” in the pipeline").arg(stage)
                                : Words::tr("Several pipelines have a stage “%1”: name the pipeline").arg(stage));
        return;
    }
    QJsonObject place{{u"pipeline"_s, found.constFirst().pipelineId}, {u"stage"_s, found.constFirst().id}};
    if (const QString reason = names.value(exchange::draftnames::lostReason); !reason.isEmpty())
        place.insert(u"lostReason"_s, reason);
    row.record.set.insert(fields::place, place);
}

} // namespace frontdesk::transfer
