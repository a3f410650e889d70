// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Office.h"

#include <QtCore/QJsonArray>
#include <QtTest/QTest>

using namespace frontdesk;
using namespace frontdesk::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 minute = 60'000;

struct Event {
    qint64 at = 0;
    Deed deed;
};

/// An office of the live people with a direct conversation each with Lena and one group of all, stepped by hand.
class Scene {
public:
    explicit Scene(quint32 seed = 1)
        : m_office(live(), u"lena"_s, seed, 0)
    {
        QVector<User> users{User{.id = lena, .name = u"lena"_s, .displayName = u"Lena"_s}};
        for (const Person &person : live()) {
            users.append(User{.id = idOf(person.name), .name = person.name, .displayName = person.displayName});
        }
        m_office.meets(users);
        Conversation all;
        all.id = ConversationId(u"group"_s);
        all.kind = ConversationKind::Group;
        all.title = u"All"_s;
        for (const User &user : users) {
            all.members.append(user.id);
            if (user.id != lena) {
                Conversation direct;
                direct.id = directConversationId(lena, user.id);
                direct.members = {lena, user.id};
                m_office.sees(direct, 10);
            }
        }
        m_office.sees(all, 100);
        for (const Person &person : live()) {
            RecordState task;
            task.record = {RecordKind::Task, u"task of "_s + person.name};
            task.fields = {{fields::assignee, idOf(person.name).text()}};
            m_office.knows(task);
        }
        RecordState contact;
        contact.record = {RecordKind::Contact, u"contact"_s};
        contact.fields = {{fields::company, u"company"_s}};
        m_office.knows(contact);
        RecordState pipeline;
        pipeline.record = {RecordKind::Pipeline, u"pipeline"_s};
        pipeline.fields = {{u"stages"_s, QJsonArray{QJsonObject{{u"id"_s, u"first"_s}, {u"kind"_s, u"open"_s}}}}};
        m_office.knows(pipeline);
        for (int index = 0; index < live().size(); ++index) {
            m_office.arrived(index);
        }
    }

    static QVector<Person> live()
    {
        QVector<Person> found;
        for (const Person &person : people()) {
            if (person.live) {
                found.append(person);
            }
        }
        return found;
    }
    static UserId idOf(const QString &name) { return UserId(u"user-"_s + name); }
    static int indexOf(const QString &name)
    {
        const QVector<Person> all = live();
        return int(std::find_if(all.cbegin(), all.cend(), [&](const Person &person) { return person.name == name; }) -
                   all.cbegin());
    }
    ConversationId with(const QString &name) const { return directConversationId(lena, idOf(name)); }

    void lenaWrites(const ConversationId &conversation, qint64 number, const QString &text)
    {
        // Everybody in it hears it.
        for (int i = 0; i < 3; ++i) {
            m_office.hears({.id = MessageId(u"m%1"_s.arg(number)),
                            .conversation = conversation,
                            .number = number,
                            .author = lena,
                            .text = text},
                           m_now);
        }
    }

    /// Goes on until a time, doing at once what the deeds ask of the world.
    QVector<Event> until(qint64 time)
    {
        QVector<Event> done;
        while (m_office.nextAt() <= time) {
            m_now = std::max(m_now, m_office.nextAt());
            for (const Deed &deed : m_office.due(m_now)) {
                if (std::holds_alternative<GoHome>(deed.act)) {
                    m_office.left(deed.colleague);
                } else if (std::holds_alternative<ComeIn>(deed.act)) {
                    m_office.arrived(deed.colleague);
                }
                done.append({m_now, deed});
            }
        }
        m_now = time;
        return done;
    }

    const UserId lena{u"user-lena"_s};

private:
    Office m_office;
    qint64 m_now = 0;
};

template <class T>
const T *as(const Event &done)
{
    return std::get_if<T>(&done.deed.act);
}

} // namespace

class TestOffice : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersADirectMessageOnce();
    void answersInTheColleaguesLanguage();
    void answersInAGroup();
    void doesNotAnswerWhatIsOld();
    void nobodySpeaksWithoutTyping();
    void peopleComeAndGo();
    void theDayIsNotEmpty();
    void somebodySeesToACustomerNowAndThen();
    void onlyOneAsksAtATime();
    void isTheSameForTheSameSeed();
};

