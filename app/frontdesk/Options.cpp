// SPDX-License-Identifier: GPL-3.0-or-later
#include "Options.h"

#include <QtCore/QCommandLineParser>

namespace frontdesk {

std::variant<Options, Leave> parseOptions(const QStringList &arguments)
{
    constexpr int usageError = 2;
    const QCommandLineOption demo(QStringLiteral("demo"),
                                  QStringLiteral("Look around in a workspace full of sample data."));
    const QCommandLineOption tour(
        QStringLiteral("tour"),
        QStringLiteral("Walk through every screen, leave numbered pictures in the folder and end."),
        QStringLiteral("folder"));
    const QCommandLineOption data(QStringLiteral("data"), QStringLiteral("Keep everything in this folder."),
                                  QStringLiteral("folder"));
    const QCommandLineOption help({QStringLiteral("h"), QStringLiteral("help")}, QStringLiteral("Show this help."));
    const QCommandLineOption version(QStringLiteral("version"), QStringLiteral("Show the version."));

    QCommandLineParser parser;
    parser.setApplicationDescription(QStringLiteral("Chat, live support and CRM that works offline."));
    parser.addOptions({demo, tour, data, help, version});

    if (!parser.parse(arguments))
        return Leave{parser.errorText() + u'\n', usageError};
    if (parser.isSet(help))
        return Leave{parser.helpText()};
    if (parser.isSet(version))
        return Leave{QStringLiteral("frontdesk " FRONTDESK_VERSION "\n")};
    if (!parser.positionalArguments().isEmpty())
        return Leave{QStringLiteral("frontdesk takes no file names: %1\n").arg(parser.positionalArguments().first()),
                     usageError};

    Options options;
    options.demo = parser.isSet(demo);
    if (parser.isSet(tour))
        options.tour = parser.value(tour);
    options.dataFolder = parser.value(data);
    return options;
}

} // namespace frontdesk
