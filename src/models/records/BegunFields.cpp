// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/BegunFields.h"

#include "domain/WhenDone.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto saveDelay = 400ms; // between a key and the disk
constexpr auto keptAs = RecordKind::CustomField;

} // namespace

BegunFields::BegunFields(sync::Session &session, RecordRef record, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_record(std::move(record))
{
    m_save.setSingleShot(true);
    m_save.setInterval(saveDelay);
    connect(&m_save, &QTimer::timeout, this, &BegunFields::save);
    // What was typed a moment ago, before the record was left, may still be on its way to the disk.
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.begun)
            read();
    });
    read();
}

BegunFields::~BegunFields()
{
    if (m_save.isActive() || m_unsaved)
        save();
}

void BegunFields::read()
{
    whenDone(m_session.store().begun(m_record, keptAs), this, [this](const QJsonObject &stored) {
        QHash<QString, Typed> typed;
        for (auto field = stored.begin(); field != stored.end(); ++field)
            typed.insert(field.key(), {.text = field.value()["text"_L1].toString(),
                                       .seenVersion = field.value()["version"_L1].toInt(),
                                       .seenText = field.value()["seen"_L1].toString()});
        if (typed == m_typed)
            m_unsaved = false;
        for (const QString &field : std::as_const(m_touched)) {
            typed.remove(field);
            if (m_typed.contains(field))
                typed.insert(field, m_typed[field]);
        }
        if (typed == m_typed)
            return;
        m_typed = typed;
        Q_EMIT changed();
    });
}

void BegunFields::type(const QString &field, const QString &text, int seenVersion, const QString &seenText)
{
    m_typed.insert(field, {text, seenVersion, seenText});
    touch(field);
}

void BegunFields::drop(const QString &field)
{
    if (!m_typed.remove(field))
        return;
    touch(field);
    Q_EMIT changed();
}

void BegunFields::touch(const QString &field)
{
    m_touched.insert(field);
    m_unsaved = true;
    if (!m_save.isActive())
        m_save.start();
}

void BegunFields::save()
{
    m_save.stop();
    QJsonObject fields;
    for (auto typed = m_typed.begin(); typed != m_typed.end(); ++typed)
        fields.insert(
            typed.key(),
            QJsonObject{{u"text"_s, typed->text}, {u"version"_s, typed->seenVersion}, {u"seen"_s, typed->seenText}});
    m_session.saveBegun(m_record, keptAs, fields);
}

} // namespace frontdesk::models
