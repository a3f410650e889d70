// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/JsonColumn.h"

#include "domain/Json.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>

namespace frontdesk::server {

// A document is a list or an object, so the value goes in a list whose brackets are left out.

QString jsonText(const QJsonValue &value)
{
    const QByteArray list = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(list.sliced(1, list.size() - 2));
}

QJsonValue jsonValue(const QString &text)
{
    return QJsonDocument::fromJson('[' + text.toUtf8() + ']').array().at(0);
}

QString filesText(const QVector<FileRef> &files)
{
    return files.isEmpty() ? QString() : jsonText(toJson(files));
}

QVector<FileRef> filesFrom(const QString &text)
{
    if (text.isEmpty())
        return {};
    auto files = filesFromJson(QJsonDocument::fromJson(text.toUtf8()).array());
    return files ? std::move(files).value() : QVector<FileRef>();
}

} // namespace frontdesk::server
