// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/FileRef.h"

#include <QtCore/QJsonValue>
#include <QtCore/QString>

namespace frontdesk::server {

/// A JSON value of any kind as the text of one column, and back. What a value is may change without the table.
QString jsonText(const QJsonValue &value);
QJsonValue jsonValue(const QString &text);

/// Files likewise; none are an empty text.
QString filesText(const QVector<FileRef> &files);
QVector<FileRef> filesFrom(const QString &text);

} // namespace frontdesk::server
