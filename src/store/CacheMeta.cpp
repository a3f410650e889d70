// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/CacheMeta.h"

#include "domain/Json.h"

#include <QtCore/QJsonDocument>

namespace frontdesk::store {

namespace {

constexpr QLatin1String cursorKey("cursor");
constexpr QLatin1String snapshotKey("snapshot");
constexpr QLatin1String toldKey("told");
constexpr QLatin1String meKey("me");
constexpr QLatin1String figuresKey("figures");
constexpr QLatin1String closedKey("closed");
constexpr QLatin1String decodedByKey("decodedBy");
constexpr QLatin1String searchRulesKey("searchRules");
constexpr QLatin1String recordRulesKey("recordRules");

} // namespace

CacheMeta::CacheMeta(Database &database)
    : m_get(database, QStringLiteral("SELECT value FROM meta WHERE key=?"))
    , m_set(database, QStringLiteral("INSERT OR REPLACE INTO meta(key, value) VALUES(?, ?)"))
{
}

Cursor CacheMeta::cursor()
{
    return cursor(cursorKey);
}

void CacheMeta::setCursor(const Cursor &cursor)
{
    setCursor(cursorKey, cursor);
}

Cursor CacheMeta::snapshotCursor()
{
    return cursor(snapshotKey);
}

void CacheMeta::setSnapshotCursor(const Cursor &cursor)
{
    setCursor(snapshotKey, cursor);
}

Cursor CacheMeta::told()
{
    return cursor(toldKey);
}

void CacheMeta::setTold(const Cursor &cursor)
{
    setCursor(toldKey, cursor);
}

std::optional<User> CacheMeta::me()
{
    const QString json = text(meKey);
    if (json.isEmpty())
        return {};
    FieldReader fields(QJsonDocument::fromJson(json.toUtf8()).object());
    return readUser(fields);
}

void CacheMeta::setMe(const User &me)
{
    set(meKey, QString::fromUtf8(QJsonDocument(toJson(me)).toJson(QJsonDocument::Compact)));
}

std::optional<figures::Answer> CacheMeta::figures()
{
    const QString json = text(figuresKey);
    FieldReader fields(QJsonDocument::fromJson(json.toUtf8()).object());
    figures::Answer answer = figures::readAnswer(fields);
    return fields.ok() ? std::optional(std::move(answer)) : std::nullopt;
}

void CacheMeta::setFigures(const std::optional<figures::Answer> &answer)
{
    const QJsonObject object = answer ? figures::toJson(*answer) : QJsonObject();
    set(figuresKey, QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact)));
}

bool CacheMeta::wasClosed()
{
    return text(closedKey) != QLatin1String("no");
}

void CacheMeta::setClosed(bool closed)
{
    set(closedKey, closed ? QStringLiteral("yes") : QStringLiteral("no"));
}

QString CacheMeta::decodedBy()
{
    return text(decodedByKey);
}

void CacheMeta::setDecodedBy(const QString &version)
{
    set(decodedByKey, version);
}

QString CacheMeta::searchRules()
{
    return text(searchRulesKey);
}

void CacheMeta::setSearchRules(const QString &rules)
{
    set(searchRulesKey, rules);
}

QString CacheMeta::recordRules()
{
    return text(recordRulesKey);
}

void CacheMeta::setRecordRules(const QString &rules)
{
    set(recordRulesKey, rules);
}

QString CacheMeta::text(QLatin1String key)
{
    return m_get.first([](const Row &row) { return row.text(0); }, key).value_or(QString());
}

void CacheMeta::set(QLatin1String key, const QString &value)
{
    m_set.run(key, value);
}

Cursor CacheMeta::cursor(QLatin1String prefix)
{
    const QJsonObject fields = QJsonDocument::fromJson(text(prefix).toUtf8()).object();
    return {fields[QLatin1String("epoch")].toString(), fields[QLatin1String("seq")].toInteger(),
            fields[QLatin1String("mark")].toString()};
}

void CacheMeta::setCursor(QLatin1String prefix, const Cursor &cursor)
{
    const QJsonObject fields{{QStringLiteral("epoch"), cursor.epoch},
                             {QStringLiteral("seq"), cursor.seq},
                             {QStringLiteral("mark"), cursor.mark}};
    set(prefix, QString::fromUtf8(QJsonDocument(fields).toJson(QJsonDocument::Compact)));
}

} // namespace frontdesk::store
