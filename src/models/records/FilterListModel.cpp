// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/FilterListModel.h"

#include "models/records/FilterValues.h"
#include "models/records/RecordTableModel.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

QVariantMap entry(const QString &value, const QString &text)
{
    return {{u"value"_s, value}, {u"text"_s, text}};
}

} // namespace

FilterListModel::FilterListModel(RecordTableModel &table, const RecordTexts &texts, QObject *parent)
    : RowListModel(parent)
    , m_table(table)
    , m_texts(texts)
{
    connect(&table, &RecordTableModel::queryChanged, this, &FilterListModel::adopt);
    connect(&texts, &RecordTexts::changed, this, [this] {
        if (!m_rows.isEmpty())
            Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
    });
    adopt();
}

QVariantList FilterListModel::fields() const
{
    QVariantList entries;
    const RecordKind kind = m_table.query().kind;
    for (const QString &field : filters::fieldsOf(kind, m_texts.customFields()))
        entries.append(entry(field, m_texts.fieldName(kind, field)));
    return entries;
}

QVector<RecordFilter> FilterListModel::filters() const
{
    QVector<RecordFilter> found;
    for (const Row &row : m_rows)
        if (const auto value =
                filters::valueFrom(m_table.query().kind, row.field, row.test, row.text, m_texts.customFields()))
            found.append({row.field, row.test, value.value()});
    return found;
}

void FilterListModel::adopt()
{
    const QVector<RecordFilter> &asked = m_table.query().filters;
    if (asked == filters())
        return;
    QVector<Row> rows;
    for (const RecordFilter &filter : asked)
        rows.append({++m_lastId, filter.field, filter.test,
                     filters::editTextOf(m_table.query().kind, filter.field, filter.value, m_texts.customFields())});
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.id; });
}

void FilterListModel::apply()
{
    RecordQuery query = m_table.query();
    query.filters = filters();
    m_table.setQuery(std::move(query));
}

void FilterListModel::add(const QString &field)
{
    const QVector<FilterTest> tests = filters::testsOf(m_table.query().kind, field, m_texts.customFields());
    QVector<Row> rows = m_rows;
    rows.append({++m_lastId, field, tests.first(), {}});
    replaceRows(m_rows, std::move(rows), [](const Row &row) { return row.id; });
}

void FilterListModel::tell(Row row)
{
    QVector<Row> rows = m_rows;
    const auto place = std::find_if(rows.begin(), rows.end(), [&](const Row &one) { return one.id == row.id; });
    *place = std::move(row);
    replaceRows(m_rows, std::move(rows), [](const Row &one) { return one.id; });
    apply();
}

void FilterListModel::setField(int row, const QString &field)
{
    if (!has(row) || m_rows[row].field == field)
        return;
    tell({m_rows[row].id, field, filters::testsOf(m_table.query().kind, field, m_texts.customFields()).first(), {}});
}

void FilterListModel::setTest(int row, const QString &test)
{
    const auto wanted = filterTestFrom(test);
    if (!has(row) || !wanted)
        return;
    Row next = m_rows[row];
    next.test = *wanted;
    tell(std::move(next));
}

void FilterListModel::setText(int row, const QString &text)
{
    if (!has(row) || m_rows[row].text == text)
        return;
    Row next = m_rows[row];
    next.text = text;
    tell(std::move(next));
}

void FilterListModel::removeAt(int row)
{
    if (!has(row))
        return;
    QVector<Row> rows = m_rows;
    rows.remove(row);
    replaceRows(m_rows, std::move(rows), [](const Row &one) { return one.id; });
    apply();
}

QString FilterListModel::problemOf(const Row &row) const
{
    if (row.text.trimmed().isEmpty())
        return {}; // not said yet, which is no mistake
    const auto value = filters::valueFrom(m_table.query().kind, row.field, row.test, row.text, m_texts.customFields());
    return value ? QString() : value.error().message;
}

QVariantList FilterListModel::testsOf(int row) const
{
    QVariantList tests;
    const RecordKind kind = m_table.query().kind;
    if (has(row))
        for (const FilterTest test : filters::testsOf(kind, m_rows[row].field, m_texts.customFields()))
            tests.append(entry(frontdesk::nameOf(test),
                               filters::testName(kind, m_rows[row].field, test, m_texts.customFields())));
    return tests;
}

QVariantList FilterListModel::choicesOf(int row) const
{
    return has(row) ? choicesFor(m_rows[row].field) : QVariantList();
}

QVariantList FilterListModel::choicesFor(const QString &field) const
{
    QVariantList choices;
    const RecordKind kind = m_table.query().kind;
    const FieldRule *rule = m_texts.ruleOf(kind, field);
    if (!rule)
        return choices;
    switch (rule->type) {
    case FieldType::Flag:
        choices = {entry(u"true"_s, tr("Yes")), entry(u"false"_s, tr("No"))};
        break;
    case FieldType::Choice:
        for (const QString &choice : rule->choices)
            choices.append(entry(choice, m_texts.textOf(kind, field, choice)));
        break;
    case FieldType::Person:
        for (const User &user : m_texts.directory().users())
            choices.append(
                entry(user.id.text(), m_texts.directory().isMe(user.id) ? tr("You", "an owner") : user.displayName));
        break;
    case FieldType::Place:
        for (const Pipelines::Pipeline &pipeline : m_texts.pipelines().all())
            for (const Pipelines::Stage &stage : pipeline.stages)
                choices.append(entry(stage.id, m_texts.pipelines().nameOf(pipeline, stage)));
        break;
    default:
        break;
    }
    return choices;
}

QString FilterListModel::shownOf(const Row &row) const
{
    if (filters::inputOf(m_table.query().kind, row.field, m_texts.customFields()) == filters::Input::Record)
        return m_texts.textOf(m_table.query().kind, row.field, row.text);
    const QStringList values =
        row.test == FilterTest::IsOneOf ? row.text.split(filters::separator) : QStringList{row.text};
    QStringList shown;
    for (const QVariant &choice : choicesFor(row.field))
        if (const QVariantMap map = choice.toMap(); values.contains(map[u"value"_s].toString()))
            shown.append(map[u"text"_s].toString());
    return shown.join(u", "_s);
}

int FilterListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant FilterListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row &row = m_rows[index.row()];
    const RecordKind kind = m_table.query().kind;
    switch (role) {
    case FieldRole:
        return row.field;
    case Qt::DisplayRole:
        return m_texts.fieldName(kind, row.field);
    case TestRole:
        return frontdesk::nameOf(row.test);
    case TestTextRole:
        return filters::testName(kind, row.field, row.test, m_texts.customFields());
    case InputRole:
        return filters::nameOf(filters::inputOf(kind, row.field, m_texts.customFields()));
    case TextRole:
        return row.text;
    case ShownRole:
        return shownOf(row);
    case RefersToRole: {
        const FieldRule *rule = schemaOf(kind).field(row.field);
        return rule && rule->type == FieldType::Record ? frontdesk::nameOf(rule->refersTo) : QString();
    }
    case NeedsValueRole:
        return filters::needsValue(row.test);
    case ProblemRole:
        return problemOf(row);
    default:
        return {};
    }
}

QHash<int, QByteArray> FilterListModel::roleNames() const
{
    return {{FieldRole, "field"},       {Qt::DisplayRole, "display"}, {TestRole, "test"},
            {TestTextRole, "testText"}, {InputRole, "input"},         {TextRole, "text"},
            {ShownRole, "shown"},       {RefersToRole, "refersTo"},   {NeedsValueRole, "needsValue"},
            {ProblemRole, "problem"}};
}

} // namespace frontdesk::models
