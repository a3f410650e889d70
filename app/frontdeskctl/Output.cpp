// SPDX-License-Identifier: GPL-3.0-or-later
#include "Output.h"

#include <QtCore/QJsonDocument>

#include <cstdio>

namespace frontdesk::ctl {

namespace {

void write(std::FILE *stream, QByteArray line)
{
    line += '\n';
    std::fwrite(line.constData(), 1, size_t(line.size()), stream);
    std::fflush(stream);
}

} // namespace

void printJson(const QJsonObject &object)
{
    write(stdout, QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void printText(const QString &line)
{
    write(stdout, line.toUtf8());
}

void printError(const Error &error)
{
    write(stderr, QStringLiteral("frontdeskctl: %1 (%2)").arg(harmless(error.message), harmless(error.code)).toUtf8());
}

QString harmless(const QString &text)
{
    QString shown = text;
    for (QChar &character : shown) {
        if (character == QLatin1Char('\n'))
            character = QChar(0x23ce);
        else if (character.category() == QChar::Other_Control)
            character = QChar(0xfffd);
    }
    return shown;
}

} // namespace frontdesk::ctl
