// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/live/FileTransfers.h"

#include "domain/FieldReader.h"

namespace frontdesk::server {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr milliseconds keptUnnamed = 24h;
constexpr milliseconds betweenTidyings = 1h;
constexpr int mostUnfinished = 50; // of one person

const QString putEvent = u"file:put"_s;
const QString getEvent = u"file:get"_s;

QString readHash(FieldReader &fields)
{
    QString hash = fields.text("hash"_L1);
    if (fields.ok() && !isFileHash(hash))
        fields.wrong(u"hash"_s, u"must be a SHA-256 in lower-case hexadecimal digits"_s);
    return hash;
}

Answer haveAnswer(qint64 bytes)
{
    return {.fields = {{u"have"_s, bytes}}};
}

Error tooLarge(qint64 most)
{
    return {.code = u"file.tooLarge"_s,
            .message = u"A file may have at most %1 MiB."_s.arg(double(most) / (1024 * 1024), 0, 'g', 3),
            .detail = {{u"most"_s, most}}};
}

Error full()
{
    return {u"files.full"_s, u"There is no room for more files on the server. Whoever runs it can make some."_s};
}

Error tooManyUnfinished()
{
    return {u"files.full"_s, u"%1 files of yours have come only in part. Send one of them to its end, or wait a day: "
                             "then they are removed."_s.arg(mostUnfinished)};
}

/// What the storage knows of a file before a piece of it is taken.
struct Known {
    Role role = Role::Reader;
    std::optional<qint64> size; ///< it is whole and this person may read it
    qint64 taken = 0;
};

/// Adds the bytes where they belong. How much is there afterwards is not what was announced when they belonged
/// elsewhere.
Result<Done> added(FileFolder &folder, const Upload &upload, qint64 offset, const QByteArray &bytes, qint64 room)
{
    const qint64 have = folder.have(upload);
    if (bytes.isEmpty() || offset != have)
        return Done{};
    if (have == 0 && folder.unfinishedOf(upload.user) >= mostUnfinished)
        return tooManyUnfinished();
    if (have == 0 && folder.reserved() + upload.size > room)
        return full();
    return folder.append(upload, bytes);
}

} // namespace

QStringList FileTransfers::names()
{
    return {putEvent, getEvent};
}

bool FileTransfers::knows(const QString &event)
{
    return event == putEvent || event == getEvent;
}

void FileTransfers::handle(const UserId &user, const QString &event, const socketio::Arguments &arguments,
                           const RequestAnswer &answer)
{
    if (event == putEvent)
        put(user, arguments, answer);
    else
        get(user, arguments.at(0).toObject(), answer);
}

void FileTransfers::put(const UserId &user, const socketio::Arguments &arguments, const RequestAnswer &answer)
{
    const QJsonObject payload = arguments.at(0).toObject();
    FieldReader fields(payload);
    Piece piece{.upload = {.user = user, .hash = readHash(fields), .size = fields.integer("size"_L1, 1)},
                .offset = fields.integer("offset"_L1),
                .bytes = arguments.bytes(payload["bytes"_L1]).value_or(QByteArray())};
    if (fields.has("bytes"_L1) && !arguments.bytes(payload["bytes"_L1]))
        fields.wrong(u"bytes"_s, u"must be bytes"_s);
    if (piece.bytes.size() > m_parts.limits.piece)
        fields.wrong(u"bytes"_s, u"must be at most %1 bytes"_s.arg(m_parts.limits.piece));
    if (piece.offset > piece.upload.size - piece.bytes.size())
        fields.wrong(u"offset"_s, u"leads beyond the end"_s);
    if (!fields.ok())
        return answer(fields.error());
    if (piece.upload.size > m_parts.limits.file)
        return answer(tooLarge(m_parts.limits.file));
    m_parts.storage.read<Known>(
        [folder = m_parts.folder, upload = piece.upload](Records &records, qint64) -> Result<Known> {
            Known known{.role = records.accounts.roleOf(upload.user),
                        .size = records.files.sizeFor(upload.user, upload.hash),
                        .taken = records.files.bytes()};
            if (known.size && !folder.has(upload.hash, *known.size))
                known.size.reset(); // as after restoring a copy of the database alone: it is taken again
            return known;
        },
        [this, piece, answer](const Result<Known> &known) mutable {
            if (!known)
                return answer(known.error());
            if (known.value().role == Role::Reader)
                return answer(Error{u"role.forbidden"_s,
                                    u"You may read here, and change only what is your own. An administrator can change "
                                    "that."_s});
            if (known.value().size)
                return answer(haveAnswer(*known.value().size));
            piece.taken = known.value().taken;
            take(piece, answer);
        });
}

