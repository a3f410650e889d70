// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/transfer/ImportModel.h"

#include "domain/Money.h"
#include "domain/WhenDone.h"
#include "models/transfer/FilePath.h"

#include <QtCore/QFileInfo>
#include <QtCore/QLocale>
#include <QtCore/QPromise>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;
using DayOrder = exchange::ReadingRules::DayOrder;

namespace {

QVariantMap choice(const QString &value, const QString &text)
{
    return {{u"value"_s, value}, {u"text"_s, text}};
}

/// How people here write what a file does not say of itself.
exchange::ReadingRules rulesOf(const QLocale &locale)
{
    exchange::ReadingRules rules;
    rules.decimalSign = locale.decimalPoint() == "."_L1 ? DecimalSign::Point : DecimalSign::Comma;
    const QString day = locale.dateFormat(QLocale::ShortFormat);
    rules.dayOrder = day.indexOf(u'M') < day.indexOf(u'd') ? DayOrder::MonthFirst : DayOrder::DayFirst;
    if (const QString currency = locale.currencySymbol(QLocale::CurrencyIsoCode); money::isCurrency(currency))
        rules.currency = currency;
    return rules;
}

} // namespace

ImportModel::ImportModel(sync::Session &session, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_memory(session.store().folder() + u"/import.json"_s)
{
    m_pool.setMaxThreadCount(1);
    begin(kind());
}

ImportModel::~ImportModel()
{
    m_pool.clear();
    m_pool.waitForDone();
}

QString ImportModel::fileName() const
{
    return QFileInfo(m_options.path).fileName();
}

QString ImportModel::numbers() const
{
    return m_options.rules.decimalSign == DecimalSign::Comma ? u"comma"_s : u"point"_s;
}

QString ImportModel::days() const
{
    return m_options.rules.dayOrder == DayOrder::DayFirst ? u"day"_s : u"month"_s;
}

QString ImportModel::unfinished() const
{
    return m_unfinished ? QFileInfo(m_unfinished->path).fileName() : QString();
}

double ImportModel::progress() const
{
    const qint64 settled = m_progress.made + m_progress.there + m_progress.wrong;
    if (m_step == Step::Trial || m_expected == 0)
        return m_progress.size > 0 ? double(m_progress.read) / double(m_progress.size) : 0;
    return std::min(1.0, double(settled) / double(m_expected));
}

QVariantList ImportModel::choicesOf(const QString &setting) const
{
    if (setting == "delimiter"_L1)
        return {choice(u","_s, tr("Comma")), choice(u";"_s, tr("Semicolon")), choice(u"\t"_s, tr("Tab")),
                choice(u"|"_s, tr("Vertical bar"))};
    if (setting == "numbers"_L1)
        return {choice(u"comma"_s, u"1.234,50"_s), choice(u"point"_s, u"1,234.50"_s)};
    if (setting == "days"_L1)
        return {choice(u"day"_s, tr("Day first")), choice(u"month"_s, tr("Month first"))};
    QVariantList encodings;
    using enum exchange::Encoding;
    for (const auto encoding : {Utf8, Windows1252, Latin1, Utf16Le, Utf16Be})
        encodings.append(choice(exchange::nameOf(encoding), exchange::nameOf(encoding)));
    return encodings;
}

QVariantList ImportModel::targetChoices() const
{
    QVariantList choices{choice({}, tr("Leave out"))};
    for (const exchange::DraftField &field : exchange::draftFieldsOf(kind(), m_preview.custom))
        choices.append(choice(field.target, exchange::labelOf(field.target, m_preview.custom)));
    return choices;
}

void ImportModel::enter(Step step)
{
    m_step = step;
    Q_EMIT changed();
    Q_EMIT progressed();
}

void ImportModel::begin(const QString &kind)
{
    if (m_step == Step::Running)
        return;
    m_run.reset();
    ++m_readings;
    m_reading = false;
    m_options = {};
    m_options.kind = recordKindFrom(kind).value_or(RecordKind::Contact);
    m_options.rules = rulesOf(QLocale());
    m_unfinished = m_memory.read();
    m_problem.clear();
    m_preview = {};
    m_columns.clear();
    m_problems.show({});
    m_progress = {};
    m_expected = 0;
    enter(Step::File);
}

void ImportModel::choose(const QString &file)
{
    if (m_step != Step::File)
        return;
    m_options.path = filePathFrom(file);
    m_options.format = transfer::formatOf(m_options.path);
    m_options.csv = {};
    m_options.places.clear();
    if (!transfer::canImport(m_options.kind, m_options.format)) {
        fail({u"format.invalid"_s, tr("Only contacts can be imported from cards.")});
        return;
    }
    read();
}

void ImportModel::goOn()
{
    if (m_step == Step::Finished && !m_complete) {
        startTrial();
        return;
    }
    if (m_step != Step::File || !m_unfinished)
        return;
    m_options = *m_unfinished;
    read();
}

void ImportModel::leaveUnfinished()
{
    m_memory.forget();
    m_unfinished.reset();
    Q_EMIT changed();
}

void ImportModel::set(const QString &setting, const QString &value)
{
    if (m_step != Step::Columns || value.isEmpty())
        return;
    if (setting == "delimiter"_L1)
        m_options.csv.delimiter = value.front();
    else if (setting == "encoding"_L1)
        m_options.csv.encoding = exchange::encodingNamed(value);
    else if (setting == "numbers"_L1)
        m_options.rules.decimalSign = value == "comma"_L1 ? DecimalSign::Comma : DecimalSign::Point;
    else if (setting == "days"_L1)
        m_options.rules.dayOrder = value == "day"_L1 ? DayOrder::DayFirst : DayOrder::MonthFirst;
    if (setting == "delimiter"_L1 || setting == "encoding"_L1)
        m_options.places.clear(); // there may be other columns now
    read();
}

void ImportModel::setTarget(int column, const QString &target)
{
    if (m_step != Step::Columns || column < 0 || column >= m_columns.count())
        return;
    const auto field = exchange::draftField(kind(), target, m_preview.custom);
    if (field && !exchange::takesSeveral(field->shape))
        for (QString &other : m_options.places)
            if (other == target)
                other.clear();
    m_options.places.insert(column, target);
    read();
}

/// The beginning of the file, in the pool's thread.
void ImportModel::read()
{
    m_problem.clear();
    m_reading = true;
    const auto promise = std::make_shared<QPromise<Result<transfer::Preview>>>();
    promise->start();
    m_pool.start([promise, store = &m_session.store(), options = m_options] {
        promise->addResult(transfer::previewOf(*store, options));
        promise->finish();
    });
    whenDone(promise->future(), this, [this, reading = ++m_readings](const Result<transfer::Preview> &preview) {
        if (reading == m_readings)
            show(preview);
    });
    Q_EMIT changed();
}

void ImportModel::show(const Result<transfer::Preview> &preview)
{
    m_reading = false;
    if (!preview) {
        fail(preview.error());
        return;
    }
    m_preview = preview.value();
    m_columns.show(m_preview);
    QVector<transfer::RowProblem> problems;
    for (const transfer::ImportRow &row : m_preview.rows)
        if (!row.draft.problems.isEmpty())
            problems.append({row.line, row.draft.problems.join(u"; "_s)});
    m_problems.show(problems);
    enter(Step::Columns);
}

void ImportModel::tryOut()
{
    if (m_step == Step::Columns && !m_reading)
        startTrial();
}

void ImportModel::startTrial()
{
    m_step = Step::Trial;
    m_expected = 0;
    start({.file = m_options, .dryRun = true});
}

void ImportModel::back()
{
    if (m_step == Step::Columns) {
        ++m_readings;
        m_reading = false;
        m_problem.clear();
        enter(Step::File);
    } else if (m_step == Step::Trial) {
        m_run.reset();
        m_problem.clear();
        read();
        enter(Step::Columns);
    }
}

void ImportModel::run()
{
    if (m_step != Step::Trial || busy() || !m_problem.isEmpty())
        return;
    m_memory.keep(m_options);
    m_step = Step::Running;
    start({.file = m_options});
}

void ImportModel::cancel()
{
    if (m_step == Step::Trial)
        back();
    else if (m_run)
        m_run->cancel();
}

void ImportModel::start(const transfer::ImportOptions &options)
{
    m_problem.clear();
    m_progress = {};
    m_mendFile.clear();
    m_leftOut.clear();
    m_complete = false;
    m_problems.show({});
    m_run = std::make_unique<ImportRun>(m_session, options);
    connect(m_run.get(), &ImportRun::progressed, this, &ImportModel::showProgress);
    connect(m_run.get(), &ImportRun::finished, this, &ImportModel::finish);
    connect(m_run.get(), &ImportRun::failed, this, &ImportModel::fail);
    enter(m_step);
}

void ImportModel::showProgress(const transfer::ImportProgress &progress)
{
    m_progress = progress;
    Q_EMIT progressed();
}

void ImportModel::finish(const transfer::ImportReport &report)
{
    m_run.release()->deleteLater(); // it is what says this
    m_progress = report.progress;
    m_mendFile = report.mendFile;
    m_leftOut = report.leftOut.join(u", "_s);
    m_complete = !report.cancelled;
    m_problems.show(report.problems);
    if (m_step == Step::Trial) {
        m_expected = report.progress.rows;
        enter(Step::Trial);
        return;
    }
    if (m_complete)
        m_memory.forget();
    enter(Step::Finished);
}

void ImportModel::fail(const Error &error)
{
    if (m_run)
        m_run.release()->deleteLater();
    m_problem = error.message;
    enter(m_step == Step::Running ? Step::Finished : m_step);
}

void ImportModel::retranslate()
{
    m_columns.show(m_preview);
    Q_EMIT changed();
}

} // namespace frontdesk::models
