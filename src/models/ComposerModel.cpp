// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ComposerModel.h"

#include "models/Formatting.h"

namespace frontdesk::models {

using namespace std::chrono_literals;

namespace {

constexpr auto saveDelay = 400ms;        // between a key and the disk
constexpr auto shareDelay = 2s;          // of not typing, before other devices are told
constexpr qsizetype mostShared = 20'000; // UTF-16 units; a longer draft stays here

} // namespace

ComposerModel::ComposerModel(sync::Session &session, OwnValues &own, SharedFiles &files, ConversationId conversation,
                             QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_own(own)
    , m_id(std::move(conversation))
    , m_files(session, files, m_id)
{
    connect(&m_files, &DraftFiles::changed, this, &ComposerModel::changed);
    m_saveDraft.setSingleShot(true);
    m_saveDraft.setInterval(saveDelay);
    connect(&m_saveDraft, &QTimer::timeout, this, &ComposerModel::saveDraft);
    m_shareDraft.setSingleShot(true);
    m_shareDraft.setInterval(shareDelay);
    connect(&m_shareDraft, &QTimer::timeout, this, &ComposerModel::shareDraft);
    connect(&own, &OwnValues::changed, this, &ComposerModel::adoptShared);
    connect(&session, &sync::Session::changed, this, [this](const store::Changes &changes) {
        if (changes.drafts && m_unsaved)
            readDraft();
    });
    readDraft();
}

ComposerModel::~ComposerModel()
{
    leave();
}

void ComposerModel::leave()
{
    if (m_saveDraft.isActive() || m_unsaved)
        saveDraft();
    if (m_shareDraft.isActive())
        shareDraft();
    m_session.setTyping(m_id, false);
}

void ComposerModel::setText(const QString &text)
{
    if (text == this->text())
        return;
    if (m_edit)
        m_edit->text = text;
    else
        typeDraft(text);
    Q_EMIT changed();
}

void ComposerModel::typeDraft(const QString &text)
{
    m_touched = m_unsaved = true;
    m_draft.type(text);
    if (!m_saveDraft.isActive())
        m_saveDraft.start();
    m_shareDraft.start();
}

void ComposerModel::readDraft()
{
    whenDone(m_session.store().draft(m_id), this, [this](const QString &text) {
        if (text == draftToKeep())
            m_unsaved = false;
        if (m_touched)
            return;
        m_draft.restore(text);
        adoptShared();
        Q_EMIT changed();
    });
}

void ComposerModel::saveDraft()
{
    m_saveDraft.stop();
    m_session.saveDraft(m_id, draftToKeep());
}

QString ComposerModel::draftToKeep() const
{
    return m_draft.isAdopted() ? QString() : m_draft.text();
}

void ComposerModel::shareDraft()
{
    m_shareDraft.stop();
    const auto text = m_sharing ? m_draft.untold() : std::nullopt;
    if (!text || text->size() > mostShared)
        return;
    m_draft.told();
    m_own.set(draftKey(), text->isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(*text));
}

void ComposerModel::adoptShared()
{
    if (!m_sharing)
        return;
    const QString before = m_draft.text();
    m_draft.receive(m_own.value(draftKey()).toString());
    if (m_draft.text() != before && !m_edit)
        Q_EMIT changed();
}

void ComposerModel::shareDrafts(bool on)
{
    m_sharing = on;
    adoptShared();
    shareDraft();
}

QString ComposerModel::draftKey() const
{
    return ownDraftKey(m_id);
}

bool ComposerModel::canSend() const
{
    const bool copying = !m_edit && m_files.busy();
    return (!text().trimmed().isEmpty() || hasFiles()) && !copying && problem().isEmpty();
}

/// Whether what would be sent has some.
bool ComposerModel::hasFiles() const
{
    return m_edit ? !m_edit->files.isEmpty() : !m_files.refs().isEmpty();
}

QString ComposerModel::problem() const
{
    const auto length = codePoints(text().trimmed());
    if (length <= limits::messageText)
        return {};
    return tr("%Ln character(s) too long to be sent in one message", nullptr, int(length - limits::messageText));
}

QString ComposerModel::editedText() const
{
    return m_edit ? formatting::oneLine(m_edit->before) : QString();
}

void ComposerModel::send(const QString &text)
{
    const QString message = text.trimmed();
    const bool copying = !m_edit && m_files.busy();
    if ((message.isEmpty() && !hasFiles()) || copying || codePoints(message) > limits::messageText)
        return;
    m_session.setTyping(m_id, false);
    if (m_edit) {
        finishEdit(message);
        return;
    }
    m_saveDraft.stop(); // the outbox takes the stored draft away together with adding the message
    m_unsaved = false;
    m_touched = true;
    m_draft.type({});
    shareDraft();
    const QVector<FileRef> files = m_files.refs();
    m_files.take();
    m_unqueued.insert(m_session.submit(SendMessage{m_id, message, files}), {message, files});
    if (m_messages) {
        m_messages->clearNewLine();
        m_messages->jumpToNewest();
    }
    Q_EMIT changed();
}

void ComposerModel::edit(const QString &messageId)
{
    if (const auto entry = m_messages ? m_messages->find(MessageId(messageId)) : std::nullopt)
        begin(*entry);
}

bool ComposerModel::editPrevious()
{
    const bool untouched = m_edit ? m_edit->text == m_edit->before : m_draft.text().isEmpty();
    const auto entry =
        untouched && m_messages ? m_messages->ownBefore(m_edit ? m_edit->message : MessageId()) : std::nullopt;
    if (entry)
        begin(*entry);
    return entry.has_value();
}

void ComposerModel::begin(const TimelineEntry &entry)
{
    if (m_edit && m_edit->message == entry.id)
        return;
    if (m_edit && m_edit->text != m_edit->offered)
        m_aside.insert(m_edit->message, m_edit->text);
    MessageEdit edit{.message = entry.id, .before = entry.text, .text = entry.text, .replaces = {}};
    if (entry.delivery == Delivery::Refused) {
        edit.replaces = entry.id;
        edit.files = entry.files;
    } else if (entry.edit && entry.edit->state == Delivery::Refused) {
        edit.replaces = entry.edit->command.id;
        edit.text = std::get<EditMessage>(entry.edit->command.body).text;
    }
    edit.offered = edit.text;
    if (m_aside.contains(entry.id))
        edit.text = m_aside.take(entry.id);
    m_edit = edit;
    Q_EMIT editingChanged();
    Q_EMIT changed();
}

void ComposerModel::cancelEdit()
{
    if (!m_edit)
        return;
    m_edit.reset();
    Q_EMIT editingChanged();
    Q_EMIT changed();
}

void ComposerModel::finishEdit(const QString &text)
{
    const MessageEdit edit = *m_edit;
    const EditMessage change{m_id, edit.message, text};
    if (edit.replaces == edit.message)
        m_unqueued.insert(m_session.replace(edit.replaces, SendMessage{m_id, text, edit.files}), {text, {}});
    else if (!edit.replaces.isEmpty())
        m_unqueued.insert(m_session.replace(edit.replaces, change), {text, {}});
    else if (text != edit.before)
        m_unqueued.insert(m_session.submit(change), {text, {}});
    cancelEdit();
}

void ComposerModel::notQueued(const CommandId &id)
{
    if (!m_unqueued.contains(id))
        return;
    const Unqueued typed = m_unqueued.take(id);
    if (!typed.files.isEmpty())
        m_files.giveBack(typed.files);
    if (!typed.text.isEmpty())
        giveBack(typed.text);
    Q_EMIT changed();
}

/// Before what has been typed since, but behind what came back before it: the earlier message comes first.
void ComposerModel::giveBack(const QString &text)
{
    const QString typed = m_draft.text().isEmpty() ? QString() : m_draft.text() + u'\n';
    const QString before = typed.startsWith(m_returned) ? m_returned : QString();
    m_returned = before + text + u'\n';
    typeDraft((m_returned + typed.mid(before.size())).chopped(1));
}

void ComposerModel::typed()
{
    m_session.setTyping(m_id, true);
}

void ComposerModel::retranslate()
{
    Q_EMIT changed();
}

} // namespace frontdesk::models
