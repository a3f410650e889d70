// SPDX-License-Identifier: GPL-3.0-or-later
#include "History.h"

#include <numeric>
#include <optional>

namespace frontdesk::torture {

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::seconds;

constexpr int fewestSteps = 40;
constexpr int furtherSteps = 30;
constexpr int largestBurst = 5;
constexpr int longText = 6'000; // several pieces of a link

/// Clocks of one computer differ from each other by less than what server and client remember commands for
/// (docs/sync.md, 1): a server that jumps by a month forgets what it should remember.
constexpr std::array jumps{seconds(0),       seconds(-90),      seconds(hours(2)), seconds(hours(-2)),
                           seconds(days(3)), seconds(days(12)), seconds(days(-12))};
/// The battery of a person's computer is empty: everything that they write is too old to be taken.
constexpr seconds longAgo = days(-50);

/// Chooses one step after the other, each possible after those before it.
class Teller {
public:
    explicit Teller(std::uint64_t seed)
        : m_numbers(seed)
        , m_restores(chance(3, 10))
        , m_hides(chance(1, 2))
    {
    }

    QVector<Step> tell()
    {
        for (const Computer computer : {Computer::Server, Computer::Person1, Computer::Person2, Computer::Person3})
            start(computer);
        add(Meet{}); // who has never been connected knows nobody
        if (m_hides)
            add(SetVisibility{administrator, chance(1, 2) ? Visibility::Team : Visibility::Owner});
        if (chance(1, 3)) {
            of(Computer::Server).running = false;
            add(Kill{Computer::Server});
        }
        add(Create{Computer::Person1, 1});
        add(Create{Computer::Person2, 2});
        add(MakeRecord{Computer::Person1, false, ++m_records});
        add(MakeRecord{Computer::Person3, true, ++m_records});
        for (const int end = fewestSteps + below(furtherSteps); m_steps.size() < end;)
            addOne();
        end();
        return std::move(m_steps);
    }

private:
    struct State {
        bool running = false;
        bool offline = false;
        bool badWeather = false;
        DiskState disk = DiskState::Well;
        int texts = 0;
    };

    void addOne()
    {
        struct Choice {
            int weight;
            void (Teller::*add)();
        };
        static constexpr std::array choices{
            Choice{20, &Teller::send},       Choice{6, &Teller::read},       Choice{6, &Teller::rename},
            Choice{6, &Teller::setMember},   Choice{3, &Teller::setLabel},   Choice{5, &Teller::edit},
            Choice{4, &Teller::resolve},     Choice{3, &Teller::goOffline},  Choice{3, &Teller::goOnline},
            Choice{4, &Teller::makeRecord},  Choice{14, &Teller::setField},  Choice{3, &Teller::setTag},
            Choice{4, &Teller::setBin},      Choice{7, &Teller::moveDeal},   Choice{5, &Teller::setVisibility},
            Choice{1, &Teller::retry},       Choice{4, &Teller::endProgram}, Choice{9, &Teller::startProgram},
            Choice{5, &Teller::strike},      Choice{2, &Teller::setWeather}, Choice{2, &Teller::spoilDisk},
            Choice{3, &Teller::mendDisk},    Choice{2, &Teller::setClock},   Choice{2, &Teller::takeCopy},
            Choice{2, &Teller::restoreCopy}, Choice{3, &Teller::meet},       Choice{4, &Teller::setClosed},
            Choice{4, &Teller::logCall}};
        int at = below(std::accumulate(choices.begin(), choices.end(), 0,
                                       [](int sum, const Choice &choice) { return sum + choice.weight; }));
        for (const Choice &choice : choices) {
            if (at < choice.weight) {
                (this->*choice.add)();
                return;
            }
            at -= choice.weight;
        }
    }

