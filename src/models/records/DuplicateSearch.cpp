// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/DuplicateSearch.h"

#include "domain/WhenDone.h"

#include <QtCore/QLocale>
#include <QtCore/QPromise>

namespace frontdesk::models {

namespace {

matching::Subject subjectOf(const RecordState &state)
{
    return {.id = state.record.id,
            .name = state.fields[fields::name].toString(),
            .emails = state.lists.value(fields::emails),
            .phones = state.lists.value(fields::phones)};
}

} // namespace

DuplicateSearch::DuplicateSearch(sync::Session &session, RecordKind kind, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_kind(kind)
{
    m_pool.setMaxThreadCount(1); // one after the other, in the order of the calls
    connect(&session, &sync::Session::changed, this, &DuplicateSearch::observe);
    load();
}

DuplicateSearch::~DuplicateSearch()
{
    m_pool.clear();
    m_pool.waitForDone();
}

void DuplicateSearch::load()
{
    if (m_loading) {
        m_again = true;
        return;
    }
    m_loading = true;
    m_index = std::make_shared<matching::DuplicateIndex>(QLocale::territoryToCode(QLocale().territory()));
    whenDone(m_session.store().records({.kind = m_kind}), this, [this](const store::RecordKeys &found) {
        put(found.waiting);
        loadNext(found.keys, 0);
    });
}

void DuplicateSearch::loadNext(const QVector<qint64> &keys, qsizetype from)
{
    if (from >= keys.size()) {
        m_loading = false;
        if (std::exchange(m_again, false))
            load();
        else if (!std::exchange(m_loaded, true))
            Q_EMIT completed();
        return;
    }
    whenDone(m_session.store().recordsAt(keys.mid(from, perRead)), this,
             [this, keys, from](const QHash<qint64, RecordState> &states) {
                 put(states.values());
                 loadNext(keys, from + perRead);
             });
}

void DuplicateSearch::observe(const store::Changes &changes)
{
    if (changes.everything) {
        load();
        return;
    }
    for (const RecordRef &record : changes.records)
        if (record.kind == m_kind)
            whenDone(m_session.store().record(record), this, [this, record](std::optional<RecordState> state) {
                if (!state) {
                    state.emplace(); // such as one whose creation was refused
                    state->record = record;
                    state->fields.insert(fields::deleted, true);
                }
                put({*state});
                Q_EMIT followed();
            });
}

void DuplicateSearch::put(const QVector<RecordState> &states)
{
    if (!states.isEmpty())
        m_pool.start([index = m_index, states] {
            for (const RecordState &state : states) {
                if (state.fields[fields::deleted].toBool())
                    index->remove(state.record.id);
                else
                    index->add(subjectOf(state));
            }
        });
}

template <class Answer>
QFuture<Answer> DuplicateSearch::ask(std::function<Answer(const matching::DuplicateIndex &)> question)
{
    const auto promise = std::make_shared<QPromise<Answer>>();
    promise->start();
    m_pool.start([index = m_index, promise, question = std::move(question)] {
        promise->addResult(question(*index));
        promise->finish();
    });
    return promise->future();
}

QFuture<QVector<matching::Candidate>> DuplicateSearch::candidatesFor(const matching::Subject &subject)
{
    constexpr qsizetype most = 3;
    return ask<QVector<matching::Candidate>>(
        [subject](const matching::DuplicateIndex &index) { return index.candidatesFor(subject, most); });
}

QFuture<QVector<matching::DuplicateGroup>> DuplicateSearch::groups()
{
    return ask<QVector<matching::DuplicateGroup>>([](const matching::DuplicateIndex &index) { return index.groups(); });
}

} // namespace frontdesk::models
