// SPDX-License-Identifier: GPL-3.0-or-later
#include "Play.h"

#include "ClientView.h"
#include "Person.h"
#include "ServerFile.h"

#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>

#include <algorithm>

namespace frontdesk::torture {

using namespace Qt::Literals::StringLiterals;

namespace {

class Player {
public:
    Player(World &world, const fault::Scene &scene, QString copy)
        : m_world(world)
        , m_copy(std::move(copy))
    {
        m_places[0] = scene.conversation();
        for (const Computer person : people)
            m_record.of(person).user = scene.user(int(person));
        m_record.of(administrator).seesAll = true;
    }

    /// False: it could not be done.
    bool take(const Step &step)
    {
        return std::visit([this](const auto &known) { return on(known); }, step);
    }

    /// Waits until every promise is kept, or for what is not.
    QVector<Broken> judged()
    {
        bool gathered = false;
        m_world.lookAfter(QVector<Computer>(people.begin(), people.end()), [&] {
            gathered = std::all_of(people.begin(), people.end(),
                                   [this](Computer person) { return m_world.client(person).state() == "online"_L1; }) &&
                       gather();
            return gathered && judge(m_record).isEmpty();
        });
        if (!gathered)
            throw Trouble{u"Not everybody comes online and says what they have"_s};
        m_record.wordlessEnds = m_world.wordlessEnds();
        return judge(m_record);
    }

    [[nodiscard]] const Record &record() const { return m_record; }

private:
    using Answered = std::optional<QJsonObject>;

    Answered ask(Computer person, const QString &command, const QJsonObject &fields = {})
    {
        ClientProgram &client = m_world.client(person);
        const int question = client.tell(command, fields);
        return answer(person, question);
    }
    /// None: the program has ended.
    Answered answer(Computer person, int question)
    {
        ClientProgram &client = m_world.client(person);
        const bool known = fault::waitUntil(
            [&] { return client.answerTo(question).has_value() || !client.isRunning(); }, m_world.limit());
        if (!known)
            throw Trouble{nameOf(person) + u" does not answer"_s};
        return client.answerTo(question);
    }
    /// Another command than a message: its id, when it is on the disk.
    std::optional<CommandId> change(Computer person, const QString &command, const QJsonObject &fields,
                                    const Step &step, QString saying = {})
    {
        const auto answered = ask(person, command, fields);
        const QString id = answered.value_or(QJsonObject())["result"_L1]["id"_L1].toString();
        if (id.isEmpty())
            return {};
        m_record.changed.append({person, CommandId(id), describe(step), std::move(saying)});
        return CommandId(id);
    }
    [[nodiscard]] QJsonObject placeFields(int place) const
    {
        return {{u"conversation"_s, m_places.at(std::size_t(place)).text()}};
    }
    /// A person acts in what they see.
    bool canAct(Computer person, int place)
    {
        const ConversationId &id = m_places.at(std::size_t(place));
        if (id.isEmpty() || !m_world.isRunning(person))
            return false;
        const auto list = ask(person, u"list"_s);
        const QJsonArray all = list.value_or(QJsonObject())["result"_L1]["conversations"_L1].toArray();
        return std::any_of(all.begin(), all.end(),
                           [&](const QJsonValue &conversation) { return conversation["id"_L1] == id.text(); });
    }

    bool on(const Create &step)
    {
        QJsonArray members;
        for (const Computer person : people)
            members.append(nameOf(person));
        const QJsonObject fields{{u"title"_s, u"place %1"_s.arg(step.place)}, {u"members"_s, members}};
        const auto answered = ask(step.person, u"create"_s, fields);
        const QJsonValue result = answered.value_or(QJsonObject())["result"_L1];
        if (!result.isObject())
            return false; // a client that has never been connected knows nobody
        m_record.changed.append({step.person, CommandId(result["id"_L1].toString()), describe(step), {}});
        m_places.at(std::size_t(step.place)) = ConversationId(result["conversation"_L1].toString());
        return true;
    }

