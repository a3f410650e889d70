// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Error.h"
#include "domain/Record.h"

#include <QtCore/QJsonArray>

/// What the fields and lists of each kind of record hold, whatever is in them now (docs/protocol.md: rules 4.1, fields
/// 4.2). The client asks before it queues, the server before it writes. Pure; any thread.
namespace frontdesk {

enum class FieldType {
    Text,      ///< one line
    Link,      ///< one line: an address of the web or of mail
    Lines,     ///< several
    Flag,      ///< true or false
    Percent,   ///< 0…100, or null
    Number,    ///< a decimal number as text, or empty
    Day,       ///< "2026-11-29", or empty
    Time,      ///< milliseconds since 1970 UTC, or null
    Choice,    ///< one of the definition's names
    Money,     ///< {"amount": "12.50", "currency": "EUR"}, or null
    Place,     ///< {"pipeline": id, "stage": id, "lostReason"?: text}, or null
    Record,    ///< the id of a record of one kind, or empty
    AnyRecord, ///< a record as text, such as "deal:ID", or empty
    Person,    ///< a user's id, or empty
    Stages,    ///< as in domain/Stages.h
    Statuses,  ///< [{"id", "name", "color"?: the name of one of the theme's colours}], at least one
    Texts,     ///< a list that is one value, as the choices of a custom field
    File,      ///< a FileRef, or null
    Object,    ///< what only the program that wrote it understands, such as a filter
};

struct FieldRule {
    QString name;
    FieldType type = FieldType::Text;
    int longest = 0;                           ///< code points of a text
    bool required = false;                     ///< never empty; of a kind's own field also given with a new record
    QString refusal = {};                      ///< what a refusal's code begins with; empty: the name
    RecordKind refersTo = RecordKind::Contact; ///< of a Record
    QStringList choices = {};                  ///< of a Choice; of a File the types it may have, none: any
    bool isOpen = false;   ///< of a Choice: `choices` are those at first; whoever keeps the records knows today's
    bool lastWins = false; ///< nobody has to choose between two values: the later one stands, whatever its author saw
};

struct ListRule {
    QString name;
    int longest = 0;      ///< code points of an entry
    int most = 0;         ///< entries
    QString refusal = {}; ///< what a refusal of an entry begins with
};

struct RecordSchema {
    QVector<FieldRule> fields;
    QVector<ListRule> lists;

    [[nodiscard]] const FieldRule *field(const QString &name) const; ///< null: there is none
    [[nodiscard]] const ListRule *list(const QString &name) const;
};

const RecordSchema &schemaOf(RecordKind kind);

/// A field that an admin has defined is called "x:" and its key, of one to forty letters a-z, digits and hyphens.
QString customFieldName(const QString &key);
bool isCustomField(const QString &name);
/// Which fields besides its own a record of that kind has (the definitions that are not deleted), and what those of its
/// own that are open may hold today.
struct CustomFields {
    [[nodiscard]] QVector<FieldRule> of(RecordKind kind) const { return rules.value(int(kind)); }
    [[nodiscard]] const FieldRule *field(RecordKind kind, const QString &name) const; ///< null: there is none
    QHash<int, QVector<FieldRule>> rules;                                             ///< by kind
};
/// The rule that a definition makes (a record of kind CustomField, or the workspace: the statuses of contacts); nothing
/// when it makes none.
std::optional<std::pair<RecordKind, FieldRule>> ruleFrom(const RecordState &definition);
/// Of a field that is defined, or a kind's own as it is today; null: there is none.
const FieldRule *ruleOf(RecordKind kind, const QString &field, const CustomFields &custom);
/// Whether a text can be opened as a link: with https:// or http:// or without, or an address of mail with mailto:.
bool isLink(const QString &text);

/// The statuses of contacts in a workspace that has not chosen its own.
QJsonArray firstStatuses();

/// A value as it is kept (without white space at the ends of texts), or why it cannot be: `field.unknown`,
/// `FIELD.empty`, `FIELD.tooLong`, `FIELD.invalid`.
Result<QJsonValue> checkedValue(const FieldRule &rule, const QJsonValue &value);
Result<QJsonValue> checkedValue(RecordKind kind, const QString &field, const QJsonValue &value,
                                const CustomFields &custom = {});
/// The same for an entry of a list.
Result<QString> checkedEntry(RecordKind kind, const QString &list, const QString &entry);

/// The records that it names in its fields, each once.
QVector<RecordRef> namedBy(const RecordState &record);

/// What a new record lacks; nothing when it is complete.
std::optional<Error> missingIn(RecordKind kind, const QJsonObject &set);

} // namespace frontdesk
