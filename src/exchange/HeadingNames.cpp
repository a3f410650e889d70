// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/HeadingNames.h"

#include "domain/SearchText.h"

#include <QtCore/QHash>
#include <QtCore/QStringList>

namespace frontdesk::exchange {

namespace {

struct Headings {
    const char *kind;
    const char *target;
    const char *headings; ///< parted by "|", the most telling first; compared folded and without numbers
};

constexpr const char *any = "";

constexpr Headings known[] = {
    {"contact", "name",
     "Full Name|Display Name|Name|Contact Name|Anzeigename|Vollständiger Name|Kontaktname|Kontakt|Ansprechpartner|"
     "Ansprechpartnerin|Contact|Person"},
    {"contact", "givenName", "First Name|Given Name|Vorname|Rufname|Forename"},
    {"contact", "familyName", "Last Name|Family Name|Nachname|Familienname|Surname|Zuname"},
    {"contact", "company",
     "Company|Company Name|Organization|Organisation|Organization Name|Firma|Firmenname|Unternehmen|Unternehmensname|"
     "Associated Company|Associated Company (Primary)|Primary Associated Company|Account Name|Account|Arbeitgeber|"
     "Employer"},
    {"contact", "job",
     "Job Title|Jobtitle|Position|Organization Title|Berufsbezeichnung|Stellenbezeichnung|Stellung|Funktion|Tätigkeit|"
     "Role|Rolle|Beruf|Profession|Occupation|Title"},
    {"contact", "status", "Status|Contact Status|Kontaktstatus|Lifecycle Stage|Lead Status|Lifecycle-Phase|Leadstatus"},
    {"company", "name",
     "Company Name|Name|Company|Firma|Firmenname|Unternehmen|Unternehmensname|Organization|Organisation|"
     "Organization Name|Account Name|Account|Full Name"},
    {"company", "website",
     "Website|Website URL|Webseite|Internetseite|Homepage|Web Page|URL|Webadresse|Website Value|Company Domain Name|"
     "Domain"},
    {"deal", "name",
     "Deal Name|Name|Deal|Opportunity Name|Opportunity|Geschäft|Verkaufschance|Auftrag|Vorgang|Bezeichnung|Titel|Title|"
     "Betreff"},
    {"deal", "value",
     "Amount|Deal Amount|Value|Deal Value|Betrag|Wert|Auftragswert|Summe|Volumen|Umsatz|Preis|Price|"
     "Amount in company currency"},
    {"deal", "value.currency", "Currency|Currency Code|Deal Currency|Deal Currency Code|Währung|Währungscode"},
    {"deal", "pipeline", "Pipeline|Deal Pipeline|Vertriebspipeline"},
    {"deal", "stage", "Deal Stage|Stage|Phase|Stufe|Verkaufsphase|Deal-Phase|Status"},
    {"deal", "lostReason",
     "Lost Reason|Closed Lost Reason|Reason Lost|Loss Reason|Verlustgrund|Grund für den Verlust|Grund der Absage"},
    {"deal", "probability", "Probability|Deal Probability|Wahrscheinlichkeit|Abschlusswahrscheinlichkeit"},
    {"deal", "expectedClose",
     "Expected Close|Expected Close Date|Close Date|Closing Date|Erwarteter Abschluss|Abschlussdatum|"
     "Voraussichtlicher Abschluss|Fällig am"},
    {"deal", "contact",
     "Contact|Contact Name|Associated Contact|Primary Contact|Kontakt|Ansprechpartner|Ansprechpartnerin|Contact Email"},
    {"deal", "company",
     "Company|Company Name|Associated Company|Primary Company|Firma|Unternehmen|Organization|Organisation|Account Name|"
     "Account|Kunde|Customer"},
    {any, "emails",
     "E-mail|Email Address|E-mail Value|Mail|E-Mail-Adresse|Mailadresse|Primary Email|Work Email|Business Email|"
     "Home Email|Private Email|Other Email|Additional email addresses|E-Mail geschäftlich|E-Mail privat|Secondary "
     "Email|"
     "E-Mail (geschäftlich)|Weitere E-Mail-Adressen"},
    {any, "phones",
     "Phone|Phone Number|Phone Value|Telephone|Telefon|Telefonnummer|Tel|Rufnummer|Primary Phone|Business Phone|"
     "Work Phone|Home Phone|Mobile Phone|Mobile|Mobile Phone Number|Mobile Number|Cell|Cell Phone|Company Main Phone|"
     "Other Phone|Car Phone|Telefon geschäftlich|Telefon privat|Telefon (geschäftlich)|Mobiltelefon|Mobil|Mobilnummer|"
     "Handy|Handynummer|Haupttelefon|Telefon Firma|Firmentelefon|Weiteres Telefon|Festnetz"},
    {any, "address",
     "Address|Address Formatted|Adresse|Anschrift|Business Address|Work Address|Postal Address|Mailing Address|"
     "Postanschrift|Geschäftsadresse|Home Address|Privatadresse"},
    {any, "address.street",
     "Street|Street Address|Business Street|Work Street|Address Street|Straße|Straße und Hausnummer|Straße "
     "geschäftlich|"
     "Mailing Street|Address Line|Home Street|Straße privat"},
    {any, "address.code",
     "Postal Code|Zip|Zip Code|Postcode|PLZ|Postleitzahl|Business Postal Code|Work Postal Code|Address Postal Code|"
     "Postleitzahl geschäftlich|PLZ geschäftlich|Mailing Zip|Home Postal Code|Postleitzahl privat|PLZ privat"},
    {any, "address.city",
     "City|Town|Business City|Work City|Address City|Ort|Stadt|Wohnort|Ort geschäftlich|Mailing City|Home City|"
     "Ort privat"},
    {any, "address.region",
     "State|State/Region|Region|Province|State/Province|Business State|Work State|Address Region|Bundesland|Kanton|"
     "Region geschäftlich|Bundesland/Kanton geschäftlich|Mailing State|Home State|Bundesland/Kanton privat"},
    {any, "address.country",
     "Country|Country/Region|Business Country/Region|Business Country|Work Country|Address Country|Land|Staat|"
     "Land/Region|Land geschäftlich|Land/Region geschäftlich|Mailing Country|Home Country/Region|Home Country|"
     "Land/Region privat|Land privat"},
    {any, "owner",
     "Owner|Contact Owner|Company Owner|Deal Owner|Account Owner|Assigned To|Responsible|Zuständig|Verantwortlich|"
     "Besitzer|Eigentümer|Betreuer|Betreuerin|Zugewiesen an|Bearbeiter"},
    {any, "tags",
     "Tags|Tag|Labels|Label|Categories|Category|Group Membership|Groups|Kategorien|Kategorie|Schlagworte|Schlagwörter|"
     "Etiketten|Gruppen"},
    {any, "note",
     "Notes|Note|Comments|Comment|Notizen|Notiz|Bemerkungen|Bemerkung|Kommentar|Kommentare|Description|Beschreibung|"
     "Remarks|Anmerkung|Anmerkungen"},
};

struct Plain {
    QString words;
    int number = 0;
};

/// Folded, in one word, without the numbers that say which of several it is: "E-mail 2 - Value" and "Email Value" are
/// the same.
Plain plain(const QString &heading)
{
    Plain result;
    const QStringList words = search::fold(heading).text.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i < words.size(); ++i) {
        bool isNumber = false;
        const int number = words[i].toInt(&isNumber);
        if (!isNumber)
            result.words.append(words[i]);
        else if (i + 1 < words.size())
            result.number = number;
    }
    return result;
}

using Table = QHash<QString, HeadingMeaning>;

Table tableOf(const QString &kind)
{
    Table table;
    for (const Headings &entry : known) {
        if (*entry.kind != '\0' && kind != QLatin1String(entry.kind))
            continue;
        const QString target = QString::fromLatin1(entry.target);
        int rank = 0;
        for (const QString &heading : QString::fromUtf8(entry.headings).split(u'|')) {
            const QString words = plain(heading).words;
            // What a kind calls its own comes first in the list.
            if (!table.contains(words))
                table.insert(words, {.target = target, .rank = rank});
            ++rank;
        }
    }
    return table;
}

} // namespace

std::optional<HeadingMeaning> meaningOf(const QString &heading, const QString &kind)
{
    static const QHash<QString, Table> tables{
        {QStringLiteral("contact"), tableOf(QStringLiteral("contact"))},
        {QStringLiteral("company"), tableOf(QStringLiteral("company"))},
        {QStringLiteral("deal"), tableOf(QStringLiteral("deal"))},
    };
    const Plain asked = plain(heading);
    const Table table = tables.value(kind);
    const auto found = table.constFind(asked.words);
    if (found == table.cend())
        return {};
    HeadingMeaning meaning = *found;
    meaning.number = asked.number;
    return meaning;
}

} // namespace frontdesk::exchange
