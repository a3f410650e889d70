// SPDX-License-Identifier: GPL-3.0-or-later
#include "Step.h"

namespace frontdesk::torture {

using namespace Qt::Literals::StringLiterals;

QString nameOf(Computer computer)
{
    static constexpr std::array names{"person1", "person2", "person3", "server"};
    static_assert(names.size() == allComputers.size());
    return QString::fromLatin1(names.at(std::size_t(computer)));
}

QString textOf(Computer person, int number, int length)
{
    return u"%1 %2 %3"_s.arg(nameOf(person)).arg(number).arg(QString(length, u'x'));
}

QString describe(const Step &step)
{
    return std::visit(
        Overloaded{
            [](const Create &it) { return u"%1 makes conversation %2"_s.arg(nameOf(it.person)).arg(it.place); },
            [](const Send &it) {
                const QString said = u"%1 sends %2 to %3 in conversation %4, %5 long"_s.arg(nameOf(it.person))
                                         .arg(it.first)
                                         .arg(it.first + it.count - 1)
                                         .arg(it.place)
                                         .arg(it.length);
                return it.killedAfter ? said + u", and is killed after %1 answers"_s.arg(*it.killedAfter) : said;
            },
            [](const Read &it) { return u"%1 reads conversation %2"_s.arg(nameOf(it.person)).arg(it.place); },
            [](const Rename &it) {
                return u"%1 renames conversation %2 to title %3"_s.arg(nameOf(it.person)).arg(it.place).arg(it.number);
            },
            [](const SetMember &it) {
                return u"%1 %2 %3, conversation %4"_s
                    .arg(nameOf(it.person), it.in ? u"adds"_s : u"removes"_s, nameOf(it.member))
                    .arg(it.place);
            },
            [](const SetLabel &it) {
                return u"%1 %2 label %3, conversation %4"_s.arg(nameOf(it.person), it.on ? u"adds"_s : u"removes"_s)
                    .arg(it.label)
                    .arg(it.place);
            },
            [](const SetClosed &it) {
                return u"%1 %2 conversation %3"_s.arg(nameOf(it.person), it.closed ? u"closes"_s : u"opens"_s)
                    .arg(it.place);
            },
            [](const Edit &it) {
                return u"%1 edits a message in conversation %2, edit %3"_s.arg(nameOf(it.person))
                    .arg(it.place)
                    .arg(it.number);
            },
            [](const MakeRecord &it) {
                return u"%1 makes %2 %3"_s.arg(nameOf(it.person), it.deal ? u"deal"_s : u"contact"_s).arg(it.number);
            },
            [](const LogCall &it) {
                return u"%1 writes down call %2 about a record"_s.arg(nameOf(it.person)).arg(it.number);
            },
            [](const SetField &it) {
                return u"%1 sets field %2 of a record to text %3"_s.arg(nameOf(it.person)).arg(it.field).arg(it.number);
            },
            [](const SetTag &it) {
                return u"%1 %2 tag %3 of a record"_s.arg(nameOf(it.person), it.on ? u"adds"_s : u"removes"_s)
                    .arg(it.tag);
            },
            [](const SetBin &it) {
                return u"%1 %2"_s.arg(nameOf(it.person), it.deleted ? u"puts a record into the bin"_s
                                                                    : u"takes a record out of the bin"_s);
            },
            [](const MoveDeal &it) {
                return u"%1 moves a deal to stage %2, move %3"_s.arg(nameOf(it.person)).arg(it.stage).arg(it.number);
            },
            [](const SetVisibility &it) {
                return u"%1 says whose records are seen: %2"_s.arg(nameOf(it.person), frontdesk::nameOf(it.visibility));
            },
            [](const Resolve &it) {
                return u"%1 decides a conflict: %2"_s.arg(nameOf(it.person),
                                                          it.wanted ? u"as was wanted"_s : u"as it is"_s);
            },
            [](const GoOffline &it) { return nameOf(it.person) + u" goes offline"_s; },
            [](const GoOnline &it) { return nameOf(it.person) + u" goes online"_s; },
            [](const Retry &it) { return nameOf(it.person) + u" sends again what was refused"_s; },
            [](const Kill &it) { return nameOf(it.computer) + u" is killed"_s; },
            [](const Stop &it) { return nameOf(it.computer) + u" is stopped"_s; },
            [](const Start &it) { return nameOf(it.computer) + u" is started"_s; },
            [](const Strike &it) {
                return u"the link of %1: %2"_s.arg(nameOf(it.person), QString::fromLatin1(fault::nameOf(it.ending)));
            },
            [](const SetWeather &it) {
                return u"the links of %1 are %2"_s.arg(nameOf(it.person), it.bad ? u"bad"_s : u"good"_s);
            },
            [](const SetDisk &it) {
                static constexpr std::array names{"well", "full", "read-only"};
                return u"the disk of %1 is %2"_s.arg(nameOf(it.computer),
                                                     QString::fromLatin1(names.at(std::size_t(it.state))));
            },
            [](const SetClock &it) {
                return u"the clock of %1 is %2 s ahead"_s.arg(nameOf(it.computer)).arg(it.ahead.count());
            },
            [](const TakeCopy &) { return u"the server is copied"_s; },
            [](const RestoreCopy &) { return u"the server is restored from the copy"_s; },
            [](const Meet &) { return u"whoever can comes online and sends everything"_s; },
            [](const MendAll &) { return u"everything is well again"_s; }},
        step);
}

} // namespace frontdesk::torture
