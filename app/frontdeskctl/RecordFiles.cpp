// SPDX-License-Identifier: GPL-3.0-or-later
#include "RecordFiles.h"

#include "OneShot.h"
#include "Output.h"
#include "domain/Json.h"
#include "transfer/Export.h"

#include <QtCore/QFile>
#include <QtCore/QJsonArray>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject describe(const transfer::ImportProgress &progress)
{
    return {{u"read"_s, progress.read},   {u"size"_s, progress.size},          {u"rows"_s, progress.rows},
            {u"made"_s, progress.made},   {u"there"_s, progress.there},        {u"wrong"_s, progress.wrong},
            {u"notes"_s, progress.notes}, {u"companies"_s, progress.companies}};
}

void printReport(const transfer::ImportReport &report, bool dryRun, bool json)
{
    const transfer::ImportProgress &progress = report.progress;
    if (json) {
        QJsonObject object = describe(progress);
        object.insert(u"cancelled"_s, report.cancelled);
        object.insert(u"dryRun"_s, dryRun);
        object.insert(u"mend"_s, report.mendFile.isEmpty() ? QJsonValue() : QJsonValue(report.mendFile));
        object.insert(u"leftOut"_s, QJsonArray::fromStringList(report.leftOut));
        printJson({{u"result"_s, object}});
        return;
    }
    printText(dryRun ? u"Nothing was changed. There would be:"_s : u"Rows       %1"_s.arg(progress.rows));
    printText(u"Made       %1"_s.arg(progress.made));
    printText(u"There      %1 already"_s.arg(progress.there));
    printText(u"Wrong      %1"_s.arg(progress.wrong));
    if (progress.companies > 0)
        printText(u"Companies  %1 made"_s.arg(progress.companies));
    if (progress.notes > 0)
        printText(u"Notes      %1 made"_s.arg(progress.notes));
    if (!report.leftOut.isEmpty())
        printText(u"Left out   %1"_s.arg(harmless(report.leftOut.join(u", "_s))));
    if (!report.mendFile.isEmpty())
        printText(u"To mend    %1"_s.arg(report.mendFile));
    if (report.cancelled)
        printText(u"Interrupted: the same command goes on from here"_s);
}

/// "-" is standard output.
Result<qint64> writeExport(store::Store &store, const ExportCommand &command)
{
    const transfer::ExportOptions options{.query = command.query, .format = command.format};
    if (command.file != "-"_L1)
        return transfer::exportRecords(store, options, command.file);
    QFile output;
    if (!output.open(stdout, QFile::WriteOnly))
        return Error{u"file.unwritable"_s, output.errorString()};
    auto written = transfer::exportRecords(store, options, output);
    if (written && !output.flush())
        return Error{u"file.unwritable"_s, output.errorString()};
    return written;
}

} // namespace

ExitCode run(const ListRecordsCommand &command)
{
    OneShot shot(command.target, OneShot::WhenLost::End);
    return shot.exec([&] {
        transfer::eachRecord(shot.store(), command.query, [&shot](const RecordState &state, qint64) {
            if (shot.json())
                printJson(toJson(state));
            else
                printText(u"%1  %2"_s.arg(state.record.id, harmless(state.fields[fields::name].toString())));
            return true;
        });
        shot.finish();
    });
}

ExitCode run(const ImportCommand &command)
{
    OneShot shot(command.target, OneShot::WhenLost::End);
    std::optional<transfer::Import> import;
    return shot.exec([&] {
        import.emplace(shot.session(), command.options);
        shot.whenInterrupted([&import] { import->cancel(); });
        if (shot.json())
            QObject::connect(&*import, &transfer::Import::progressed, &shot, [](const auto &progress) {
                printJson({{u"progress"_s, describe(progress)}});
            });
        QObject::connect(&*import, &transfer::Import::failed, &shot, &OneShot::fail);
        QObject::connect(&*import, &transfer::Import::finished, &shot, [&](const transfer::ImportReport &report) {
            printReport(report, command.options.dryRun, shot.json());
            shot.finish(report.cancelled || report.progress.wrong > 0 ? Failed : Success);
        });
        import->start();
    });
}

ExitCode run(const ExportCommand &command)
{
    OneShot shot(command.target, OneShot::WhenLost::End);
    return shot.exec([&] {
        const auto written = writeExport(shot.store(), command);
        if (!written) {
            shot.fail(written.error());
            return;
        }
        if (command.file != "-"_L1 && shot.json())
            printJson({{u"result"_s, QJsonObject{{u"file"_s, command.file}, {u"records"_s, written.value()}}}});
        else if (command.file != "-"_L1)
            printText(u"%1 written to %2"_s.arg(QString::number(written.value()), command.file));
        shot.finish();
    });
}

} // namespace frontdesk::ctl