void FileTransfers::take(const Piece &piece, const RequestAnswer &answer)
{
    inThread(
        [this, piece, answer](FileFolder &folder) -> std::function<void()> {
            const Upload &upload = piece.upload;
            const auto taken = added(folder, upload, piece.offset, piece.bytes, m_parts.limits.quota - piece.taken);
            const qint64 have = folder.have(upload);
            if (!taken)
                return [answer, taken] { answer(taken.error()); };
            if (have < upload.size)
                return [answer, have] { answer(haveAnswer(have)); };
            const auto checked = folder.check(upload);
            if (!checked)
                return [answer, checked] { answer(checked.error()); };
            return [this, upload, answer] { adopt(upload, answer); };
        },
        answer);
}

void FileTransfers::adopt(const Upload &upload, const RequestAnswer &answer)
{
    m_parts.storage.write<qint64>(
        [folder = m_parts.folder, upload](Records &records, qint64 now) mutable -> Result<qint64> {
            if (const auto adopted = folder.adopt(upload); !adopted)
                return adopted.error();
            records.files.put(upload.user, upload.hash, upload.size, now);
            return records.files.bytes();
        },
        [this, size = upload.size, answer](const Result<qint64> &bytes) {
            if (!bytes)
                return answer(bytes.error());
            ++m_parts.metrics.filesKept;
            m_parts.metrics.fileBytes = bytes.value();
            answer(haveAnswer(size));
        });
}

void FileTransfers::get(const UserId &user, const QJsonObject &payload, const RequestAnswer &answer)
{
    FieldReader fields(payload);
    const QString hash = readHash(fields);
    const qint64 offset = fields.integer("offset"_L1);
    const qint64 limit = fields.optionalInteger("limit"_L1, 1).value_or(m_parts.limits.piece);
    if (limit > m_parts.limits.piece)
        fields.wrong(u"limit"_s, u"must be at most %1"_s.arg(m_parts.limits.piece));
    if (!fields.ok())
        return answer(fields.error());
    m_parts.storage.read<qint64>(
        [user, hash](Records &records, qint64) -> Result<qint64> {
            const auto size = records.files.sizeFor(user, hash);
            return size ? Result<qint64>(*size) : unknownFile();
        },
        [this, hash, offset, limit, answer](const Result<qint64> &size) {
            if (!size)
                return answer(size.error());
            inThread(
                [this, hash, offset, limit, answer, size = size.value()](FileFolder &folder) -> std::function<void()> {
                    const auto bytes = folder.read(hash, offset, limit);
                    if (!bytes)
                        return [answer, bytes] { answer(bytes.error()); };
                    return [this, answer, bytes, size] {
                        m_parts.metrics.fileBytesSent += quint64(bytes.value().size());
                        answer(Answer{.fields = {{u"size"_s, size}}, .bytes = bytes.value()});
                    };
                },
                answer);
        });
}

void FileTransfers::inThread(FileThread::Work work, const RequestAnswer &answer)
{
    if (!m_parts.thread.run(std::move(work)))
        answer(Error{.code = u"server.busy"_s,
                     .message = u"The server has too many files to write at the moment; it will be tried again."_s,
                     .retryAfter = 500ms});
}

void FileTransfers::tidy()
{
    const qint64 before = (m_parts.clock.utc() - keptUnnamed).count();
    m_parts.storage.write<qint64>(
        [before](Records &records, qint64) -> Result<qint64> {
            records.files.forgetUnnamed(before);
            return records.files.bytes();
        },
        [this, before](const Result<qint64> &bytes) {
            if (!bytes)
                return m_parts.log({LogLevel::Warning, u"files.untidy"_s, bytes.error().message, {}});
            m_parts.metrics.fileBytes = bytes.value();
            // When too much waits, the next hour does it.
            (void)m_parts.thread.run([this, before](FileFolder &folder) -> std::function<void()> {
                folder.forgetUploads(before);
                return [this, old = folder.olderThan(before)] { sweep(old); };
            });
        });
    m_parts.later(betweenTidyings, [this] { tidy(); });
}

/// In the storage's thread, as what becomes whole does there too.
void FileTransfers::sweep(const QStringList &old)
{
    m_parts.storage.read<Done>(
        [folder = m_parts.folder, old](Records &records, qint64) mutable -> Result<Done> {
            for (const QString &hash : old)
                if (!records.files.isKnown(hash))
                    folder.remove(hash);
            return Done{};
        },
        [](const Result<Done> &) {});
}

} // namespace frontdesk::server
