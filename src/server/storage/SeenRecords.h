// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

/// SQL: whether somebody, who is the value bound at its place, is in the stream that a record of the CRM is in now.
/// TEXT: an expression that is the record as text, such as `contact:ID`.
#define RECORD_IS_SEEN(TEXT)                                                                                           \
    "EXISTS (SELECT 1 FROM records s JOIN memberships v ON v.stream = s.stream WHERE v.user_id = ? "                   \
    "AND v.to_seq IS NULL AND s.kind = substr(" TEXT ", 1, instr(" TEXT ", ':') - 1) "                                 \
    "AND s.id = substr(" TEXT ", instr(" TEXT ", ':') + 1))"