    bool on(const Send &step)
    {
        if (!canAct(step.person, step.place))
            return false;
        ClientProgram &client = m_world.client(step.person);
        QVector<int> questions;
        const qsizetype first = m_record.said.size();
        for (int i = 0; i < step.count; ++i) {
            const QString text = textOf(step.person, step.first + i, step.length);
            m_record.said.append({step.person, m_places.at(std::size_t(step.place)), text});
            QJsonObject fields = placeFields(step.place);
            fields.insert(u"text"_s, text);
            questions.append(client.tell(u"send"_s, fields));
        }
        const int awaited = step.killedAfter.value_or(step.count);
        for (int i = 0; i < awaited; ++i)
            static_cast<void>(answer(step.person, questions[i]));
        if (step.killedAfter)
            m_world.kill(step.person);
        for (int i = 0; i < step.count; ++i)
            if (const auto answered = client.answerTo(questions[i])) {
                const QString id = (*answered)["result"_L1]["id"_L1].toString();
                m_record.said[first + i].answer = id.isEmpty() ? Answer::Failed : Answer::Queued;
                if (!id.isEmpty())
                    m_texts.insert(CommandId(id), m_record.said[first + i].text);
            }
        return true;
    }

    bool on(const Read &step)
    {
        return canAct(step.person, step.place) && ask(step.person, u"read"_s, placeFields(step.place));
    }
    bool on(const Rename &step)
    {
        if (!canAct(step.person, step.place))
            return false;
        QJsonObject fields = placeFields(step.place);
        fields.insert(u"title"_s, u"title %1"_s.arg(step.number));
        return change(step.person, u"rename"_s, fields, step, told(u"title"_s, fields["title"_L1])).has_value();
    }
    bool on(const SetMember &step)
    {
        if (!canAct(step.person, step.place))
            return false;
        QJsonObject fields = placeFields(step.place);
        fields.insert(step.in ? u"add"_s : u"remove"_s, QJsonArray{nameOf(step.member)});
        if (!step.in)
            m_record.of(step.member).wasRemoved = true;
        return change(step.person, u"members"_s, fields, step).has_value();
    }
    bool on(const SetLabel &step)
    {
        if (!canAct(step.person, step.place))
            return false;
        QJsonObject fields = placeFields(step.place);
        fields.insert(step.on ? u"add"_s : u"remove"_s, QJsonArray{u"label %1"_s.arg(step.label)});
        return change(step.person, u"labels"_s, fields, step).has_value();
    }
    bool on(const SetClosed &step)
    {
        if (!canAct(step.person, step.place))
            return false;
        const QString record = u"conversation:"_s + m_places.at(std::size_t(step.place)).text();
        return setField(step.person, record, u"closed"_s, step.closed, step);
    }
    bool on(const Edit &step)
    {
        if (!canAct(step.person, step.place))
            return false;
        QJsonObject fields = placeFields(step.place);
        const auto history = ask(step.person, u"history"_s, fields);
        const QJsonArray messages = history.value_or(QJsonObject())["result"_L1]["messages"_L1].toArray();
        QStringList own;
        for (const QJsonValue &message : messages)
            if (message["author"_L1] == m_record.of(step.person).user.text() && message["number"_L1].toInteger() > 0)
                own.append(message["id"_L1].toString());
        if (own.isEmpty())
            return false;
        fields.insert(u"message"_s, own[step.which % own.size()]);
        fields.insert(u"text"_s, u"edit %1 of %2"_s.arg(step.number).arg(nameOf(step.person)));
        return change(step.person, u"edit"_s, fields, step).has_value();
    }
    bool on(const MakeRecord &step)
    {
        if (!m_world.isRunning(step.person))
            return false;
        const QString name = u"record %1"_s.arg(step.number);
        const QJsonObject fields{{u"kind"_s, step.deal ? u"deal"_s : u"contact"_s},
                                 {u"set"_s, QJsonObject{{u"name"_s, name}}},
                                 {u"add"_s, QJsonObject{{u"tags"_s, QJsonArray{u"new"_s}}}}};
        return change(step.person, u"record:create"_s, fields, step, told(u"name"_s, name)).has_value();
    }
    bool on(const LogCall &step)
    {
        const QString about = recordSeenBy(step.person, {u"contact"_s, u"deal"_s}, step.which);
        if (about.isEmpty())
            return false;
        const QString text = u"call %1"_s.arg(step.number);
        const QJsonObject set{{u"about"_s, about}, {u"call"_s, u"incoming"_s}, {u"text"_s, text}};
        return change(step.person, u"record:create"_s, {{u"kind"_s, u"note"_s}, {u"set"_s, set}}, step,
                      told(u"text"_s, text))
            .has_value();
    }
    /// One of those that the person sees; those of one kind only.
    QString recordSeenBy(Computer person, const QStringList &kinds, int which)
    {
        QStringList seen;
        if (!m_world.isRunning(person))
            return {};
        for (const QString &kind : kinds)
            for (const bool bin : {false, true}) {
                const auto answered =
                    ask(person, u"records"_s, {{u"kind"_s, kind}, {u"deleted"_s, bin}, {u"limit"_s, 10'000}});
                const QJsonArray records = answered.value_or(QJsonObject())["result"_L1]["records"_L1].toArray();
                for (const QJsonValue &record : records)
                    seen.append(record["record"_L1].toString());
            }
        seen.sort();
        return seen.isEmpty() ? QString() : seen[which % seen.size()];
    }
    bool setField(Computer person, const QString &record, const QString &field, const QJsonValue &value,
                  const Step &step, const QString &saying = {})
    {
        if (record.isEmpty())
            return false;
        const QJsonObject fields{{u"record"_s, record}, {u"set"_s, QJsonObject{{field, value}}}};
        return change(person, u"record:change"_s, fields, step, saying).has_value();
    }
    bool on(const SetField &step)
    {
        const QString record = recordSeenBy(step.person, {u"contact"_s, u"deal"_s}, step.which);
        if (step.field == 2) { // it goes from stream to stream
            const Computer owner = people[size_t(step.number) % people.size()];
            return setField(step.person, record, u"owner"_s, m_record.of(owner).user.text(), step);
        }
        const bool isContact = record.startsWith("contact:"_L1);
        const QString field = step.field == 0 ? u"name"_s : (isContact ? u"job"_s : u"value"_s);
        const QJsonValue value =
            field == "value"_L1
                ? QJsonValue(QJsonObject{{u"amount"_s, u"%1.00"_s.arg(step.number)}, {u"currency"_s, u"EUR"_s}})
                : QJsonValue(u"text %1"_s.arg(step.number));
        return setField(step.person, record, field, value, step, told(field, value));
    }
    bool on(const MoveDeal &step)
    {
        // Stages need not be there; the reason tells one move from another.
        const QJsonObject place{{u"pipeline"_s, u"00000000-0000-4000-8000-000000000000"_s},
                                {u"stage"_s, u"00000000-0000-4000-8000-00000000000%1"_s.arg(step.stage)},
                                {u"lostReason"_s, u"move %1"_s.arg(step.number)}};
        const QString record = recordSeenBy(step.person, {u"deal"_s}, step.which);
        return setField(step.person, record, u"place"_s, place, step, told(u"place"_s, place));
    }
    bool on(const SetBin &step)
    {
        const QString record = recordSeenBy(step.person, {u"contact"_s, u"deal"_s}, step.which);
        return setField(step.person, record, u"deleted"_s, step.deleted, step);
    }
    bool on(const SetTag &step)
    {
        const QString record = recordSeenBy(step.person, {u"contact"_s, u"deal"_s}, step.which);
        if (record.isEmpty())
            return false;
        const QJsonObject tags{{u"tags"_s, QJsonArray{u"tag %1"_s.arg(step.tag)}}};
        const QJsonObject fields{{u"record"_s, record}, {step.on ? u"add"_s : u"remove"_s, tags}};
        return change(step.person, u"record:change"_s, fields, step).has_value();
    }
    bool on(const SetVisibility &step)
    {
        if (!m_world.isRunning(step.person))
            return false;
        m_record.hidden = true;
        return setField(step.person, workspaceRecord().text(), u"visibility"_s, frontdesk::nameOf(step.visibility),
                        step);
    }
    bool on(const Resolve &step)
    {
        if (!m_world.isRunning(step.person))
            return false;
        const auto seen = ask(step.person, u"conflicts"_s);
        const QJsonArray conflicts = seen.value_or(QJsonObject())["result"_L1]["conflicts"_L1].toArray();
        if (conflicts.isEmpty())
            return false;
        const QJsonObject fields{{u"conflict"_s, conflicts[step.which % conflicts.size()]["id"_L1]},
                                 {u"take"_s, step.wanted ? u"wanted"_s : u"kept"_s}};
        return change(step.person, u"resolve"_s, fields, step).has_value();
    }
    bool on(const GoOffline &step) { return m_world.isRunning(step.person) && ask(step.person, u"offline"_s); }
    bool on(const GoOnline &step) { return m_world.isRunning(step.person) && ask(step.person, u"online"_s); }
    bool on(const Retry &step)
    {
        if (!m_world.isRunning(step.person))
            return false;
        const auto view = viewOf(step.person);
        if (!view)
            return false;
        note(step.person, *view);
        for (const Refused &refused : view->refused)
            static_cast<void>(ask(step.person, u"retry"_s, {{u"id"_s, refused.id.text()}}));
        return true;
    }

    bool on(const Kill &step)
    {
        m_world.kill(step.computer);
        return true;
    }
    bool on(const Stop &step)
    {
        m_world.stop(step.computer);
        return true;
    }
    bool on(const Start &step)
    {
        m_world.start(step.computer);
        return m_world.isRunning(step.computer);
    }
    bool on(const Strike &step)
    {
        m_world.strike(step.person, step.ending);
        return true;
    }
    bool on(const SetWeather &step)
    {
        m_world.setWeather(step.person, step.bad);
        m_badWeather.at(std::size_t(step.person)) = step.bad;
        return true;
    }
    bool on(const SetDisk &step)
    {
        m_world.setDisk(step.computer, step.state);
        return m_world.disk(step.computer) == step.state;
    }
    bool on(const SetClock &step)
    {
        m_record.clocksJumped = true;
        m_world.setClock(step.computer, step.ahead);
        return true;
    }
    bool on(const TakeCopy &)
    {
        const auto head = copyServer(m_world.serverFolder(), m_copy);
        if (!head)
            throw Trouble{head.error().message};
        m_copiedHead = head.value();
        return true;
    }
    bool on(const RestoreCopy &)
    {
        m_world.stop(Computer::Server);
        for (const Computer person : people)
            if (m_world.isRunning(person))
                if (const auto view = ask(person, u"ledger"_s))
                    m_record.of(person).mustNotice = (*view)["result"_L1]["cursor"_L1].toInteger() > m_copiedHead;
        if (const QString problem = restoreServer(m_world.serverFolder(), m_copy); !problem.isEmpty())
            throw Trouble{problem};
        m_record.restored = true;
        m_world.start(Computer::Server);
        return m_world.isRunning(Computer::Server);
    }

    bool on(const Meet &)
    {
        if (!m_world.isRunning(Computer::Server) || m_world.disk(Computer::Server) != DiskState::Well)
            return false;
        QVector<Computer> able;
        for (const Computer person : people)
            if (m_world.isRunning(person) && m_world.disk(person) == DiskState::Well &&
                !m_badWeather.at(std::size_t(person)))
                able.append(person);
        const bool met = m_world.lookAfter(able, [&] {
            return std::all_of(able.begin(), able.end(), [this](Computer person) {
                if (m_world.client(person).state() != "online"_L1)
                    return false;
                const auto state = viewOf(person);
                return state && state->waiting == state->stopped.size();
            });
        });
        if (!met)
            throw Trouble{u"Not everybody comes online and sends everything"_s};
        return !able.isEmpty();
    }
    bool on(const MendAll &)
    {
        m_world.mendAll();
        m_badWeather.fill(false);
        return true;
    }

    std::optional<ClientState> viewOf(Computer person)
    {
        return view([&](const QString &command, const QJsonObject &fields) { return ask(person, command, fields); },
                    m_record.of(person).user);
    }
    void note(Computer person, const ClientState &view)
    {
        PersonRecord &record = m_record.of(person);
        for (const Refused &refused : view.refused) {
            record.everRefused.insert(refused.id);
            if (!refused.text.isEmpty())
                record.textsRefused.insert(refused.text);
        }
        const auto &heard = m_world.client(person).heard();
        for (const CommandId &id : heard.refused) {
            record.everRefused.insert(id);
            if (const auto text = m_texts.constFind(id); text != m_texts.cend())
                record.textsRefused.insert(*text);
        }
    }

    /// False: a client cannot say what it has, such as when its connection is lost meanwhile.
    bool gather()
    {
        for (const Computer person : people) {
            PersonRecord &record = m_record.of(person);
            const auto &heard = m_world.client(person).heard();
            if (!heard.nonsense.isEmpty())
                throw Trouble{nameOf(person) + u" says what is no JSON object: "_s + heard.nonsense.first()};
            const auto state = viewOf(person);
            if (!state)
                return false;
            record.state = *state;
            note(person, *state);
            for (auto it = heard.acknowledged.begin(); it != heard.acknowledged.end(); ++it)
                record.acknowledged.insert(it.key());
            record.announced = heard.announced;
            record.noticed = heard.notices.contains(u"journal.rewound"_s);
        }
        const auto server = readServer(m_world.serverFolder());
        if (!server)
            throw Trouble{server.error().message};
        m_record.server = server.value();
        return true;
    }

    World &m_world;
    const QString m_copy;
    Record m_record;
    std::array<ConversationId, places> m_places;
    std::array<bool, people.size()> m_badWeather{};
    QHash<CommandId, QString> m_texts; ///< of messages whose id is known
    qint64 m_copiedHead = 0;
};

QString saidBy(World &world)
{
    QString said = u"server: "_s + world.server().lastWords();
    for (const Computer person : people) {
        constexpr qsizetype most = 60;
        const QStringList states = world.client(person).heard().states;
        said += u"\n%1: %2\n%3"_s.arg(nameOf(person),
                                      states.mid(std::max<qsizetype>(0, states.size() - most)).join(u", "_s),
                                      world.client(person).lastWords());
    }
    return said;
}

} // namespace

Verdict play(const QVector<Step> &history, std::uint64_t seed, const fault::Scene &scene, const Means &means)
{
    QElapsedTimer clock;
    clock.start();
    Verdict verdict;
    const QTemporaryDir copies;
    try {
        World world(seed, scene, means);
        Player player(world, scene, copies.filePath(u"copy.sqlite"_s));
        try {
            for (const Step &step : history) {
                const auto begin = clock.elapsed();
                verdict.trace.append(describe(step));
                const bool done = player.take(step);
                verdict.notDone += done ? 0 : 1;
                verdict.trace.last() +=
                    u"%1  [%2 ms]"_s.arg(done ? u""_s : u" (not possible)"_s).arg(clock.elapsed() - begin);
            }
            verdict.broken = player.judged();
        } catch (const Trouble &trouble) {
            verdict.trouble = trouble.words;
        }
        for (const Place &place : player.record().server.places)
            verdict.messages += int(place.lines.size());
        verdict.edited = player.record().server.edited;
        verdict.conflicts = player.record().server.conflicts;
        verdict.records = int(player.record().server.cards.size());
        for (const int changes : player.record().server.changes)
            verdict.recordChanges += changes;
        for (const PersonRecord &person : player.record().persons) {
            verdict.noticed += person.noticed ? 1 : 0;
            verdict.offered += int(person.state.refused.size());
            for (const Card &card : player.record().server.cards)
                verdict.hidden += maySee(person, card, player.record().server) ? 0 : 1;
        }
        verdict.programs = saidBy(world);
    } catch (const Trouble &trouble) {
        verdict.trouble = trouble.words;
    }
    verdict.took = milliseconds(clock.elapsed());
    return verdict;
}

} // namespace frontdesk::torture
