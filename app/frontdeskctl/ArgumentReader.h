// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CommandLine.h"

#include <QtCore/QCommandLineParser>

namespace frontdesk::ctl {

/// Options that several commands take.
namespace options {
using namespace Qt::Literals::StringLiterals;

inline const QCommandLineOption help(QStringList{u"h"_s, u"help"_s}, u"Show this help."_s);
inline const QCommandLineOption url(u"url"_s, u"The server's address."_s, u"URL"_s);
inline const QCommandLineOption
    token(u"token"_s, u"What login printed; the environment's FRONTDESK_TOKEN when not given."_s, u"TOKEN"_s);
inline const QCommandLineOption
    credentials(u"credentials"_s,
                u"The file in which login put the sign-in, and where it is kept when it is renewed."_s, u"FILE"_s);
inline const QCommandLineOption json(u"json"_s, u"Print JSON, one object a line."_s);
inline const QCommandLineOption
    proxy(u"proxy"_s,
          u"Go through this proxy, http://[USER:PASSWORD@]HOST:PORT or socks5://…; else through the system's."_s,
          u"URL"_s);
inline const QCommandLineOption noProxy(u"no-proxy"_s, u"Go through no proxy."_s);
inline const QCommandLineOption caFile(u"ca-file"_s,
                                       u"Trust the certificates of this file (PEM) besides the system's."_s, u"FILE"_s);
inline const QCommandLineOption data(u"data"_s, u"The folder for cache and outbox."_s, u"DIR"_s);
inline const QCommandLineOption conversation(u"conversation"_s, u"The conversation's id."_s, u"ID"_s);
} // namespace options

/// One command's arguments being read; the first thing that is wrong, or help, is kept as what to print.
class ArgumentReader {
public:
    ArgumentReader(const QString &description, const QList<QCommandLineOption> &taken);

    void positional(const QString &name, const QString &description);
    /// False: print `print()` and do nothing else.
    bool parse(const QStringList &arguments);
    QUrl server(const QString &text);
    enum class Token { Required, Optional };
    Target target(const QString &environmentToken, Token token = Token::Required);
    dialect::NetworkSettings network();
    Place place(const QCommandLineOption &with);
    void refuse(const QString &words);
    [[nodiscard]] const QCommandLineParser &parser() const { return m_parser; }
    [[nodiscard]] QString argument(qsizetype index) const { return m_parser.positionalArguments().value(index); }
    /// The command, unless something is wrong with it.
    [[nodiscard]] Invocation result(Invocation command) const
    {
        return m_print ? Invocation(*m_print) : std::move(command);
    }
    [[nodiscard]] Print print() const { return *m_print; }

private:
    QCommandLineParser m_parser;
    qsizetype m_positional = 0;
    std::optional<Print> m_print;
};

} // namespace frontdesk::ctl
