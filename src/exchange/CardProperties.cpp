// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/CardProperties.h"

#include <QtCore/QUrl>

#include <algorithm>

namespace frontdesk::exchange {

namespace {

using L = QLatin1String;

/// What says something of the vCard and not of the person, so that leaving it out loses nothing.
bool isAboutTheFile(const QString &name)
{
    static const QStringList names{
        QStringLiteral("VERSION"), QStringLiteral("PRODID"),     QStringLiteral("REV"),          QStringLiteral("KIND"),
        QStringLiteral("PROFILE"), QStringLiteral("SOURCE"),     QStringLiteral("CLASS"),        QStringLiteral("NAME"),
        QStringLiteral("MAILER"),  QStringLiteral("X-ABLABEL"),  QStringLiteral("CLIENTPIDMAP"), QStringLiteral("XML"),
        QStringLiteral("X-ABADR"), QStringLiteral("SORT-STRING")};
    return names.contains(name);
}

/// The parts of a structured value; each may be a list, whose parts are put beside each other.
QStringList structured(const QString &value)
{
    QStringList parts;
    for (const QString &part : split(value, u';')) {
        QStringList list = partsOf(part, u',');
        for (QString &each : list)
            each = each.trimmed();
        list.removeAll(QString());
        parts.append(list.join(u' '));
    }
    return parts;
}

/// Post office box, extension, street, town, region, code, country (RFC 6350, 6.3.1), as it is written on a letter.
QString addressOf(const QString &value)
{
    enum Part { Box, Extension, Street, Town, Region, Code, Country, Count };
    QStringList parts = structured(value);
    while (parts.size() < Count)
        parts.append(QString());
    const QString town = QString(parts[Code] + u' ' + parts[Town]).trimmed();
    QStringList lines{parts[Box], parts[Extension], parts[Street], town, parts[Region], parts[Country]};
    lines.removeAll(QString());
    return lines.join(u'\n');
}

/// Without the scheme of a URI (vCard 4): "tel:+49-30-1;ext=2", "mailto:ada@example.org".
QString withoutScheme(const QString &value, L scheme)
{
    if (!value.startsWith(scheme, Qt::CaseInsensitive))
        return value;
    const QString rest = QUrl::fromPercentEncoding(value.mid(scheme.size()).toUtf8());
    const QString number = rest.section(u';', 0, 0);
    for (const QString &parameter : rest.section(u';', 1).split(u';')) {
        if (parameter.startsWith(L("ext="), Qt::CaseInsensitive))
            return number + L(" ext. ") + parameter.mid(4);
    }
    return number;
}

class Collector {
public:
    explicit Collector(const QVector<VCardLine> &properties)
        : m_properties(properties)
    {
    }

    /// The properties of that name, the preferred ones first.
    [[nodiscard]] QVector<VCardLine> all(L name) const
    {
        QVector<VCardLine> found;
        for (const VCardLine &property : m_properties) {
            if (property.name == name && !property.value.trimmed().isEmpty())
                found.append(property);
        }
        std::stable_sort(found.begin(), found.end(),
                         [](const VCardLine &a, const VCardLine &b) { return a.preference() < b.preference(); });
        return found;
    }

    [[nodiscard]] QStringList texts(L name) const
    {
        QStringList texts;
        for (const VCardLine &property : all(name)) {
            const QString text = unescaped(property.value).trimmed();
            if (!text.isEmpty() && !texts.contains(text))
                texts.append(text);
        }
        return texts;
    }

    [[nodiscard]] QString text(L name) const { return texts(name).value(0); }

    [[nodiscard]] QStringList addresses(L name, L scheme) const
    {
        QStringList found;
        for (const QString &text : texts(name)) {
            const QString address = withoutScheme(text, scheme).trimmed();
            if (!address.isEmpty() && !found.contains(address))
                found.append(address);
        }
        return found;
    }

private:
    const QVector<VCardLine> &m_properties;
};

void readNames(const Collector &properties, Card &card)
{
    enum Part { Family, Given, Additional, Prefix, Suffix };
    const QVector<VCardLine> names = properties.all(L("N"));
    const QStringList parts = names.isEmpty() ? QStringList() : structured(names.first().value);
    card.familyName = parts.value(Family);
    card.givenName = QString(parts.value(Given) + u' ' + parts.value(Additional)).trimmed();
    const QString whole =
        QStringList{parts.value(Prefix), card.givenName, card.familyName, parts.value(Suffix)}.join(u' ').simplified();
    for (const QString &name : {properties.text(L("FN")), whole, card.company, properties.text(L("NICKNAME")),
                                card.emails.value(0), card.phones.value(0)}) {
        if (card.name.isEmpty())
            card.name = name.simplified();
    }
}

class PropertyWriter {
public:
    explicit PropertyWriter(VCardVersion version)
        : m_version(version)
    {
    }

