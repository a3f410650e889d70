// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/UnfinishedImport.h"

#include <QtCore/QFileInfo>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSaveFile>

namespace frontdesk::transfer {

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject toJson(const ImportFileOptions &options)
{
    QJsonObject places;
    for (auto place = options.places.cbegin(); place != options.places.cend(); ++place)
        places.insert(QString::number(place.key()), *place);
    QJsonObject object{{u"path"_s, options.path},
                       {u"kind"_s, nameOf(options.kind)},
                       {u"places"_s, places},
                       {u"decimalPoint"_s, options.rules.decimalSign == DecimalSign::Point},
                       {u"monthFirst"_s, options.rules.dayOrder == exchange::ReadingRules::DayOrder::MonthFirst},
                       {u"currency"_s, options.rules.currency}};
    if (options.csv.delimiter)
        object.insert(u"delimiter"_s, QString(*options.csv.delimiter));
    if (options.csv.encoding)
        object.insert(u"encoding"_s, exchange::nameOf(*options.csv.encoding));
    return object;
}

ImportFileOptions optionsFrom(const QJsonObject &object)
{
    using DayOrder = exchange::ReadingRules::DayOrder;
    ImportFileOptions options{.path = object["path"_L1].toString(),
                              .kind = recordKindFrom(object["kind"_L1].toString()).value_or(RecordKind::Contact)};
    options.format = formatOf(options.path);
    options.rules.decimalSign = object["decimalPoint"_L1].toBool() ? DecimalSign::Point : DecimalSign::Comma;
    options.rules.dayOrder = object["monthFirst"_L1].toBool() ? DayOrder::MonthFirst : DayOrder::DayFirst;
    options.rules.currency = object["currency"_L1].toString(options.rules.currency);
    if (const QString delimiter = object["delimiter"_L1].toString(); !delimiter.isEmpty())
        options.csv.delimiter = delimiter.front();
    options.csv.encoding = exchange::encodingNamed(object["encoding"_L1].toString());
    const QJsonObject places = object["places"_L1].toObject();
    for (auto place = places.begin(); place != places.end(); ++place)
        options.places.insert(place.key().toLongLong(), place.value().toString());
    return options;
}

} // namespace

UnfinishedImport::UnfinishedImport(QString file)
    : m_file(std::move(file))
{
}

std::optional<ImportFileOptions> UnfinishedImport::read() const
{
    QFile file(m_file);
    if (!file.open(QFile::ReadOnly))
        return {};
    const ImportFileOptions options = optionsFrom(QJsonDocument::fromJson(file.readAll()).object());
    return QFileInfo(options.path).isFile() ? std::optional(options) : std::nullopt;
}

void UnfinishedImport::keep(const ImportFileOptions &options) const
{
    QSaveFile file(m_file);
    if (file.open(QFile::WriteOnly) && file.write(QJsonDocument(toJson(options)).toJson(QJsonDocument::Compact)) > 0)
        file.commit();
}

void UnfinishedImport::forget() const
{
    QFile::remove(m_file);
}

} // namespace frontdesk::transfer
