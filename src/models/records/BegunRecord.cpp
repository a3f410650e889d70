// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/BegunRecord.h"

#include "domain/WhenDone.h"

#include <QtCore/QJsonArray>

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto saveDelay = 400ms; // between a key and the disk

} // namespace

BegunRecord::BegunRecord(sync::Session &session, RecordRef about, RecordKind kind, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_about(std::move(about))
    , m_kind(kind)
{
    m_save.setSingleShot(true);
    m_save.setInterval(saveDelay);
    connect(&m_save, &QTimer::timeout, this, &BegunRecord::save);
    connect(&session, &sync::Session::queued, this, [this](const CommandId &id) { m_unqueued.remove(id); });
    connect(&session, &sync::Session::failed, this, [this](const Error &error) {
        const auto unqueued = m_unqueued.constFind(CommandId(error.detail["command"_L1].toString()));
        if (unqueued == m_unqueued.constEnd())
            return;
        giveBack(*unqueued);
        m_unqueued.erase(unqueued);
    });
    // What was typed a moment ago, before the record was left, may still be on its way to the disk.
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.begun && (!m_touched || m_unsaved))
            read();
    });
    read();
}

BegunRecord::~BegunRecord()
{
    if (m_save.isActive() || m_unsaved)
        save();
}

BegunRecord::Typed BegunRecord::typedFrom(const QJsonObject &fields)
{
    Typed typed{.text = fields["text"_L1].toString(),
                .call = fields["call"_L1].toString(),
                .minutes = fields["minutes"_L1].toString(),
                .due = fields["due"_L1].toString()};
    const QJsonArray mentioned = fields["mentioned"_L1].toArray();
    for (const QJsonValue &id : mentioned)
        typed.mentioned.append(id.toString());
    if (const QJsonObject seen = fields["seen"_L1].toObject(); !seen.isEmpty())
        typed.seen = Seen{seen["version"_L1].toInt(), seen["text"_L1].toString()};
    return typed;
}

QJsonObject BegunRecord::toJson(const Typed &typed)
{
    QJsonObject fields;
    for (const auto &[name, value] : {std::pair("text"_L1, typed.text),
                                      {"call"_L1, typed.call},
                                      {"minutes"_L1, typed.minutes},
                                      {"due"_L1, typed.due}})
        if (!value.isEmpty())
            fields.insert(name, value);
    if (!typed.mentioned.isEmpty())
        fields.insert("mentioned"_L1, QJsonArray::fromStringList(typed.mentioned));
    if (typed.seen)
        fields.insert("seen"_L1, QJsonObject{{u"version"_s, typed.seen->version}, {u"text"_s, typed.seen->text}});
    return fields;
}

void BegunRecord::read()
{
    whenDone(m_session.store().begun(m_about, m_kind), this, [this](const QJsonObject &fields) {
        Typed stored = typedFrom(fields);
        if (stored == m_typed)
            m_unsaved = false;
        if (m_touched || stored == m_typed)
            return;
        m_typed = std::move(stored);
        Q_EMIT changed();
    });
}

void BegunRecord::touch()
{
    m_touched = m_unsaved = true;
    if (!m_save.isActive())
        m_save.start();
    Q_EMIT changed();
}

void BegunRecord::save()
{
    m_save.stop();
    m_session.saveBegun(m_about, m_kind, toJson(m_typed));
}

void BegunRecord::begin(int version, const QString &text)
{
    m_typed = {.text = text, .seen = Seen{version, text}};
    touch();
}

void BegunRecord::giveUp()
{
    m_typed = {};
    touch();
}

void BegunRecord::kept(const QString &command)
{
    if (command.isEmpty())
        return;
    m_save.stop(); // the outbox takes the stored one away together with adding the command
    m_unsaved = false;
    m_touched = true;
    m_unqueued.insert(CommandId(command), std::exchange(m_typed, {}));
    Q_EMIT changed();
}

void BegunRecord::giveBack(Typed typed)
{
    // Before what has been begun since, of which nothing goes either.
    if (!m_typed.text.isEmpty())
        typed.text += (m_kind == RecordKind::Note ? u'\n' : u' ') + m_typed.text;
    typed.mentioned += m_typed.mentioned;
    for (QString Typed::*field : {&Typed::call, &Typed::minutes, &Typed::due})
        if ((typed.*field).isEmpty())
            typed.*field = m_typed.*field;
    m_typed = std::move(typed);
    touch();
}

} // namespace frontdesk::models
