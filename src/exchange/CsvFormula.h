// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

/// Spreadsheet programs run a field that begins like a formula, whoever wrote it (OWASP, CSV injection). What would be
/// run gets an apostrophe in front, which those programs read as "this is text". Pure.
///
/// Left as they are: numbers ("-12.50") and what is written with nothing but digits, spaces and ( ) . , / - after its
/// sign, such as "+49 30 123-45". Without letters, "=" and "@" there is nothing to call and no cell to read, so the
/// worst that can come of it is a sum; and every other program finds the phone number that it expects.
namespace frontdesk::exchange {

QString withoutFormula(const QString &text);
/// Takes exactly that back: restored(withoutFormula(text)) is the text, whatever it is. Also what other programs put
/// before numbers and phone numbers.
QString restored(const QString &text);

} // namespace frontdesk::exchange
