// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QCommandLineParser>

namespace bench {

/// An option of a bench that says how many there are of something; known to the parser from now on.
inline QCommandLineOption addCount(QCommandLineParser &parser, const QString &name, const QString &words, int usual)
{
    const QCommandLineOption option(name, words, QStringLiteral("count"), QString::number(usual));
    parser.addOption(option);
    return option;
}

} // namespace bench
