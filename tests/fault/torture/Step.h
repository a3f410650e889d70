// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Plan.h"
#include "domain/Visibility.h"

#include <QtCore/QString>
#include <QtCore/QVector>

#include <array>
#include <chrono>
#include <optional>
#include <variant>

namespace frontdesk::torture {

/// Each program has a computer of its own: a disk, a clock, and the persons' ones a link to the server.
enum class Computer { Person1, Person2, Person3, Server };
inline constexpr std::array people{Computer::Person1, Computer::Person2, Computer::Person3};
inline constexpr std::array allComputers{Computer::Person1, Computer::Person2, Computer::Person3, Computer::Server};
inline constexpr auto administrator = Computer::Person1; ///< sees all records, the others what their team's are
QString nameOf(Computer computer);                       ///< a person's is the name with which they sign in

/// Conversations by number. In the first all are from the beginning to the end; the others are made on the way, and
/// people come and go.
inline constexpr int places = 3;

enum class DiskState { Well, Full, ReadOnly };

// What a person does. Whether it goes through depends on what has happened to them.
struct Create {
    Computer person;
    int place;
};
struct Send {
    Computer person;
    int place;
    int first; ///< number of the first of these texts of this person
    int count;
    int length; ///< code points of each, beside the number
    /// So many are answered before the program is killed, while the others are under way; absent: it goes on.
    std::optional<int> killedAfter;
};
struct Read {
    Computer person;
    int place;
};
struct Rename {
    Computer person;
    int place;
    int number; ///< of the title
};
struct SetMember {
    Computer person;
    int place;
    Computer member;
    bool in;
};
struct SetLabel {
    Computer person;
    int place;
    int label;
    bool on;
};
struct SetClosed {
    Computer person;
    int place;
    bool closed;
};
struct Edit { ///< of a message of one's own
    Computer person;
    int place;
    int which;  ///< of those that are in the journal
    int number; ///< of the edit
};
struct MakeRecord {
    Computer person;
    bool deal; ///< else a contact
    int number;
};
/// Of the records that the person sees, also of those in the bin.
struct LogCall { ///< a note about one
    Computer person;
    int which;
    int number; ///< of the call
};
struct SetField {
    Computer person;
    int which;
    int field;
    int number; ///< of the text: no two are the same
};
struct SetTag {
    Computer person;
    int which;
    int tag;
    bool on;
};
struct SetBin {
    Computer person;
    int which;
    bool deleted;
};
struct MoveDeal {
    Computer person;
    int which;
    int stage;
    int number; ///< of the move
};
struct SetVisibility { ///< of the records, for everybody
    Computer person;
    Visibility visibility;
};
struct Resolve { ///< of a conflict that the person sees
    Computer person;
    int which;
    bool wanted; ///< take what was not taken; else keep what is there
};
struct GoOffline {
    Computer person;
};
struct GoOnline {
    Computer person;
};
struct Retry { ///< everything that was refused
    Computer person;
};

// What happens to them
struct Kill {
    Computer computer;
};
struct Stop { ///< in order
    Computer computer;
};
struct Start {
    Computer computer;
};
struct Strike {
    Computer person;
    fault::Fault ending; ///< of the link that is there now
};
struct SetWeather {
    Computer person;
    bool bad; ///< each new link has a fate of its own (Plan.h)
};
struct SetDisk { ///< a program whose disk becomes read-only is killed and started again there, as after a new mount
    Computer computer;
    DiskState state;
};
struct SetClock {
    Computer computer;
    std::chrono::seconds ahead;
};
struct TakeCopy {}; ///< of the server's database, while it runs
struct RestoreCopy {};

// And what is waited for
struct Meet {}; ///< until everybody who can is online and has nothing to send
struct MendAll {};

using Step = std::variant<Create, Send, Read, Rename, SetMember, SetLabel, SetClosed, Edit, MakeRecord, LogCall,
                          SetField, SetTag, SetBin, MoveDeal, SetVisibility, Resolve, GoOffline, GoOnline, Retry, Kill,
                          Stop, Start, Strike, SetWeather, SetDisk, SetClock, TakeCopy, RestoreCopy, Meet, MendAll>;

/// One visitor out of several functions.
template <class... Functions>
struct Overloaded : Functions... {
    using Functions::operator()...;
};
template <class... Functions>
Overloaded(Functions...) -> Overloaded<Functions...>;

QString describe(const Step &step);

/// What a person writes. No two texts are the same.
QString textOf(Computer person, int number, int length);

} // namespace frontdesk::torture