    /// RFC 6350 has an escape for semicolons only in values with parts, RFC 2426 in all.
    [[nodiscard]] QString plain(const QString &text) const
    {
        return escaped(text, m_version == VCardVersion::V3 ? Semicolons::Escaped : Semicolons::AsTheyAre);
    }
    void add(L name, const QString &text)
    {
        if (!text.isEmpty())
            lines.append(name + u':' + plain(text));
    }
    /// The first of several as the preferred one.
    void addAll(L name, const QStringList &texts)
    {
        const L preferred(m_version == VCardVersion::V3 ? ";TYPE=pref" : ";PREF=1");
        for (qsizetype i = 0; i < texts.size(); ++i)
            lines.append(name + (i == 0 && texts.size() > 1 ? preferred : L()) + u':' + plain(texts[i]));
    }

    QStringList lines;

private:
    VCardVersion m_version;
};

} // namespace

CardOfProperties cardOf(const QVector<VCardLine> &properties)
{
    const Collector collector(properties);
    CardOfProperties read;
    Card &card = read.card;
    card.emails = collector.addresses(L("EMAIL"), L("mailto:"));
    card.phones = collector.addresses(L("TEL"), L("tel:"));
    const QVector<VCardLine> organisations = collector.all(L("ORG"));
    if (!organisations.isEmpty())
        card.company = partsOf(organisations.first().value, u';').first().trimmed();
    card.job = collector.text(L("TITLE"));
    if (card.job.isEmpty())
        card.job = collector.text(L("ROLE"));
    const QVector<VCardLine> addresses = collector.all(L("ADR"));
    card.address = addresses.isEmpty() ? collector.text(L("LABEL")) : addressOf(addresses.first().value);
    card.note = collector.texts(L("NOTE")).join(u'\n');
    for (const VCardLine &categories : collector.all(L("CATEGORIES"))) {
        for (const QString &tag : partsOf(categories.value, u',')) {
            if (!tag.trimmed().isEmpty() && !card.tags.contains(tag.trimmed()))
                card.tags.append(tag.trimmed());
        }
    }
    card.uid = collector.text(L("UID"));
    readNames(collector, card);

    static const QStringList taken{QStringLiteral("EMAIL"), QStringLiteral("TEL"),   QStringLiteral("ORG"),
                                   QStringLiteral("TITLE"), QStringLiteral("ADR"),   QStringLiteral("NOTE"),
                                   QStringLiteral("UID"),   QStringLiteral("LABEL"), QStringLiteral("CATEGORIES"),
                                   QStringLiteral("FN"),    QStringLiteral("N")};
    for (const VCardLine &property : properties) {
        const bool another = property.name == L("ADR") && addresses.size() > 1;
        const bool department = property.name == L("ORG") && partsOf(property.value, u';').size() > 1;
        const bool role = property.name == L("ROLE") && unescaped(property.value).trimmed() == card.job;
        const bool known = (taken.contains(property.name) && !another && !department) || role ||
                           isAboutTheFile(property.name) || property.value.trimmed().isEmpty();
        if (!known && !read.leftOut.contains(property.name))
            read.leftOut.append(property.name);
    }
    return read;
}

QStringList propertiesOf(const Card &card, VCardVersion version)
{
    PropertyWriter writer(version);
    writer.add(L("UID"), card.uid);
    writer.lines.append(L("FN:") + writer.plain(card.name));
    // Has to be there in version 3, also when both names are empty.
    writer.lines.append(L("N:") + escaped(card.familyName) + u';' + escaped(card.givenName) + L(";;;"));
    if (!card.company.isEmpty())
        writer.lines.append(L("ORG:") + escaped(card.company));
    writer.add(L("TITLE"), card.job);
    writer.addAll(L("EMAIL"), card.emails);
    writer.addAll(L("TEL"), card.phones);
    // Lines of no known meaning: they are the street, so that every program shows them.
    if (!card.address.isEmpty())
        writer.lines.append(L("ADR:;;") + escaped(card.address) + L(";;;;"));
    writer.add(L("NOTE"), card.note);
    QStringList tags;
    for (const QString &tag : card.tags)
        tags.append(writer.plain(tag));
    if (!tags.isEmpty())
        writer.lines.append(L("CATEGORIES:") + tags.join(u','));
    return writer.lines;
}

} // namespace frontdesk::exchange
