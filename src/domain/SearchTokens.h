// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchRequest.h"

/// The words of the index. SQLite keeps for each only which messages have it (detail=none): beginnings, insides of
/// words, pairs of characters, people and conversations are words of their own, so that every question is one
/// intersection of sorted lists. What the index answers is compared with the text itself. Pure.
namespace frontdesk::search::tokens {

/// Changes whenever messages are given other words: the index has to be made anew.
QString rules();

/// What is searched of a message: its text, then the names of its files, one a line.
QString textOf(const Message &message);

/// All words of a message, parted by spaces.
QString of(const Message &message);
/// The words of any other text, which has neither an author nor a place and is not looked into.
QString of(const QString &text);

/// What to ask the index for, in the syntax of FTS5; empty: it cannot narrow this down.
QString expression(const Request &request, Places places);

/// Whether looking inside words can find more than looking at their beginnings.
bool mayBeInside(const QVector<Term> &terms);

} // namespace frontdesk::search::tokens
