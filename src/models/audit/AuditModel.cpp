// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/audit/AuditModel.h"

#include "domain/WhenDone.h"
#include "models/Formatting.h"
#include "models/audit/AuditSentence.h"
#include "models/records/RecordSentence.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

bool AuditModel::Row::isEntry() const
{
    return !recordOf(kept);
}

AuditModel::AuditModel(sync::Session &session, const RecordTexts &texts, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_texts(texts)
{
    connect(&texts, &RecordTexts::changed, this, &AuditModel::rebuild);
    connect(&texts.directory(), &Directory::usersChanged, this, &AuditModel::rebuild);
    connect(&texts.directory(), &Directory::usersChanged, this, &AuditModel::peopleChanged);
}

void AuditModel::setPart(const QString &part)
{
    AuditQuery query = m_query;
    query.part = partFrom(part).value_or(AuditPart::All);
    ask(query);
}

void AuditModel::setActor(const QString &actor)
{
    AuditQuery query = m_query;
    query.actor = UserId(actor);
    ask(query);
}

void AuditModel::setDays(int days)
{
    m_days = std::max(0, days);
    ask(m_query);
}

AuditQuery AuditModel::query() const
{
    constexpr qint64 day = std::chrono::milliseconds(std::chrono::hours(24)).count();
    AuditQuery query = m_query;
    query.from = m_days == 0 ? 0 : m_texts.now() - m_days * day;
    return query;
}

QVariantList AuditModel::people() const
{
    const auto choice = [](const QString &value, const QString &text) {
        return QVariantMap{{u"value"_s, value}, {u"text"_s, text}};
    };
    QVariantList people{choice({}, tr("Everybody"))};
    for (const User &user : m_texts.directory().users())
        people.append(choice(user.id.text(), user.displayName));
    return people;
}

void AuditModel::ask(AuditQuery query)
{
    m_query = std::move(query);
    m_next.clear();
    replaceRows(m_rows, {}, [](const Row &row) { return row.key(); });
    Q_EMIT queryChanged();
    refresh();
}

void AuditModel::refresh()
{
    m_wanted = enough;
    fetch({});
}

void AuditModel::showOlder()
{
    if (m_busy || m_next.isEmpty())
        return;
    m_wanted = int(m_rows.size()) + enough;
    fetch(m_next);
}

void AuditModel::fetch(const QString &start)
{
    m_busy = true;
    m_problem.clear();
    Q_EMIT stateChanged();
    whenDone(m_session.fetchAudit(query(), start), this,
             [this, question = ++m_asked, first = start.isEmpty()](const Result<dialect::AuditPage> &page) {
                 if (question == m_asked)
                     take(page, first);
             });
}

void AuditModel::take(const Result<dialect::AuditPage> &page, bool first)
{
    m_busy = false;
    if (!page) {
        m_problem = page.error().message;
    } else {
        QVector<Row> rows = first ? QVector<Row>() : m_rows;
        for (const DecodedRow &row : page.value().rows)
            rows.append(rowOf(row));
        replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.key(); });
        m_next = page.value().next;
    }
    if (page && !m_next.isEmpty() && m_rows.size() < m_wanted)
        fetch(m_next);
    else
        Q_EMIT stateChanged();
}

AuditModel::Row AuditModel::rowOf(const DecodedRow &kept) const
{
    return {.kept = kept,
            .sentence = auditSentence(kept, m_texts),
            .time = formatting::listTime(kept.row.at, m_texts.now())};
}

void AuditModel::rebuild()
{
    QVector<Row> rows;
    for (const Row &row : std::as_const(m_rows))
        rows.append(rowOf(row.kept));
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.key(); });
}

int AuditModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant AuditModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const UserId &actor = row.kept.row.actor;
    switch (role) {
    case Qt::DisplayRole:
    case SentenceRole:
        return row.sentence;
    case TimeRole:
        return row.time;
    case FullTimeRole:
        return formatting::fullTime(row.kept.row.at);
    case ActorRole:
        return actor.isEmpty() ? QString() : m_texts.directory().nameOf(actor);
    case InitialsRole:
        return actor.isEmpty() ? QString() : m_texts.directory().initialsOf(actor);
    case AvatarKeyRole:
        return actor.text();
    case RecordRole: {
        const auto record = recordOf(row.kept);
        return record ? record->text() : QString();
    }
    default:
        return {};
    }
}

QHash<int, QByteArray> AuditModel::roleNames() const
{
    return {{SentenceRole, "sentence"}, {TimeRole, "time"},           {FullTimeRole, "fullTime"}, {ActorRole, "actor"},
            {InitialsRole, "initials"}, {AvatarKeyRole, "avatarKey"}, {RecordRole, "record"}};
}

} // namespace frontdesk::models
