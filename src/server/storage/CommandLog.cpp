// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/CommandLog.h"

#include <QtCore/QCryptographicHash>
#include <QtCore/QJsonDocument>

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

namespace {
constexpr qint64 sweepInterval = 24 * 60 * 60 * 1000; // milliseconds
}

Result<std::optional<QJsonObject>> CommandLog::answerOf(const Actor &actor, const CommandId &id, const QByteArray &hash)
{
    Rows rows = m_database.run(u"SELECT hash, answer FROM commands WHERE user_id = ? AND id = ?"_s,
                               {actor.user.text(), id.text()});
    if (rows.next()) {
        if (rows.bytes(0) != hash)
            return Error{u"command.mismatch"_s, u"This command's id was used for something else before."_s};
        return std::optional(QJsonDocument::fromJson(rows.text(1).toUtf8()).object());
    }
    const auto made = timeOfUuidV7(id.text());
    if (!made || made->count() < actor.now - memory)
        return Error{u"command.expired"_s,
                     u"This was written more than 30 days ago and not sent; look at it and send it again."_s};
    return std::optional<QJsonObject>();
}

void CommandLog::remember(const Actor &actor, const CommandId &id, const QByteArray &hash, const QJsonObject &answer)
{
    m_database.run(u"INSERT INTO commands (user_id, id, hash, at, answer) VALUES (?, ?, ?, ?, ?)"_s,
                   {actor.user.text(), id.text(), hash, actor.now,
                    QString::fromUtf8(QJsonDocument(answer).toJson(QJsonDocument::Compact))});
}

QVector<CommandId> CommandLog::known(const UserId &user, const QVector<CommandId> &ids)
{
    QVector<CommandId> found;
    for (const CommandId &id : ids)
        if (m_database.number(u"SELECT count(*) FROM commands WHERE user_id = ? AND id = ?"_s,
                              {user.text(), id.text()}) > 0)
            found.append(id);
    return found;
}

void CommandLog::forgetOld(qint64 now)
{
    if (now < m_nextSweep)
        return;
    m_database.run(u"DELETE FROM commands WHERE at < ?"_s, {now - memory});
    m_nextSweep = now + sweepInterval;
}

QByteArray contentHash(const QString &event, QJsonObject fields)
{
    fields.remove("id"_L1);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(event.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(QJsonDocument(fields).toJson(QJsonDocument::Compact)); // QJsonObject keeps its keys sorted
    return hash.result();
}

} // namespace frontdesk::server
