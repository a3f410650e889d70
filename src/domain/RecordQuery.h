// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"

/// Which records of one kind are wanted, and in which order: what a view shows, a segment saves and an export writes.
/// Pure.
namespace frontdesk {

enum class FilterTest { Is, IsNot, IsOneOf, Contains, AtLeast, AtMost, IsEmpty, IsNotEmpty };
QString nameOf(FilterTest test);
std::optional<FilterTest> filterTestFrom(const QString &name);

/// One condition on a field or a list; a list passes if one of its entries does (IsNot: if none does).
struct RecordFilter {
    QString field;
    FilterTest test = FilterTest::Is;
    QJsonValue value = {}; ///< of money the amount as text; of IsOneOf an array; IsEmpty and IsNotEmpty have none

    friend bool operator==(const RecordFilter &, const RecordFilter &) = default;
};

/// That a field has one of these values.
RecordFilter isOneOf(const QString &field, const QStringList &values);

struct RecordQuery {
    RecordKind kind = RecordKind::Contact;
    QString text = {}; ///< as typed: each word begins a word of its name, addresses, numbers, tags or other texts
    QVector<RecordFilter> filters = {}; ///< all of them
    QString sortBy = fields::name;      ///< a field, or "createdAt", "changedAt"
    bool descending = false;
    bool deleted = false; ///< those in the bin instead of the others

    friend bool operator==(const RecordQuery &, const RecordQuery &) = default;
};

/// Whether a record is one of the wanted ones, its text apart: that is for the index, or for `recordText`.
bool passes(const RecordState &record, const RecordQuery &query);
/// What is searched of a record, one text a line; ids are not.
QString recordText(const RecordState &record);
/// What it is sorted by: texts fold case and diacritics, numbers and times keep their order as text; what is empty
/// comes last in both directions.
QString sortKey(const RecordState &record, const QString &sortBy);

/// As a segment keeps it, and back; a condition that this version does not know is left out.
QJsonObject toJson(const RecordQuery &query);
RecordQuery recordQueryFrom(RecordKind kind, const QJsonObject &object);

} // namespace frontdesk
