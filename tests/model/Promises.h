// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ClientModel.h"

namespace frontdesk::model {

/// The promises, by which a broken one is named.
namespace promises {
inline constexpr auto nothingLost = QLatin1String("nothing typed or accepted is lost");
inline constexpr auto nothingTwice = QLatin1String("nothing is applied twice");
inline constexpr auto oneOrder = QLatin1String("one order for all");
inline constexpr auto holesNamed = QLatin1String("holes are named");
inline constexpr auto onlyForThem = QLatin1String("nothing is seen by whom it is not for");
inline constexpr auto conflictsShown = QLatin1String("a conflict is never silent");
inline constexpr auto ownIsNoConflict = QLatin1String("own changes are no conflict");
inline constexpr auto shownOnce = QLatin1String("what was typed is shown once");
} // namespace promises

/// Thrown by the checks.
struct Broken {
    QString promise;
    QString words;
};

/// In which everything happens.
inline const QVector<ConversationId> conversations{ConversationId(QStringLiteral("c1")),
                                                   ConversationId(QStringLiteral("c2"))};

struct TypedCommand {
    UserId author;
    Command command;               ///< with its basis
    QSet<QString> seenTitles = {}; ///< of its conversation, that its author had been shown
};

// After every step
void checkShown(const ClientModel &client);
/// What a client knows to be there it has on its disk, or it says what is missing. `swallows`: rows may have been lost
/// behind which nothing has come yet.
void checkHoles(const ClientModel &client, const ServerModel &server, bool swallows);

// After every command that the server has taken
/// A title that its author had not seen is not overwritten but in conflict, and a title that was not taken is shown as
/// one; with another's, not with one's own.
void checkMerge(const TypedCommand &typed, const ServerModel &before, const ServerModel &after);

// When it is calm
void checkJournal(const ServerModel &server); ///< each message once, in the order of its author
void checkAgreement(const ClientModel &client, const ServerModel &server);
/// The latest own values are those that were typed last.
void checkOwnValues(const QVector<TypedCommand> &typed, const ServerModel &server);
/// Every message, edit and title is in the journal, or its author knows that it is not.
void checkFate(const QVector<TypedCommand> &typed, const ServerModel &server,
               const std::function<const ClientModel *(const UserId &)> &clientOf);

} // namespace frontdesk::model
