// SPDX-License-Identifier: GPL-3.0-or-later
#include "Judge.h"

#include <QtCore/QJsonDocument>

#include <algorithm>

namespace frontdesk::torture {

using namespace Qt::Literals::StringLiterals;

namespace {

class Court {
public:
    explicit Court(const Record &record)
        : m_record(record)
    {
        for (const QString &text : record.server.asSent)
            ++m_times[text];
    }

    QVector<Broken> verdict()
    {
        for (const QString &end : m_record.wordlessEnds)
            require(false, promises::noSilentEnd, end);
        journal();
        for (const Computer person : people) {
            fatesOf(person);
            agreement(person);
            cards(person);
            ledger(person);
            wordsTo(person);
        }
        changes();
        return std::move(m_broken);
    }

private:
    void require(bool kept, QLatin1String promise, const QString &words)
    {
        if (!kept)
            m_broken.append({promise, words});
    }

    /// Each message once, numbered without a gap, those of an author in the order in which they were written.
    void journal()
    {
        QHash<QString, int> positions;
        for (int i = 0; i < m_record.said.size(); ++i)
            positions.insert(m_record.said[i].text, i);
        for (auto place = m_record.server.places.begin(); place != m_record.server.places.end(); ++place) {
            QHash<UserId, int> newest;
            qint64 number = 0;
            for (const Line &line : place->lines) {
                ++number;
                require(
                    line.number == number, promises::oneOrder,
                    u"message \"%1\" of %2 is number %3 where %4 comes"_s.arg(shortened(line.text), place.key().text())
                        .arg(line.number)
                        .arg(number));
                number = line.number;
                const QString text = m_record.server.asSent.value(line.id);
                const auto position = positions.constFind(text);
                if (position == positions.cend() || wasEverRefused(text))
                    continue;
                int &before = newest[line.author];
                require(*position >= before, promises::oneOrder,
                        u"\"%1\" is not where its author put it"_s.arg(shortened(line.text)));
                before = *position;
            }
        }
        const ServerState &server = m_record.server;
        for (auto card = server.cards.begin(); card != server.cards.end(); ++card) {
            require(server.additions.value(card.key()) == 1, promises::nothingTwice,
                    u"%1 was made %2 times"_s.arg(card.key()).arg(server.additions.value(card.key())));
            require(card->version == 1 + server.changes.value(card.key()), promises::nothingTwice,
                    u"%1 has version %2 after %3 changes"_s.arg(card.key())
                        .arg(card->version)
                        .arg(server.changes.value(card.key())));
        }
        for (auto it = m_times.begin(); it != m_times.end(); ++it)
            require(it.value() == 1, promises::nothingTwice,
                    u"the server has \"%1\" %2 times"_s.arg(shortened(it.key())).arg(it.value()));
    }

    /// What somebody wrote is with the server, or with them for a decision.
    void fatesOf(Computer person)
    {
        const PersonRecord &record = m_record.of(person);
        const QString who = nameOf(person);
        for (const Said &said : m_record.said) {
            if (said.person != person)
                continue;
            const bool arrived = m_times.contains(said.text);
            const bool offered = std::any_of(record.state.refused.begin(), record.state.refused.end(),
                                             [&](const Refused &refused) { return refused.text == said.text; });
            require(said.answer != Answer::Queued || arrived || offered, promises::nothingLost,
                    u"\"%1\" was written by %2, and is nowhere"_s.arg(shortened(said.text), who));
            require(said.answer != Answer::Failed || (!arrived && !offered), promises::trueWords,
                    u"%2 was told that \"%1\" could not be kept, and it was"_s.arg(shortened(said.text), who));
            require(!arrived || !offered, promises::nothingTwice,
                    u"\"%1\" is with the server, and offered to %2 to be sent again"_s.arg(shortened(said.text), who));
        }
        if (m_record.restored)
            return;
        const QSet<CommandId> remembered = m_record.server.remembered.value(record.user);
        for (const CommandId &id : record.acknowledged)
            require(remembered.contains(id), promises::nothingLost,
                    u"%1 was told that %2 is in the journal, and the server does not know it"_s.arg(who, id.text()));
    }

