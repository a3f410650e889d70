// SPDX-License-Identifier: GPL-3.0-or-later
#include "KeptRows.h"
#include "server/storage/Migrations.h"
#include "server/storage/Records.h"

#include <QtCore/QTemporaryDir>
#include <QtCore/QUuid>
#include <QtTest/QTest>

#include <map>
#include <random>
#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace frontdesk;
using namespace frontdesk::server;

namespace {

/// What a random history did, kept beside the database: who was in which stream when each row was written.
struct Model {
    struct Row {
        JournalRow row;
        std::set<QString> audience; ///< user ids
    };
    std::map<QString, std::set<QString>> members; ///< by stream
    std::map<qint64, Row> rows;                   ///< by seq, without what a later latest-only row replaced
    std::map<qint64, QString> marks;              ///< of every seq that was ever given
    std::map<QString, qint64> counts;             ///< rows of each stream

    void take(const JournalTransaction &transaction)
    {
        for (const JournalChange &change : transaction.changes) {
            if (const auto *membership = std::get_if<MembershipChange>(&change)) {
                if (membership->member)
                    members[membership->stream].insert(membership->user.text());
                else
                    members[membership->stream].erase(membership->user.text());
                continue;
            }
            const auto &row = std::get<JournalRow>(change);
            if (row.n == 0)
                std::erase_if(rows, [&](const auto &entry) { return replaces(row, entry.second.row); });
            else
                QCOMPARE(row.n, ++counts[row.stream]);
            QCOMPARE(row.mark, transaction.mark);
            marks[row.seq] = row.mark;
            rows[row.seq] = {row, members[row.stream]};
        }
    }

    static bool replaces(const JournalRow &later, const JournalRow &earlier)
    {
        if (earlier.n != 0 || earlier.stream != later.stream || earlier.event != later.event)
            return false;
        return later.event == "read:moved"_L1 ? earlier.actor == later.actor
                                              : earlier.payload["id"_L1] == later.payload["id"_L1];
    }
};

} // namespace

/// The journal by itself: dense numbers, marks, and who may see what.
class JournalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPageAtEveryCutShowsExactlyWhatMayBeSeen_data();
    void everyPageAtEveryCutShowsExactlyWhatMayBeSeen();
    void everyPlaceIsKnownAgain();
    void fetchGivesWhatMayBeSeenOfAHole();
    void pagesAreBoundedInSize();
    void placesThatAreNotOurs();
    void activitiesFarApartAreOneAnswer();

private:
    std::set<qint64> visibleTo(const UserId &user) const
    {
        std::set<qint64> seqs;
        for (const auto &[seq, row] : m_model.rows)
            if (row.audience.contains(user.text()))
                seqs.insert(seq);
        return seqs;
    }
    /// The change by somebody who had seen this version; 0: the present one.
    ChangeRecord asOf(const ConversationId &group, ChangeRecord change, qint64 version = 0)
    {
        change.basis.version = version > 0 ? version : m_records->conversations.find(group)->version;
        return change;
    }
    void commit()
    {
        if (const auto written = m_records->journal.finish())
            m_model.take(*written);
    }

    QTemporaryDir m_folder;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<Records> m_records;
    QVector<User> m_users;
    QVector<ConversationId> m_groups;
    Model m_model;
};

