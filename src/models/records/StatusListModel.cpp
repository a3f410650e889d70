// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/StatusListModel.h"

#include "domain/SearchText.h"
#include "domain/WhenDone.h"
#include "models/records/FieldText.h"

#include <QtCore/QRegularExpression>

#include <algorithm>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

const FieldRule &nameRule()
{
    static const FieldRule rule{
        .name = fields::name, .type = FieldType::Text, .longest = limits::label, .required = true};
    return rule;
}

void send(sync::Session &session, const QVector<Status> &statuses, int seenVersion)
{
    session.submit(ChangeRecord{.record = workspaceRecord(),
                                .basis = {.version = seenVersion, .after = {}},
                                .set = {{fields::statuses, toJson(statuses)}},
                                .was = {},
                                .lists = {},
                                .resolves = {}});
}

} // namespace

StatusListModel::StatusListModel(sync::Session &session, const RecordTexts &texts, UndoOffer &undo, QObject *parent)
    : RowListModel(parent)
    , m_session(session)
    , m_texts(texts)
    , m_undo(undo)
{
    connect(&texts.workspace(), &WorkspaceSettings::changed, this, &StatusListModel::observe);
    connect(&session, &sync::Session::failed, this, [this] {
        m_statuses.giveUp(); // perhaps it was one of them that could not be written
        rebuild();
    });
    observe();
}

void StatusListModel::observe()
{
    m_statuses.observe(m_texts.workspace().statuses());
    rebuild();
}

void StatusListModel::rebuild()
{
    QVector<Row> rows;
    for (const Status &status : m_statuses.current())
        rows.append({status.id, m_texts.workspace().nameOf(status), m_texts.workspace().colorOf(status)});
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.id; });
}

qsizetype StatusListModel::placeOf(const QString &status) const
{
    const auto found = std::find_if(m_rows.begin(), m_rows.end(), [&](const Row &row) { return row.id == status; });
    return found == m_rows.end() ? -1 : found - m_rows.begin();
}

void StatusListModel::say(const QString &problem)
{
    if (std::exchange(m_problem, problem) != problem)
        Q_EMIT problemChanged();
}

bool StatusListModel::change(const QVector<Status> &wanted, int seenVersion)
{
    if (wanted.isEmpty() || wanted.size() > limits::statuses) {
        say(wanted.isEmpty() ? tr("There must be at least one status.")
                             : tr("There can be at most %n statuses.", nullptr, limits::statuses));
        return false;
    }
    say({});
    if (wanted == m_statuses.current())
        return true;
    send(m_session, wanted, seenVersion);
    m_statuses.change(wanted);
    rebuild();
    return true;
}

QVariantList StatusListModel::colors() const
{
    const auto color = [](const QString &value, const QString &text) {
        return QVariantMap{{u"value"_s, value}, {u"text"_s, text}};
    };
    return {color(u"accent"_s, tr("Blue", "a colour")), color(u"ok"_s, tr("Green", "a colour")),
            color(u"warn"_s, tr("Amber", "a colour")), color(u"error"_s, tr("Red", "a colour")),
            color(u"neutral"_s, tr("Grey", "a colour"))};
}

QString StatusListModel::problemWith(const QString &name) const
{
    const auto value = fieldtext::valueFrom(nameRule(), name);
    return value ? QString() : value.error().message;
}

/// One that no status has or had: contacts keep what was removed, and are not to get a new meaning with it.
QString StatusListModel::freeId(const QString &name) const
{
    static const QRegularExpression others(u"[^a-z0-9]+"_s);
    constexpr int longest = 25;
    const QStringList parts = search::fold(name).text.split(others, Qt::SkipEmptyParts);
    const QString word = parts.isEmpty() ? u"status"_s : parts.join(u'-').left(longest);
    return word + u'-' + QString::number(m_texts.now(), 36);
}

void StatusListModel::add(const QString &name)
{
    const auto called = fieldtext::valueFrom(nameRule(), name);
    if (!called)
        return;
    QVector<Status> wanted = m_statuses.current();
    wanted.append({freeId(called.value().toString()), called.value().toString()});
    change(wanted);
}

void StatusListModel::rename(const QString &status, const QString &name, int seenVersion, const QString &seenName)
{
    const auto called = fieldtext::valueFrom(nameRule(), name);
    const qsizetype place = placeOf(status);
    if (!called || place < 0 || called.value().toString() == m_rows[place].name)
        return; // the name of one that every workspace has is shown in the person's language
    QVector<Status> wanted = m_statuses.current();
    wanted[place].name = called.value().toString();
    change(wanted, m_rows[place].name == seenName ? 0 : seenVersion);
}

void StatusListModel::setColor(const QString &status, const QString &color)
{
    const qsizetype place = placeOf(status);
    if (place < 0 || m_rows[place].color == color)
        return;
    QVector<Status> wanted = m_statuses.current();
    wanted[place].color = color;
    change(wanted);
}

void StatusListModel::moveTo(const QString &status, int place)
{
    const qsizetype from = placeOf(status);
    const qsizetype to = std::clamp<qsizetype>(place, 0, m_rows.size() - 1);
    if (from < 0 || from == to)
        return;
    QVector<Status> wanted = m_statuses.current();
    wanted.move(from, to);
    change(wanted);
}

void StatusListModel::setUses(int uses)
{
    if (std::exchange(m_uses, uses) != uses)
        Q_EMIT usesChanged();
}

void StatusListModel::countUses(const QString &status)
{
    setUses(-1);
    m_counted = status;
    whenDone(
        m_session.store().records({.kind = RecordKind::Contact, .filters = {{fields::status, FilterTest::Is, status}}}),
        this, [this, status](const store::RecordKeys &found) {
            if (status == m_counted) // another one may have been asked for meanwhile
                setUses(int(found.keys.size()));
        });
}

void StatusListModel::remove(const QString &status)
{
    const qsizetype place = placeOf(status);
    if (place < 0)
        return;
    QVector<Status> wanted = m_statuses.current();
    const QString name = m_rows[place].name;
    const Status gone = wanted.takeAt(place);
    if (!change(wanted))
        return;
    m_undo.offer(tr("The status “%1” was removed.").arg(name), [&session = m_session, &texts = m_texts, gone, place] {
        QVector<Status> restored = texts.workspace().statuses();
        restored.insert(std::min(place, restored.size()), gone);
        send(session, restored, 0);
    });
}

int StatusListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant StatusListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    switch (role) {
    case StatusRole:
        return row.id;
    case Qt::DisplayRole:
    case NameRole:
        return row.name;
    case ColorRole:
        return row.color;
    default:
        return {};
    }
}

QHash<int, QByteArray> StatusListModel::roleNames() const
{
    return {{StatusRole, "status"}, {NameRole, "name"}, {ColorRole, "color"}};
}

} // namespace frontdesk::models
