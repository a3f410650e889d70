// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRandomGenerator>
#include <QtCore/QStringList>
#include <QtCore/QVector>

/// Whom the demo team sells to, by the language that they speak. All of it is made up: addresses end in .example,
/// telephone numbers are of ranges that are kept for fiction.
namespace frontdesk::demo {

/// A name as it is written, and in letters that an e-mail address may have.
struct SpelledName {
    QString written;
    QString latin;
};

struct Firm {
    QString name;
    QString domain;  ///< without ".example"
    QString address; ///< lines
};

/// Pure but for load().
///
/// The form of a file: `# comment`, else `KEY: VALUE`. `currency`; `phone`, where each # stands for a digit; `full`,
/// how {given} and {family} are put together; `company: NAME | DOMAIN | LINE / LINE`, one a line; `given` and `family`,
/// of names such as `Jörg=joerg` or `Anna` between bars; `job`, `deal`, `note`, `task`: texts between bars.
struct Market {
    QString language;
    QString currency;
    QString phone;
    QString full;
    QVector<Firm> firms;
    QVector<SpelledName> given;
    QVector<SpelledName> family;
    QStringList jobs;
    QStringList deals;
    QStringList notes;
    QStringList tasks;

    static Market parse(const QString &language, const QString &text);
    /// From the program's resources, as there are dialogues.
    static Market load(const QString &language);

    [[nodiscard]] QString fullName(const SpelledName &givenName, const SpelledName &familyName) const;
    [[nodiscard]] QString newPhone(QRandomGenerator &random) const;
};

} // namespace frontdesk::demo
