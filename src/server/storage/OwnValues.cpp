// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/storage/OwnValues.h"

#include "server/storage/JsonColumn.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;

std::optional<QJsonValue> OwnValues::find(const UserId &user, const QString &key)
{
    Rows rows = m_database.run(u"SELECT value FROM own_values WHERE user_id = ? AND key = ?"_s, {user.text(), key});
    if (!rows.next())
        return {};
    return jsonValue(rows.text(0));
}

Result<Done> OwnValues::set(const Actor &actor, const QString &key, const QJsonValue &value)
{
    const std::optional<QJsonValue> now = find(actor.user, key);
    if (now.value_or(QJsonValue()) == value)
        return Done{};
    if (value.isNull()) {
        m_database.run(u"DELETE FROM own_values WHERE user_id = ? AND key = ?"_s, {actor.user.text(), key});
    } else {
        if (!now &&
            m_database.number(u"SELECT count(*) FROM own_values WHERE user_id = ?"_s, {actor.user.text()}) >= mostKeys)
            return Error{u"keys.tooMany"_s, u"At most %1 settings and drafts are kept for one person."_s.arg(mostKeys)};
        m_database.run(u"INSERT OR REPLACE INTO own_values (user_id, key, value, seq) VALUES (?, ?, ?, ?)"_s,
                       {actor.user.text(), key, jsonText(value), m_journal.nextSeq()});
    }
    m_journal.appendLatest(actor, streamOf(actor.user), key, u"own:changed"_s, {{u"key"_s, key}, {u"value"_s, value}});
    return Done{};
}

QVector<OwnValue> OwnValues::of(const UserId &user, const QString &after, int limit)
{
    Rows rows =
        m_database.run(u"SELECT key, value, seq FROM own_values WHERE user_id = ? AND key > ? ORDER BY key LIMIT ?"_s,
                       {user.text(), after, limit});
    QVector<OwnValue> values;
    while (rows.next())
        values.append({.key = rows.text(0), .value = jsonValue(rows.text(1)), .seq = rows.integer(2)});
    return values;
}

} // namespace frontdesk::server