void TestOffice::answersADirectMessageOnce()
{
    Scene scene;
    const ConversationId conversation = scene.with(u"maya"_s);
    scene.lenaWrites(conversation, 11, u"Where is the parcel?"_s);
    int said = 0;
    int typed = 0;
    int read = 0;
    for (const Event &done : scene.until(15'000)) {
        if (const auto *sign = as<ShowTyping>(done); sign && sign->conversation == conversation && sign->typing) {
            QCOMPARE(said, 0);
            ++typed;
        }
        if (const auto *say = as<Say>(done); say && say->conversation == conversation) {
            QCOMPARE(done.deed.colleague, Scene::indexOf(u"maya"_s));
            said += Dialogues::load(u"en"_s).answers(u"question"_s).contains(say->text) ? 1 : 0;
        }
        if (const auto *position = as<Read>(done); position && position->conversation == conversation) {
            QCOMPARE(position->number, 11);
            ++read;
        }
    }
    QCOMPARE(said, 1);
    QVERIFY(typed >= 1);
    QCOMPARE(read, 1);
}

void TestOffice::answersInTheColleaguesLanguage()
{
    Scene scene;
    scene.lenaWrites(scene.with(u"jonas"_s), 11, u"Danke!"_s);
    QStringList said;
    for (const Event &done : scene.until(15'000)) {
        if (const auto *say = as<Say>(done); say && say->conversation == scene.with(u"jonas"_s)) {
            said.append(say->text);
        }
    }
    // Jonas may also begin something of his own meanwhile, after his answer.
    QVERIFY(!said.isEmpty());
    QVERIFY(Dialogues::load(u"de"_s).answers(u"thanks"_s).contains(said.first()));
}

void TestOffice::answersInAGroup()
{
    Scene scene;
    const ConversationId group(u"group"_s);
    scene.lenaWrites(group, 101, u"Hello all"_s);
    QSet<int> speakers;
    QSet<int> readers;
    for (const Event &done : scene.until(5'900)) {
        if (const auto *position = as<Read>(done); position && position->conversation == group) {
            readers.insert(done.deed.colleague);
        }
        if (const auto *say = as<Say>(done); say && say->conversation == group) {
            speakers.insert(done.deed.colleague);
        }
    }
    QVERIFY(!speakers.isEmpty());
    QVERIFY(speakers.size() <= 2);
    QCOMPARE(readers.size(), Scene::live().size());
}

void TestOffice::doesNotAnswerWhatIsOld()
{
    Scene scene;
    scene.lenaWrites(scene.with(u"maya"_s), 10, u"Where is the parcel?"_s);
    for (const Event &done : scene.until(5'900)) {
        QVERIFY(!as<Say>(done));
    }
}

void TestOffice::nobodySpeaksWithoutTyping()
{
    Scene scene;
    QHash<int, ConversationId> typing;
    int said = 0;
    for (const Event &done : scene.until(20 * minute)) {
        if (const auto *sign = as<ShowTyping>(done); sign && sign->typing) {
            typing[done.deed.colleague] = sign->conversation;
        }
        if (const auto *say = as<Say>(done)) {
            QCOMPARE(typing.value(done.deed.colleague), say->conversation);
            QVERIFY(!say->text.contains(u'{'));
            ++said;
        }
    }
    QVERIFY2(said > 40, qPrintable(QString::number(said)));
    QVERIFY2(said < 400, qPrintable(QString::number(said)));
}

void TestOffice::peopleComeAndGo()
{
    Scene scene;
    QSet<int> home;
    int wentHome = 0;
    int away = 0;
    int quiet = 0;
    for (const Event &done : scene.until(60 * minute)) {
        if (as<GoHome>(done)) {
            QVERIFY(!home.contains(done.deed.colleague));
            home.insert(done.deed.colleague);
            ++wentHome;
            QVERIFY2(Scene::live().size() - home.size() >= 4, "the office is deserted");
        } else if (as<ComeIn>(done)) {
            QVERIFY(home.remove(done.deed.colleague));
        } else {
            QVERIFY2(!home.contains(done.deed.colleague), "somebody acts from home");
        }
        if (const auto *shown = as<ShowPresence>(done)) {
            away += shown->presence == Presence::Away ? 1 : 0;
            quiet += shown->presence == Presence::DoNotDisturb ? 1 : 0;
        }
    }
    QVERIFY(wentHome > 3);
    QVERIFY(away > 3);
    QVERIFY(quiet > 1);
}

void TestOffice::theDayIsNotEmpty()
{
    // Something is seen within ten seconds of looking around, and a new group within two minutes.
    Scene scene;
    const auto soon = scene.until(10'000);
    QVERIFY(std::any_of(soon.cbegin(), soon.cend(), [](const Event &done) { return as<ShowTyping>(done) != nullptr; }));
    int founded = 0;
    for (const Event &done : scene.until(60 * minute)) {
        if (const auto *found = as<FoundGroup>(done)) {
            QVERIFY(done.at < 2 * minute);
            QVERIFY(found->group.members.contains(scene.lena));
            ++founded;
        }
    }
    QCOMPARE(founded, 1);
}

void TestOffice::somebodySeesToACustomerNowAndThen()
{
    Scene scene;
    QSet<int> colleagues;
    int written = 0;
    for (const Event &done : scene.until(20 * minute)) {
        if (as<WriteRecord>(done)) {
            ++written;
            colleagues.insert(done.deed.colleague);
        }
    }
    QVERIFY2(written > 20, qPrintable(QString::number(written)));
    QVERIFY2(written < 120, qPrintable(QString::number(written)));
    QVERIFY(colleagues.size() > 3);
}

void TestOffice::onlyOneAsksAtATime()
{
    // A colleague who has asked Lena something waits for her answer before asking again.
    Scene scene;
    QHash<ConversationId, int> asked;
    for (const Event &done : scene.until(120 * minute)) {
        if (const auto *say = as<Say>(done); say && say->conversation != ConversationId(u"group"_s) &&
                                             say->conversation != groupId(u"Weekend cover"_s)) {
            ++asked[say->conversation];
            QCOMPARE(asked[say->conversation], 1);
        }
    }
    QVERIFY(asked.size() > 2);
}

void TestOffice::isTheSameForTheSameSeed()
{
    const auto play = [](quint32 seed) {
        Scene scene(seed);
        QStringList said;
        for (const Event &done : scene.until(10 * minute)) {
            if (const auto *say = as<Say>(done)) {
                said.append(u"%1 %2 %3"_s.arg(done.at).arg(done.deed.colleague).arg(say->text));
            }
        }
        return said;
    };
    QCOMPARE(play(5), play(5));
    QVERIFY(play(5) != play(6));
}

QTEST_GUILESS_MAIN(TestOffice)
#include "OfficeTest.moc"
