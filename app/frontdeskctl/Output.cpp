// SPDX-License-Identifier: GPL-3.0-or-later
#include "Output.h"

#include "CommandLine.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QJsonDocument>

#include <cerrno>
#include <cstdio>
#include <system_error>

namespace frontdesk::ctl {

namespace {

std::optional<Error> problem; // the first one
bool endsWithOutput = false;

bool write(std::FILE *stream, QByteArray line)
{
    line += '\n';
    return std::fwrite(line.constData(), 1, size_t(line.size()), stream) == size_t(line.size()) &&
           std::fflush(stream) == 0;
}

void print(const QByteArray &line)
{
    if (write(stdout, line))
        return;
    if (!problem)
        problem = Error{QStringLiteral("storage.failed"),
                        QStringLiteral("Standard output cannot be written: %1")
                            .arg(QString::fromStdString(std::generic_category().message(errno)))};
    if (endsWithOutput) // later: the loop may not have begun
        QMetaObject::invokeMethod(
            QCoreApplication::instance(), [] { QCoreApplication::exit(Failed); }, Qt::QueuedConnection);
}

} // namespace

void printJson(const QJsonObject &object)
{
    print(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

void printText(const QString &line)
{
    print(line.toUtf8());
}

std::optional<Error> outputProblem()
{
    return problem;
}

void endWithOutput()
{
    endsWithOutput = true;
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