    /// Other changes: taken, or refused with words. What a restored server has lost of them is told in general.
    void changes()
    {
        if (m_record.restored)
            return;
        for (const Changed &changed : m_record.changed) {
            const PersonRecord &record = m_record.of(changed.person);
            const bool taken = m_record.server.remembered.value(record.user).contains(changed.id);
            const bool offered = std::any_of(record.state.refused.begin(), record.state.refused.end(),
                                             [&](const Refused &refused) { return refused.id == changed.id; });
            const bool stopped = record.state.stopped.contains(changed.id); // behind what is offered
            require(taken || offered || stopped || record.everRefused.contains(changed.id), promises::nothingLost,
                    u"what %1 did is nowhere: %2"_s.arg(nameOf(changed.person), changed.words));
            require(changed.told.isEmpty() || !record.acknowledged.contains(changed.id) ||
                        m_record.server.told.contains(changed.told),
                    promises::nothingLost,
                    u"\"%1\", which %2 set, was overwritten and nobody was told"_s.arg(changed.told,
                                                                                       nameOf(changed.person)));
        }
    }

    void agreement(Computer person)
    {
        const PersonRecord &record = m_record.of(person);
        const QString who = nameOf(person);
        const auto agree = [&](bool is, const QString &words) {
            require(is, promises::allAgree, u"%1 %2"_s.arg(who, words));
        };
        for (auto place = m_record.server.places.begin(); place != m_record.server.places.end(); ++place) {
            const bool isIn = place->members.contains(record.user);
            const auto own = record.state.places.constFind(place.key());
            const QString where = place->title;
            agree(isIn == (own != record.state.places.cend()),
                  isIn ? u"does not have \"%1\""_s.arg(where) : u"still has \"%1\" after being removed"_s.arg(where));
            if (!isIn || own == record.state.places.cend())
                continue;
            agree(own->title == place->title, u"calls \"%1\" \"%2\""_s.arg(where, own->title));
            agree(own->labels == place->labels, u"has other labels in \"%1\""_s.arg(where));
            agree(own->closed == place->closed,
                  u"says \"%1\" is %2"_s.arg(where, own->closed ? u"closed"_s : u"open"_s));
            agree(own->conflicts == place->conflicts, u"sees other conflicts in \"%1\""_s.arg(where));
            agree(own->members == place->members, u"has other members in \"%1\""_s.arg(where));
            agree(own->readUpTo.value(record.user) == place->readUpTo.value(record.user),
                  u"has read \"%1\" up to %2, the server says %3"_s.arg(where)
                      .arg(own->readUpTo.value(record.user))
                      .arg(place->readUpTo.value(record.user)));
            const auto unread = std::count_if(place->lines.begin(), place->lines.end(), [&](const Line &line) {
                return line.number > place->readUpTo.value(record.user) && line.author != record.user;
            });
            agree(own->unread == unread,
                  u"has %1 unread in \"%2\" instead of %3"_s.arg(own->unread).arg(where).arg(unread));
            lines(who, where, own->lines, place->lines);
        }
        for (auto own = record.state.places.begin(); own != record.state.places.end(); ++own)
            agree(m_record.server.places.contains(own.key()),
                  u"has \"%1\", which the server has not"_s.arg(own->title));
    }

    void cards(Computer person)
    {
        const Cards &own = m_record.of(person).state.cards;
        const QString who = nameOf(person);
        for (auto card = m_record.server.cards.begin(); card != m_record.server.cards.end(); ++card) {
            const auto known = own.constFind(card.key());
            if (!maySee(m_record.of(person), *card, m_record.server)) {
                require(known == own.cend(), promises::onlyForThem,
                        u"%1 has %2, which they may not see"_s.arg(who, card.key()));
                continue;
            }
            require(known != own.cend(), promises::allAgree, u"%1 does not have %2"_s.arg(who, card.key()));
            require(known == own.cend() || *known == *card, promises::allAgree,
                    u"%1 has another %2: %3"_s.arg(who, card.key(),
                                                   known == own.cend() ? QString() : difference(*known, *card)));
        }
        for (auto card = own.begin(); card != own.end(); ++card)
            require(m_record.server.cards.contains(card.key()), promises::allAgree,
                    u"%1 has %2, which the server has not"_s.arg(who, card.key()));
    }