    // Each adds its step, or nothing when it is not possible.
    void send()
    {
        const auto person = somePerson([](const State &state) { return state.running; });
        if (!person)
            return;
        const int count = 1 + below(largestBurst);
        Send step{.person = *person,
                  .place = below(places),
                  .first = of(*person).texts,
                  .count = count,
                  .length = chance(1, 8) ? longText : below(60),
                  .killedAfter = {}};
        if (chance(1, 8)) {
            step.killedAfter = below(count);
            of(*person).running = false;
        }
        of(*person).texts += count;
        add(step);
    }
    void read()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(Read{*person, below(places)});
    }
    void rename()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(Rename{*person, 1 + below(places - 1), ++m_titles});
    }
    void setMember()
    {
        const auto person = somePerson([](const State &state) { return state.running; });
        if (!person)
            return;
        const int place = 1 + below(places - 1);
        const Computer member = people.at(std::size_t(below(int(people.size()))));
        bool &in = m_in.at(std::size_t(place)).at(std::size_t(member));
        in = !in;
        add(SetMember{*person, place, member, in});
    }
    void setLabel()
    {
        constexpr int labels = 4;
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(SetLabel{*person, 1 + below(places - 1), below(labels), chance(2, 3)});
    }
    void setClosed()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(SetClosed{*person, below(places), chance(2, 3)});
    }
    void edit()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(Edit{*person, below(places), below(1'000), ++m_edits});
    }
    void makeRecord()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(MakeRecord{*person, chance(1, 2), ++m_records});
    }
    void logCall()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(LogCall{*person, below(1'000), ++m_calls});
    }
    void setField()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(SetField{*person, below(1'000), below(3), ++m_values});
    }
    void setTag()
    {
        constexpr int tags = 4;
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(SetTag{*person, below(1'000), below(tags), chance(2, 3)});
    }
    void setBin()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(SetBin{*person, below(1'000), chance(2, 3)});
    }
    void moveDeal()
    {
        constexpr int stages = 4;
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(MoveDeal{*person, below(1'000), below(stages), ++m_moves});
    }
    void setVisibility()
    {
        static constexpr std::array all{Visibility::Everyone, Visibility::Team, Visibility::Owner};
        if (m_hides && of(administrator).running)
            add(SetVisibility{administrator, all.at(std::size_t(below(int(all.size()))))});
    }
    void resolve()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(Resolve{*person, below(1'000), chance(1, 2)});
    }
    void goOffline()
    {
        const auto person = somePerson([](const State &state) { return state.running && !state.offline; });
        if (!person)
            return;
        of(*person).offline = true;
        add(GoOffline{*person});
    }
    void goOnline()
    {
        const auto person = somePerson([](const State &state) { return state.running && state.offline; });
        if (!person)
            return;
        of(*person).offline = false;
        add(GoOnline{*person});
    }
    void retry()
    {
        if (const auto person = somePerson([](const State &state) { return state.running; }))
            add(Retry{*person});
    }
    void endProgram()
    {
        const auto computer = some([](const State &state) { return state.running; });
        if (!computer)
            return;
        of(*computer).running = false;
        chance(3, 4) ? add(Kill{*computer}) : add(Stop{*computer});
    }
    void startProgram()
    {
        if (const auto computer = some([](const State &state) { return !state.running; }))
            start(*computer);
    }
    void strike()
    {
        static constexpr std::array endings{fault::Fault::Cut, fault::Fault::Reset, fault::Fault::HalfOpen};
        if (const auto person = somePerson([](const State &state) { return state.running && !state.offline; }))
            add(Strike{*person, endings.at(std::size_t(below(int(endings.size()))))});
    }
    void setWeather()
    {
        const auto person = somePerson([](const State &) { return true; });
        bool &bad = of(*person).badWeather;
        bad = !bad;
        add(SetWeather{*person, bad});
    }
    void spoilDisk()
    {
        const auto computer = some([](const State &state) { return state.disk == DiskState::Well; });
        if (!computer)
            return;
        of(*computer).disk = chance(2, 3) ? DiskState::Full : DiskState::ReadOnly;
        add(SetDisk{*computer, of(*computer).disk});
    }
    void mendDisk()
    {
        const auto computer = some([](const State &state) { return state.disk != DiskState::Well; });
        if (!computer)
            return;
        of(*computer).disk = DiskState::Well;
        add(SetDisk{*computer, DiskState::Well});
    }
    void setClock()
    {
        const auto computer = *some([](const State &) { return true; });
        // What a client keeps in case the server loses it would be too old for that.
        if (computer != Computer::Server && !m_restores && chance(1, 6))
            return add(SetClock{computer, longAgo});
        add(SetClock{computer, jumps.at(std::size_t(below(int(jumps.size()))))});
    }
    void takeCopy()
    {
        if (!m_restores || m_copiedAt || of(Computer::Server).disk != DiskState::Well)
            return;
        m_copiedAt = m_steps.size();
        add(TakeCopy{});
    }
    void restoreCopy()
    {
        constexpr int fewestBetween = 8;
        if (!m_copiedAt || m_restored || m_steps.size() < *m_copiedAt + fewestBetween ||
            of(Computer::Server).disk != DiskState::Well)
            return;
        m_restored = true;
        if (chance(2, 3))
            add(Meet{}); // then there is more to be lost
        of(Computer::Server).running = true;
        add(RestoreCopy{});
    }
    void meet() { add(Meet{}); }

    void end()
    {
        add(MendAll{});
        if (m_copiedAt && !m_restored) {
            add(RestoreCopy{});
            add(MendAll{});
        }
        if (chance(1, 2))
            for (const Computer person : people)
                add(Retry{person});
        for (const Computer person : people)
            add(Send{
                .person = person, .place = 0, .first = of(person).texts, .count = 1, .length = 0, .killedAfter = {}});
    }

    void start(Computer computer)
    {
        of(computer).running = true;
        of(computer).offline = false;
        add(Start{computer});
    }
    void add(const Step &step) { m_steps.append(step); }

    State &of(Computer computer) { return m_states.at(std::size_t(computer)); }
    template <class Is>
    std::optional<Computer> someOf(const auto &computers, Is is)
    {
        QVector<Computer> possible;
        for (const Computer computer : computers)
            if (is(of(computer)))
                possible.append(computer);
        if (possible.isEmpty())
            return {};
        return possible[below(int(possible.size()))];
    }
    std::optional<Computer> somePerson(auto is) { return someOf(people, is); }
    std::optional<Computer> some(auto is) { return someOf(allComputers, is); }
    int below(int end) { return m_numbers.below(end); }
    bool chance(int of, int in) { return below(in) < of; }

    fault::Numbers m_numbers;
    const bool m_restores;
    const bool m_hides; ///< not everybody sees all records
    QVector<Step> m_steps;
    std::array<State, allComputers.size()> m_states{};
    std::array<std::array<bool, people.size()>, places> m_in{
        {{true, true, true}, {true, true, true}, {true, true, true}}};
    int m_titles = 0;
    int m_edits = 0;
    int m_records = 0;
    int m_calls = 0;
    int m_values = 0;
    int m_moves = 0;
    std::optional<qsizetype> m_copiedAt;
    bool m_restored = false;
};

} // namespace

QVector<Step> historyOf(std::uint64_t seed)
{
    return Teller(seed).tell();
}

} // namespace frontdesk::torture
