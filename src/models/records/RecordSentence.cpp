// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordSentence.h"

#include "models/Formatting.h"
#include "models/RecordWords.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::models {

namespace {

constexpr int quotedLength = 80; // UTF-16 units

struct Words {
    Q_DECLARE_TR_FUNCTIONS(RecordSentence)
};

QString nameOrYou(const UserId &user, const Directory &directory)
{
    return directory.isMe(user) ? Words::tr("You", "who did it") : directory.nameOf(user);
}

struct Sentence {
    const JournalRow &row;
    const RecordRef &shown;
    const RecordTexts &texts;

    [[nodiscard]] QString who() const { return nameOrYou(row.actor, texts.directory()); }
    [[nodiscard]] QString nameOf(const RecordRef &record) const
    {
        const QString name = texts.names().nameOf(record);
        return name.isEmpty() ? words::kindName(record.kind) : name;
    }

    QString operator()(const RecordAdded &added) const
    {
        const RecordRef &record = added.state.record;
        if (record.kind == RecordKind::Note)
            return noteSentence(added.state.fields);
        if (record == shown)
            return Words::tr("%1 created this", "Lena Roth created this").arg(who());
        return Words::tr("%1 added %2", "Lena Roth added Annual plan")
            .arg(who(), words::titleOf(record.kind, added.state.fields));
    }
    QString operator()(const RecordChanged &change) const
    {
        if (change.set.contains(fields::deleted))
            return change.set[fields::deleted].toBool()
                       ? Words::tr("%1 moved %2 to the bin").arg(who(), subject(change))
                       : Words::tr("%1 restored %2").arg(who(), subject(change));
        if (change.set.contains(fields::place))
            return Words::tr("%1 moved %2 to %3", "Lena moved Annual plan to Proposal")
                .arg(who(), subject(change),
                     texts.textOf(change.record.kind, fields::place, change.set[fields::place]));
        if (change.set.contains(fields::done))
            return change.set[fields::done].toBool() ? Words::tr("%1 finished %2").arg(who(), subject(change))
                                                     : Words::tr("%1 opened %2 again").arg(who(), subject(change));
        const QString what = (changes(change) + listChanges(change)).join(QStringLiteral("; "));
        return change.record == shown ? Words::tr("%1 set %2", "who, which fields").arg(who(), what)
                                      : Words::tr("%1 set %2 of %3").arg(who(), what, nameOf(change.record));
    }
    template <class Other>
    QString operator()(const Other &) const
    {
        return Words::tr("%1 changed something that this version does not know").arg(who());
    }

private:
    [[nodiscard]] QString noteSentence(const QJsonObject &note) const
    {
        const QString text = formatting::oneLine(note[fields::text].toString());
        const QString call = callText(note, texts);
        return call.isEmpty() ? Words::tr("%1: %2", "who: text of a note").arg(who(), text)
                              : Words::tr("%1 · %2: %3", "who, outgoing call: what was said").arg(who(), call, text);
    }
    [[nodiscard]] QString subject(const RecordChanged &change) const
    {
        return change.record == shown ? Words::tr("this", "Lena moved this to Proposal") : nameOf(change.record);
    }
    [[nodiscard]] QString shortened(const QString &text) const
    {
        return text.isEmpty() ? Words::tr("nothing", "old or new value of a field")
                              : formatting::oneLine(text, quotedLength);
    }
    [[nodiscard]] QStringList changes(const RecordChanged &change) const
    {
        QStringList parts;
        const RecordKind kind = change.record.kind;
        for (auto field = change.set.begin(); field != change.set.end(); ++field) {
            const QString name = texts.fieldName(kind, field.key());
            const QString now = shortened(texts.textOf(kind, field.key(), field.value()));
            parts.append(change.was.contains(field.key())
                             ? Words::tr("%1: %2 → %3", "field: old → new")
                                   .arg(name, shortened(texts.textOf(kind, field.key(), change.was[field.key()])), now)
                             : Words::tr("%1: %2", "field: new").arg(name, now));
        }
        return parts;
    }
    [[nodiscard]] static QStringList listChanges(const RecordChanged &change)
    {
        QStringList parts;
        for (auto list = change.lists.begin(); list != change.lists.end(); ++list) {
            QStringList entries;
            for (const QString &entry : list->add)
                entries.append(QLatin1Char('+') + entry);
            for (const QString &entry : list->remove)
                entries.append(QChar(0x2212) + entry); // minus
            parts.append(
                Words::tr("%1: %2", "list: what came and went")
                    .arg(words::fieldName(change.record.kind, list.key()), entries.join(QStringLiteral(", "))));
        }
        return parts;
    }
};

} // namespace

QString callText(const QJsonObject &note, const RecordTexts &texts)
{
    const auto text = [&](const QString &field) { return texts.textOf(RecordKind::Note, field, note[field]); };
    const QString minutes = text(fields::minutes);
    return minutes.isEmpty() ? text(fields::call)
                             : Words::tr("%1, %2 min", "Incoming call, 12 min").arg(text(fields::call), minutes);
}

std::optional<RecordRef> recordOf(const DecodedRow &row)
{
    if (const auto *added = std::get_if<RecordAdded>(&row.event))
        return added->state.record;
    if (const auto *change = std::get_if<RecordChanged>(&row.event))
        return change->record;
    return {};
}

QString recordSentence(const DecodedRow &row, const RecordRef &shown, const RecordTexts &texts)
{
    return std::visit(Sentence{row.row, shown, texts}, row.event);
}

QString messageSentence(const Message &message, const RecordTexts &texts)
{
    return Words::tr("%1 wrote: %2", "who: text of a message")
        .arg(nameOrYou(message.author, texts.directory()), formatting::oneLine(message.text));
}

} // namespace frontdesk::models