    static QString difference(const Card &own, const Card &server)
    {
        const auto text = [](const QJsonObject &object) {
            return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
        };
        QStringList words;
        if (own.version != server.version)
            words.append(u"version %1 instead of %2"_s.arg(own.version).arg(server.version));
        if (own.fields != server.fields)
            words.append(u"%1 instead of %2"_s.arg(text(own.fields), text(server.fields)));
        if (own.lists != server.lists)
            words.append(u"%1 instead of %2"_s.arg(text(own.lists), text(server.lists)));
        if (own.conflicts != server.conflicts)
            words.append(u"%1 conflicts instead of %2"_s.arg(own.conflicts.size()).arg(server.conflicts.size()));
        return words.join(u"; "_s);
    }

    void lines(const QString &who, const QString &where, const QVector<Line> &own, const QVector<Line> &server)
    {
        QSet<MessageId> seen;
        for (const Line &line : own) {
            require(!seen.contains(line.id), promises::nothingTwice,
                    u"%1 has \"%2\" twice in \"%3\""_s.arg(who, shortened(line.text), where));
            seen.insert(line.id);
        }
        for (const Line &line : server)
            require(
                own.contains(line), promises::nothingLost,
                u"%1 lacks \"%2\", number %3 of \"%4\""_s.arg(who, shortened(line.text)).arg(line.number).arg(where));
        for (const Line &line : own)
            require(server.contains(line), promises::allAgree,
                    u"%1 has \"%2\" in \"%3\", which the server has not"_s.arg(who, shortened(line.text), where));
        const bool sameSet = own.size() == server.size() && std::is_permutation(own.begin(), own.end(), server.begin());
        require(!sameSet || own == server, promises::oneOrder, u"%1 has \"%2\" in another order"_s.arg(who, where));
    }

    void ledger(Computer person)
    {
        const ClientState &state = m_record.of(person).state;
        const auto clean = [&](bool is, const QString &words) {
            require(is, promises::cleanLedger, u"%1 %2"_s.arg(nameOf(person), words));
        };
        clean(state.holes == 0, u"has %1 holes"_s.arg(state.holes));
        clean(state.waiting == state.stopped.size(),
              u"has %1 commands waiting"_s.arg(state.waiting - state.stopped.size()));
        clean(state.unknownRows == 0, u"has %1 rows that nobody understands"_s.arg(state.unknownRows));
        clean(state.refusedInLedger == state.refused.size(),
              u"counts %1 refused commands, and there are %2"_s.arg(state.refusedInLedger).arg(state.refused.size()));
        clean(state.epoch == m_record.server.epoch, u"follows another journal"_s);
    }

    void wordsTo(Computer person)
    {
        const PersonRecord &record = m_record.of(person);
        const QString who = nameOf(person);
        require(!record.mustNotice || record.noticed, promises::restoreNoticed,
                u"%1 was not told that the server has gone back in time"_s.arg(who));
        require(!record.noticed || m_record.restored, promises::trueWords,
                u"%1 was told that the server has gone back in time"_s.arg(who));
        for (const Refused &refused : record.state.refused)
            require(isExplained(refused.code, record), promises::trueWords,
                    u"%1 was refused %2 with %3"_s.arg(who, refused.id.text(), refused.code));
        // The same message may be new again after a restored server had lost it.
        for (const QVector<MessageId> &life : record.announced)
            require(m_record.restored || QSet<MessageId>(life.begin(), life.end()).size() == life.size(),
                    promises::nothingTwice, u"%1 was told of a message twice"_s.arg(who));
    }

    [[nodiscard]] bool isExplained(const QString &code, const PersonRecord &record) const
    {
        if (code == "record.unknown"_L1)
            return m_record.restored || m_record.hidden;
        if (code == "journal.lost"_L1 || code == "number.invalid"_L1 || code == "message.unknown"_L1 ||
            code == "conflict.unknown"_L1)
            return m_record.restored;
        if (code == "conversation.unknown"_L1)
            return record.wasRemoved || m_record.restored;
        if (code == "command.expired"_L1)
            return m_record.clocksJumped;
        return false;
    }

    [[nodiscard]] bool wasEverRefused(const QString &text) const
    {
        return std::any_of(m_record.persons.begin(), m_record.persons.end(),
                           [&](const PersonRecord &record) { return record.textsRefused.contains(text); });
    }

    static QString shortened(const QString &text)
    {
        constexpr int most = 20;
        return text.size() > most ? text.left(most) + u'…' : text;
    }

    const Record &m_record;
    QHash<QString, int> m_times; ///< in the journal, by text
    QVector<Broken> m_broken;
};

} // namespace

QVector<Broken> judge(const Record &record)
{
    return Court(record).verdict();
}

} // namespace frontdesk::torture
