// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/dashboard/ChartFile.h"

#include "exchange/CsvWriter.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSaveFile>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int digits = 15; // that a double keeps

QString numberText(const QVariant &number)
{
    return number.isNull() ? QString() : QString::number(number.toDouble(), 'g', digits);
}

} // namespace

QByteArray csvOf(const QVariantMap &chart)
{
    const QStringList categories = chart[u"categories"_s].toStringList();
    const QStringList names = chart[u"names"_s].toStringList();
    const QVariantList values = chart[u"values"_s].toList();
    const QVariantList texts = chart[u"texts"_s].toList();
    exchange::CsvWriter writer;
    QStringList heading{QString()};
    for (qsizetype series = 0; series < values.size(); ++series) {
        const QString name = names.value(series);
        heading.append(name);
        if (!texts.value(series).toList().isEmpty())
            heading.append(QCoreApplication::translate("Dashboard", "%1, in words", "a series").arg(name));
    }
    QByteArray csv = writer.row(heading);
    for (qsizetype category = 0; category < categories.size(); ++category) {
        QStringList fields{categories[category]};
        for (qsizetype series = 0; series < values.size(); ++series) {
            fields.append(numberText(values[series].toList().value(category)));
            if (const QVariantList words = texts.value(series).toList(); !words.isEmpty())
                fields.append(words.value(category).toString());
        }
        csv += writer.row(fields);
    }
    return csv;
}

Result<Done> writeFile(const QString &path, const QByteArray &content)
{
    QSaveFile file(path);
    if (path.isEmpty())
        return Error{u"file.none"_s, QCoreApplication::translate("Dashboard", "Say which file.")};
    if (file.open(QIODevice::WriteOnly) && file.write(content) == content.size() && file.commit())
        return Done();
    return Error{u"file.unwritable"_s,
                 QCoreApplication::translate("Dashboard", "%1 cannot be written: %2").arg(path, file.errorString())};
}

} // namespace frontdesk::models
