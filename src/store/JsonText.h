// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FileRef.h"

#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>

/// JSON as a column holds it.
namespace frontdesk::store {

inline QString jsonText(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

inline QJsonObject jsonObject(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).object();
}

/// Any value; a document holds only arrays and objects, so it is put into an array of one.
inline QString jsonText(const QJsonValue &value)
{
    return QString::fromUtf8(QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact));
}

inline QJsonValue jsonValue(const QString &text)
{
    return QJsonDocument::fromJson(text.toUtf8()).array().first();
}

/// Files; none are an empty text.
inline QString filesText(const QVector<FileRef> &files)
{
    return files.isEmpty() ? QString() : QString::fromUtf8(QJsonDocument(toJson(files)).toJson(QJsonDocument::Compact));
}

inline QVector<FileRef> filesFrom(const QString &text)
{
    if (text.isEmpty())
        return {};
    auto files = filesFromJson(QJsonDocument::fromJson(text.toUtf8()).array());
    return files ? std::move(files).value() : QVector<FileRef>();
}

} // namespace frontdesk::store
