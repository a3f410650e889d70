// SPDX-License-Identifier: GPL-3.0-or-later
#include "ArgumentReader.h"

#include "Overview.h"
#include "dialect/Authorities.h"
#include "dialect/ServerAddress.h"

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

ArgumentReader::ArgumentReader(const QString &description, const QList<QCommandLineOption> &taken)
{
    m_parser.setApplicationDescription(description);
    m_parser.addOption(options::help);
    m_parser.addOptions(taken);
    m_parser.addOptions({options::proxy, options::noProxy, options::caFile});
}

void ArgumentReader::positional(const QString &name, const QString &description)
{
    m_parser.addPositionalArgument(name, description);
    ++m_positional;
}

bool ArgumentReader::parse(const QStringList &arguments)
{
    if (!m_parser.parse(arguments))
        refuse(m_parser.errorText());
    else if (m_parser.isSet(options::help))
        m_print = Print{m_parser.helpText()};
    else if (m_parser.positionalArguments().size() != m_positional)
        refuse(m_positional == 0 ? u"there are words too many"_s : u"there must be %1 argument(s)"_s.arg(m_positional));
    return !m_print;
}

QUrl ArgumentReader::server(const QString &text)
{
    if (text.isEmpty()) {
        refuse(u"say which server: --url URL"_s);
        return {};
    }
    const auto url = dialect::parseServerAddress(text);
    if (!url)
        refuse(url.error().message);
    return url ? url.value() : QUrl();
}

Target ArgumentReader::target(const QString &environmentToken, Token token)
{
    Target target{.server = server(m_parser.value(options::url)),
                  .token = m_parser.isSet(options::token) ? m_parser.value(options::token) : environmentToken,
                  .json = m_parser.isSet(options::json),
                  .credentialsFile = m_parser.value(options::credentials),
                  .network = network()};
    if (target.token.isEmpty() && target.credentialsFile.isEmpty() && token == Token::Required)
        refuse(u"say who you are: --credentials FILE, --token TOKEN or FRONTDESK_TOKEN (see \"frontdeskctl login\")"_s);
    return target;
}

dialect::NetworkSettings ArgumentReader::network()
{
    using Mode = dialect::NetworkSettings::ProxyMode;
    dialect::NetworkSettings network{.authorityFile = m_parser.value(options::caFile)};
    if (m_parser.isSet(options::noProxy)) {
        network.proxyMode = Mode::None;
        if (m_parser.isSet(options::proxy))
            refuse(u"either --proxy or --no-proxy"_s);
    } else if (m_parser.isSet(options::proxy)) {
        const auto proxy = dialect::parseProxyAddress(m_parser.value(options::proxy));
        if (!proxy)
            refuse(proxy.error().message);
        else
            network = {.proxyMode = Mode::Manual,
                       .proxy = proxy.value().adjusted(QUrl::RemoveUserInfo),
                       .proxyUser = proxy.value().userName(),
                       .proxyPassword = proxy.value().password(),
                       .authorityFile = network.authorityFile};
    }
    if (const auto authorities = dialect::readAuthorities(network.authorityFile); !authorities)
        refuse(authorities.error().message);
    return network;
}

Place ArgumentReader::place(const QCommandLineOption &with)
{
    const Place place{m_parser.value(options::conversation), m_parser.value(with)};
    if (place.conversation.isEmpty() == place.with.isEmpty())
        refuse(u"say where: either --conversation ID or --%1 NAME"_s.arg(with.names().first()));
    return place;
}

void ArgumentReader::refuse(const QString &words)
{
    if (!m_print)
        m_print = wrongUsage(words);
}

} // namespace frontdesk::ctl
