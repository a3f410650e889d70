// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <QtCore/QStringList>
#include <QtCore/QVector>

#include <optional>

/// What a column can be: the fields and lists of contacts, companies and deals (docs/protocol.md), parts of them, and
/// the custom fields that a team has. Pure.
namespace frontdesk::exchange {

enum class DraftShape {
    Line,  ///< a text in one line
    Lines, ///< a text in several
    Part,  ///< of an address
    List,  ///< several texts
    Name,  ///< of another record or a person
    Note,
    Status, ///< one of the statuses that a contact can have
    Amount, ///< of money
    Currency,
    Percent, ///< 0 to 100
    Day,
    Number,
    Choice, ///< one of the custom field's choices
    YesNo,
    Link,
};

/// Whether several columns can go into one field: entries of a list, lines of a note or an address.
constexpr bool takesSeveral(DraftShape shape)
{
    return shape == DraftShape::List || shape == DraftShape::Note || shape == DraftShape::Lines;
}

struct DraftField {
    QString target; ///< the field's or list's name, for a part with the part after a point: "address.city"
    DraftShape shape = DraftShape::Line;
    int longest = 0;          ///< code points; of a list: of each entry
    QStringList choices = {}; ///< of a custom field
};

enum class CustomType { Text, Number, Date, Choice, YesNo, Link };

/// A field that an admin has defined.
struct CustomField {
    QString key; ///< its field is called "x:KEY"
    QString name;
    CustomType type = CustomType::Text;
    QStringList choices = {};
};

/// Of a kind, in the order in which they are offered; empty for a kind that cannot be imported. The custom fields are
/// that kind's.
QVector<DraftField> draftFieldsOf(const QString &kind, const QVector<CustomField> &custom);
std::optional<DraftField> draftField(const QString &kind, const QString &target, const QVector<CustomField> &custom);

/// What a person calls it, in their language: a column's heading when it is written, and in what is said of a problem.
/// One that is not known is called by its target.
QString labelOf(const QString &target, const QVector<CustomField> &custom = {});

} // namespace frontdesk::exchange
