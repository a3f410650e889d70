// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ZipfLanguage.h"
#include "domain/Error.h"
#include "domain/Types.h"

namespace bench {

/// A team with many conversations in the data folder of a server that does not run: written by the server's own
/// records, so that its clients read a journal as they would anywhere.
class BigTeam {
public:
    explicit BigTeam(QString serverFolder);

    /// The people and their groups of four; the first person is in every group.
    frontdesk::Result<frontdesk::Done> found(int conversations);
    /// So many messages of anybody, in any of the groups from `first` on.
    frontdesk::Result<frontdesk::Done> write(int messages, int first = 0);
    /// The same, all in one group.
    frontdesk::Result<frontdesk::Done> writeIn(int conversation, int messages);
    /// The first person has read everything but the newest message of each tenth group.
    frontdesk::Result<frontdesk::Done> read();

    [[nodiscard]] QString name() const; ///< what the first person logs in with
    [[nodiscard]] QString password() const;
    [[nodiscard]] const frontdesk::Conversation &conversation(int index) const { return m_conversations[index]; }
    [[nodiscard]] const QString &lastText() const { return m_lastText; }

private:
    frontdesk::Result<frontdesk::Done> writeSome(int messages, int first, int last);

    QString m_folder;
    ZipfLanguage m_language;
    QVector<frontdesk::User> m_people;
    QVector<frontdesk::Conversation> m_conversations;
    qint64 m_at; ///< of the next message, milliseconds since 1970
    QString m_lastText;
};

} // namespace bench
