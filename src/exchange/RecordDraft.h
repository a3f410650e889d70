// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QString>
#include <QtCore/QStringList>

namespace frontdesk::exchange {

/// What a row or a card says a record should be, before it is one. Only what it says: a field that is not there was
/// empty, and an import that updates a record leaves it as it is.
struct RecordDraft {
    QString kind;                          ///< as on the wire: contact, company, deal
    QJsonObject set = {};                  ///< fields with their values, as on the wire
    QMap<QString, QStringList> lists = {}; ///< emails, phones, tags
    QMap<QString, QString> names = {};     ///< what has to be found by what it is called (see below)
    QString note = {};                     ///< for a note about the record
    QStringList problems = {};             ///< in words, each about one field; such a draft cannot be taken as it is

    friend bool operator==(const RecordDraft &, const RecordDraft &) = default;
};

/// The entries of RecordDraft::names.
namespace draftnames {
inline const QString company = QStringLiteral("company");
inline const QString contact = QStringLiteral("contact");
inline const QString owner = QStringLiteral("owner");
inline const QString pipeline = QStringLiteral("pipeline");
inline const QString stage = QStringLiteral("stage");           ///< of the pipeline
inline const QString lostReason = QStringLiteral("lostReason"); ///< why a deal is at that stage
} // namespace draftnames

} // namespace frontdesk::exchange
