// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/Colleague.h"

#include "dialect/LoginRequest.h"

#include <QtNetwork/QNetworkAccessManager>

namespace frontdesk::demo {

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto retryAfter = 3s;

template <class... Ts>
struct Visitor : Ts... {
    using Ts::operator()...;
};
template <class... Ts>
Visitor(Ts...) -> Visitor<Ts...>;

} // namespace

Colleague::Colleague(Person person, QUrl server, std::shared_ptr<const Clock> clock, QNetworkAccessManager &network,
                     QObject *parent)
    : QObject(parent)
    , m_person(std::move(person))
    , m_server(std::move(server))
    , m_clock(std::move(clock))
    , m_network(network)
    , m_link(m_server)
{
    m_retry.setSingleShot(true);
    m_retry.setInterval(retryAfter);
    connect(&m_retry, &QTimer::timeout, this, &Colleague::comeIn);
    connect(&m_link, &dialect::Link::ready, this, &Colleague::begin);
    connect(&m_link, &dialect::Link::pushed, this, &Colleague::apply);
    connect(&m_link, &dialect::Link::closed, this, &Colleague::lose);
}

Colleague::~Colleague()
{
    // The link's last answers come here, and must start nothing any more.
    m_working = m_live = false;
    m_link.close();
}

void Colleague::comeIn()
{
    m_working = true;
    if (m_token.isEmpty()) {
        logIn();
        return;
    }
    m_link.open(
        {.token = m_token, .client = u"Frontdesk demo "_s + QStringLiteral(FRONTDESK_VERSION), .cursor = m_cursor});
}

void Colleague::goHome()
{
    m_working = false;
    m_retry.stop();
    m_link.close();
    if (std::exchange(m_live, false)) {
        Q_EMIT left();
    }
}

void Colleague::logIn()
{
    dialect::logIn(m_network, m_server, m_person.name, password(), u"demo"_s)
        .then(this, [this](const Result<dialect::Login> &login) {
            if (!m_working) {
                return;
            }
            if (!login) {
                lose(login.error());
                return;
            }
            m_token = login.value().token;
            comeIn();
        });
}

void Colleague::begin(const dialect::Ready &ready)
{
    m_fetching = true;
    const bool known =
        ready.journal == dialect::JournalState::Current || ready.journal == dialect::JournalState::Behind;
    m_cursor.epoch = ready.epoch;
    if (known) {
        catchUp();
    } else {
        readSnapshot({});
    }
}

void Colleague::readSnapshot(const QString &page)
{
    m_link.fetchSnapshot(page, [this](const Result<dialect::SnapshotPart> &part) {
        if (!part) {
            lose(part.error());
            return;
        }
        if (part.value().start) {
            m_cursor = *part.value().start;
        }
        Q_EMIT meets(part.value().users);
        Q_EMIT knows(part.value().records);
        for (const ConversationState &state : part.value().conversations) {
            Q_EMIT sees(state.conversation, state.number);
        }
        if (part.value().next.isEmpty()) {
            catchUp();
        } else {
            readSnapshot(part.value().next);
        }
    });
}

void Colleague::catchUp()
{
    m_fetching = true;
    m_link.fetchPage(m_cursor.seq, [this](const Result<JournalBatch> &page) {
        if (!page) {
            lose(page.error());
            return;
        }
        m_fetching = false;
        apply(page.value());
        if (page.value().more) {
            catchUp();
        } else if (!std::exchange(m_live, true)) {
            Q_EMIT arrived();
        }
    });
}

void Colleague::apply(const JournalBatch &batch)
{
    if (m_fetching) {
        return;
    }
    if (batch.after != m_cursor.seq) {
        catchUp();
        return;
    }
    m_cursor.seq = batch.upTo;
    if (!batch.mark.isEmpty()) {
        m_cursor.mark = batch.mark;
    }
    for (const DecodedRow &row : batch.rows) {
        tell(row);
    }
    m_link.reportApplied(m_cursor.seq);
}

void Colleague::tell(const DecodedRow &row)
{
    std::visit(Visitor{[this](const UserAdded &added) { Q_EMIT meets({added.user}); },
                       [this](const ConversationEntered &entered) {
                           Q_EMIT sees(entered.state.conversation, entered.state.number);
                       },
                       [this](const RecordAdded &added) { Q_EMIT knows({added.state}); },
                       [this](const RecordChanged &change) { Q_EMIT changes(change); },
                       [this](const MessageAdded &added) { Q_EMIT hears(added.message); }, [](const auto &) {}},
               row.event);
}

void Colleague::perform(const Act &act)
{
    std::visit(
        Visitor{[this](const ShowTyping &sign) { m_link.setTyping(sign.conversation, sign.typing); },
                [this](const Say &say) {
                    send(SendMessage{say.conversation, say.text});
                },
                [this](const Read &read) {
                    send(MoveRead{read.conversation, read.number});
                },
                [this](const ShowPresence &show) { m_link.setPresence(show.presence, [](const Result<Done> &) {}); },
                [this](const FoundGroup &found) { send(found.group); },
                [this](const WriteRecord &write) { send(write.body); }, [this](const GoHome &) { goHome(); },
                [this](const ComeIn &) { comeIn(); }},
        act);
}

void Colleague::send(CommandBody body)
{
    const milliseconds now = m_clock->utc();
    const Command command{.id = CommandId(createUuidV7(now)), .at = now.count(), .body = std::move(body)};
    m_link.send(command, [this](const dialect::CommandAnswer &answer) {
        // What is lost with a connection is not said again: nobody waits for it.
        if (const auto *refusal = std::get_if<Error>(&answer)) {
            Q_EMIT failed(*refusal);
        }
    });
}

void Colleague::lose(const Error &reason)
{
    if (reason.code.startsWith("auth."_L1)) {
        m_token.clear();
    }
    if (std::exchange(m_live, false)) {
        Q_EMIT left();
    }
    if (m_working) {
        Q_EMIT failed(reason);
        m_retry.start();
    }
}

} // namespace frontdesk::demo