void JournalTest::initTestCase()
{
    m_database = std::move(Database::open(m_folder.filePath(u"journal.sqlite"_s))).value();
    migrate(*m_database);
    m_records = std::make_unique<Records>(*m_database, 100'000);
    m_database->run(u"BEGIN"_s);
    for (const QString &name : {u"ada"_s, u"sam"_s, u"eve"_s, u"bob"_s}) {
        const auto user =
            m_records->accounts.create({.name = name, .displayName = {}, .password = {}}, u"hash"_s, 1000);
        QVERIFY(user.ok());
        m_users.append(user.value());
        m_model.members[streamOf(user.value().id)].insert(user.value().id.text());
    }
    for (const User &user : std::as_const(m_users)) // everybody sees the workspace from its first row
        m_model.members[workspaceStream()].insert(user.id.text());
    commit();

    std::mt19937 random(20261120); // the same history every time
    const auto pick = [&](auto size) { return int(random() % unsigned(size)); };
    qint64 now = 2000;
    for (int step = 0; step < 600; ++step) {
        now += 1 + pick(400'000);
        const Actor actor{m_users[pick(m_users.size())].id, now, CommandId(createUuidV7(milliseconds(now)))};
        const UserId other = m_users[pick(m_users.size())].id;
        if (m_groups.isEmpty() || pick(40) == 0) {
            Conversation wanted;
            wanted.id = ConversationId(QUuid::createUuid().toString(QUuid::WithoutBraces));
            wanted.kind = ConversationKind::Group;
            wanted.title = u"Group %1"_s.arg(step);
            wanted.members = {other};
            QVERIFY(m_records->conversations.create(actor, wanted).ok());
            m_groups.append(wanted.id);
        }
        const ConversationId group = m_groups[pick(m_groups.size())];
        switch (pick(6)) {
        case 0:
            (void)m_records->changes.apply(actor, asOf(group, changeMembers(group, {other}, {})));
            break;
        case 1:
            (void)m_records->changes.apply(actor, asOf(group, changeMembers(group, {}, {other})));
            break;
        case 2:
            // Now and then by somebody who has not seen what the title is.
            (void)m_records->changes.apply(
                actor, asOf(group, renameConversation(group, u"Title %1"_s.arg(step)), pick(3) == 0 ? 1 : 0));
            break;
        case 3:
            if (m_records->conversations.forMember(actor.user, group))
                m_records->reads.move(actor, group, m_records->messages.lastNumber(group));
            break;
        default:
            if (const auto conversation = m_records->conversations.forMember(actor.user, group))
                (void)m_records->messages.add(actor, conversation.value(), actor.command, u"message %1"_s.arg(step),
                                              now);
        }
        commit();
    }
    m_database->run(u"COMMIT"_s);
    QVERIFY(m_model.rows.size() > 300);
    QVERIFY(m_model.marks.size() > m_model.rows.size()); // some were replaced
}

void JournalTest::everyPageAtEveryCutShowsExactlyWhatMayBeSeen_data()
{
    QTest::addColumn<int>("limit");
    for (const int limit : {1, 2, 7, 500})
        QTest::addRow("%d rows a page", limit) << limit;
}

void JournalTest::everyPageAtEveryCutShowsExactlyWhatMayBeSeen()
{
    QFETCH(int, limit);
    const qint64 head = m_records->journal.head();
    for (const User &user : std::as_const(m_users)) {
        const std::set<qint64> visible = visibleTo(user.id);
        QVERIFY(visible.size() < m_model.rows.size());
        // From every place for large pages; from some for small ones, which stop at every row anyway.
        for (qint64 start = 0; start <= head; start += limit == 500 ? 1 : 97) {
            std::set<qint64> seen;
            qint64 cursor = start;
            for (bool more = true; more;) {
                const JournalPage page = m_records->reader.page(user.id, cursor, {limit, 1'000'000});
                QVERIFY(page.rows.size() <= limit);
                QVERIFY(page.upTo > cursor || !page.more);
                for (const KeptRow &kept : page.rows) {
                    const JournalRow row = testing::readRow(kept);
                    QCOMPARE(row.seq, kept.seq);
                    QVERIFY(row.seq > cursor && row.seq <= page.upTo);
                    QVERIFY(seen.insert(row.seq).second);
                    QCOMPARE(row, m_model.rows.at(row.seq).row);
                }
                if (page.upTo > 0)
                    QCOMPARE(page.mark, m_model.marks.at(page.upTo));
                cursor = page.upTo;
                more = page.more;
            }
            QCOMPARE(cursor, head);
            QVERIFY(seen == std::set<qint64>(visible.upper_bound(start), visible.end()));
        }
    }
}

void JournalTest::everyPlaceIsKnownAgain()
{
    const QString epoch = m_records->journal.epoch();
    const qint64 head = m_records->journal.head();
    for (const auto &[seq, mark] : m_model.marks) { // also those whose row was replaced since
        QCOMPARE(m_records->reader.stateOf(m_users[0].id, Cursor{epoch, seq, mark}),
                 seq == head ? JournalState::Current : JournalState::Behind);
        QCOMPARE(m_records->reader.stateOf(m_users[0].id, Cursor{epoch, seq, mark + u'x'}), JournalState::Rewound);
    }
}

void JournalTest::fetchGivesWhatMayBeSeenOfAHole()
{
    for (const User &user : std::as_const(m_users))
        for (const ConversationId &group : std::as_const(m_groups)) {
            std::set<qint64> expected;
            for (const auto &[seq, row] : m_model.rows)
                if (row.row.stream == streamOf(group) && row.row.n >= 3 && row.row.n <= 40 &&
                    row.audience.contains(user.id.text()))
                    expected.insert(seq);
            std::set<qint64> fetched;
            for (const KeptRow &row : m_records->reader.fetch(user.id, streamOf(group), 3, 40, {500, 1'000'000}))
                fetched.insert(row.seq);
            QVERIFY(fetched == expected);
        }
}

void JournalTest::pagesAreBoundedInSize()
{
    const JournalPage whole = m_records->reader.page(m_users[0].id, 0, {500, 1'000'000});
    const JournalPage bounded = m_records->reader.page(m_users[0].id, 0, {500, 2'000});
    QVERIFY(bounded.rows.size() < whole.rows.size());
    QVERIFY(bounded.more);
    const JournalPage least = m_records->reader.page(m_users[0].id, 0, {500, 1});
    QCOMPARE(least.rows.size(), 1); // it always goes on
}

void JournalTest::placesThatAreNotOurs()
{
    const QString epoch = m_records->journal.epoch();
    const qint64 head = m_records->journal.head();
    JournalReader &reader = m_records->reader;
    QCOMPARE(reader.stateOf(m_users[0].id, {}), JournalState::Fresh);
    QCOMPARE(reader.stateOf(m_users[0].id, Cursor{u"another"_s, head, m_model.marks.at(head)}), JournalState::Epoch);
    QCOMPARE(reader.stateOf(m_users[0].id, Cursor{epoch, head + 1, m_model.marks.at(head)}), JournalState::Rewound);
    QCOMPARE(reader.stateOf(m_users[0].id, Cursor{epoch, 0, {}}), JournalState::Behind);
    m_database->run(u"UPDATE meta SET value = '50' WHERE key = 'floor'"_s);
    QCOMPARE(reader.stateOf(m_users[0].id, Cursor{epoch, 49, m_model.marks.at(49)}), JournalState::Expired);
    QCOMPARE(reader.stateOf(m_users[0].id, Cursor{epoch, 50, m_model.marks.at(50)}), JournalState::Behind);
}

void JournalTest::activitiesFarApartAreOneAnswer()
{
    m_database->run(u"UPDATE memberships SET to_seq = NULL"_s);
    constexpr qint64 gap = 100'000;
    qint64 before = std::numeric_limits<qint64>::max();
    const auto ask = [&](int limit) {
        const auto found = m_records->reader.activities(m_users[0].id, before, limit);
        QVector<qint64> seqs; // as they were written
        for (const QJsonValue &activity : found.items)
            seqs.append(activity["seq"_L1].toInteger());
        return std::pair(seqs, found.more);
    };
    const QVector<qint64> all = ask(10'000).first;
    QVERIFY(all.size() > 20);
    // As if others had written much before the newest two, and before the two below them.
    for (const qint64 seq : {all[1], all[3]}) {
        m_database->run(u"UPDATE journal SET seq = -seq - ? WHERE seq >= ?"_s, {gap, seq});
        m_database->run(u"UPDATE journal SET seq = -seq WHERE seq < 0"_s);
    }
    m_database->run(u"INSERT INTO transactions VALUES (?, 'later')"_s, {m_records->journal.head() + 2 * gap});
    (void)m_records->journal.takeForeign();
    QCOMPARE(ask(10'000), std::pair(all, false));
    QCOMPARE(ask(20), std::pair(all.first(20), true));

    // So many that only others see are looked through in parts, none of which is an empty answer.
    m_database->run(u"WITH RECURSIVE k (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM k WHERE i < 45000) "
                    "INSERT INTO journal (seq, stream, latest, at, actor, event, payload) "
                    "SELECT ? + i, 'conversation:others', i, 0, 'somebody', 'activity:new', '{}' FROM k"_s,
                    {all[1] + gap});
    QCOMPARE(ask(10'000), std::pair(all.first(2), true));
    before = all[1] + 2 * gap;
    QCOMPARE(ask(10'000), std::pair(all.sliced(2), false));
}

QTEST_GUILESS_MAIN(JournalTest)
#include "JournalTest.moc"
