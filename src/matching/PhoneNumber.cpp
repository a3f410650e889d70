// SPDX-License-Identifier: GPL-3.0-or-later
#include "matching/PhoneNumber.h"

#include <phonenumbers/phonenumberutil.h>

namespace frontdesk::matching {

namespace {

using i18n::phonenumbers::PhoneNumber;
using i18n::phonenumbers::PhoneNumberUtil;

constexpr qsizetype fewestDigits = 5;
constexpr qsizetype longest = 250; ///< UTF-16 units; what the library reads at most

QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar character : text) {
        if (character.isDigit())
            digits.append(QChar(u'0' + character.digitValue()));
    }
    return digits.size() < fewestDigits ? QString() : digits;
}

} // namespace

QString normalizedPhone(const QString &text, const QString &region)
{
    const PhoneNumberUtil &library = *PhoneNumberUtil::GetInstance();
    PhoneNumber number;
    const std::string where = region.isEmpty() ? "ZZ" : region.toUpper().toStdString(); // ZZ: unknown to the library
    if (library.Parse(text.left(longest).toStdString(), where, &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return digitsOf(text);
    const std::string extension = number.extension();
    number.clear_extension();
    std::string formatted;
    library.Format(number, PhoneNumberUtil::E164, &formatted);
    const QString normalized = QString::fromStdString(formatted);
    return extension.empty() ? normalized : normalized + QLatin1String(";ext=") + QString::fromStdString(extension);
}

} // namespace frontdesk::matching
