// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ActivitySentence.h"

#include <QtCore/QCoreApplication>

namespace frontdesk::models {

namespace {

/// Whole sentences, so that a translation can order and inflect them as its language wants.
struct Sentences {
    Q_DECLARE_TR_FUNCTIONS(ActivitySentence)
};

QString notes(const Activity &activity, const QString &actor, bool own)
{
    const QString where = activity.target ? activity.target->name : QString();
    const int count = activity.totalItems;
    if (where.isEmpty()) // a direct conversation has no title
        return own ? Sentences::tr("You sent %n direct message(s)", nullptr, count)
                   : Sentences::tr("%1 sent you %n message(s)", nullptr, count).arg(actor);
    return own ? Sentences::tr("You sent %n message(s) in %1", nullptr, count).arg(where)
               : Sentences::tr("%1 sent %n message(s) in %2", nullptr, count).arg(actor, where);
}

QString added(const Activity &activity, const QString &actor, bool own)
{
    const QString where = activity.target ? activity.target->name : QString();
    const QString who = activity.object.name;
    const int others = activity.totalItems - 1;
    if (others > 0)
        return own ? Sentences::tr("You added %1 and %n other(s) to %2", nullptr, others).arg(who, where)
                   : Sentences::tr("%1 added %2 and %n other(s) to %3", nullptr, others).arg(actor, who, where);
    return own ? Sentences::tr("You added %1 to %2").arg(who, where)
               : Sentences::tr("%1 added %2 to %3").arg(actor, who, where);
}

/// Somebody has closed a conversation, or opened it again by hand.
QString settled(const Activity &activity, const QString &actor, bool own)
{
    const QString &name = activity.object.name;
    const bool closed = activity.target && activity.target->id == QLatin1String("closed");
    if (name.isEmpty()) { // a direct conversation has no title
        if (closed)
            return own ? Sentences::tr("You closed a direct conversation")
                       : Sentences::tr("%1 closed your direct conversation").arg(actor);
        return own ? Sentences::tr("You opened a direct conversation again")
                   : Sentences::tr("%1 opened your direct conversation again").arg(actor);
    }
    if (closed)
        return own ? Sentences::tr("You closed the conversation %1").arg(name)
                   : Sentences::tr("%1 closed the conversation %2").arg(actor, name);
    return own ? Sentences::tr("You opened the conversation %1 again").arg(name)
               : Sentences::tr("%1 opened the conversation %2 again").arg(actor, name);
}

QString removed(const Activity &activity, const QString &actor, bool own)
{
    const QString where = activity.target ? activity.target->name : QString();
    const QString who = activity.object.name;
    const int others = activity.totalItems - 1;
    if (others > 0)
        return own ? Sentences::tr("You removed %1 and %n other(s) from %2", nullptr, others).arg(who, where)
                   : Sentences::tr("%1 removed %2 and %n other(s) from %3", nullptr, others).arg(actor, who, where);
    return own ? Sentences::tr("You removed %1 from %2").arg(who, where)
               : Sentences::tr("%1 removed %2 from %3").arg(actor, who, where);
}

/// The newest of what somebody has made in a row, and how many before it.
QString madeContacts(const QString &actor, const QString &name, int others, bool own)
{
    if (others > 0)
        return own ? Sentences::tr("You added %1 and %n other contact(s)", nullptr, others).arg(name)
                   : Sentences::tr("%1 added %2 and %n other contact(s)", nullptr, others).arg(actor, name);
    return own ? Sentences::tr("You added the contact %1").arg(name)
               : Sentences::tr("%1 added the contact %2").arg(actor, name);
}

QString madeCompanies(const QString &actor, const QString &name, int others, bool own)
{
    if (others > 0)
        return own ? Sentences::tr("You added %1 and %n other company(ies)", nullptr, others).arg(name)
                   : Sentences::tr("%1 added %2 and %n other company(ies)", nullptr, others).arg(actor, name);
    return own ? Sentences::tr("You added the company %1").arg(name)
               : Sentences::tr("%1 added the company %2").arg(actor, name);
}

QString madeDeals(const QString &actor, const QString &name, int others, bool own)
{
    if (others > 0)
        return own ? Sentences::tr("You began the deal %1 and %n other(s)", nullptr, others).arg(name)
                   : Sentences::tr("%1 began the deal %2 and %n other(s)", nullptr, others).arg(actor, name);
    return own ? Sentences::tr("You began the deal %1").arg(name)
               : Sentences::tr("%1 began the deal %2").arg(actor, name);
}

QString moved(const Activity &activity, const QString &actor, bool own)
{
    const QString &name = activity.object.name;
    const QString stage = activity.target ? activity.target->name : QString();
    if (stage.isEmpty()) // the pipeline has it no more
        return own ? Sentences::tr("You moved %1 to another stage").arg(name)
                   : Sentences::tr("%1 moved %2 to another stage").arg(actor, name);
    return own ? Sentences::tr("You moved %1 to %2").arg(name, stage)
               : Sentences::tr("%1 moved %2 to %3").arg(actor, name, stage);
}

} // namespace

QString activitySentence(const Activity &activity, const QString &actor, bool own)
{
    const QString &name = activity.object.name;
    const auto is = [&](const char *verb, const char *type) {
        return activity.verb == QLatin1String(verb) && activity.object.type == QLatin1String(type);
    };
    if (is("Create", "Note"))
        return notes(activity, actor, own);
    if (is("Create", "Group"))
        return own ? Sentences::tr("You created the group %1").arg(name)
                   : Sentences::tr("%1 created the group %2").arg(actor, name);
    if (is("Update", "Group"))
        return own ? Sentences::tr("You renamed a group to %1").arg(name)
                   : Sentences::tr("%1 renamed a group to %2").arg(actor, name);
    if (is("Move", "Group"))
        return settled(activity, actor, own);
    if (is("Add", "Person"))
        return added(activity, actor, own);
    if (is("Remove", "Person"))
        return removed(activity, actor, own);
    if (is("Leave", "Group"))
        return own ? Sentences::tr("You left %1").arg(name) : Sentences::tr("%1 left %2").arg(actor, name);
    if (is("Create", "Profile"))
        return madeContacts(actor, name, activity.totalItems - 1, own);
    if (is("Create", "Organization"))
        return madeCompanies(actor, name, activity.totalItems - 1, own);
    if (is("Create", "Deal"))
        return madeDeals(actor, name, activity.totalItems - 1, own);
    if (is("Move", "Deal"))
        return moved(activity, actor, own);
    if (is("Accept", "Deal"))
        return own ? Sentences::tr("You won %1").arg(name) : Sentences::tr("%1 won %2").arg(actor, name);
    if (is("Reject", "Deal"))
        return own ? Sentences::tr("You lost %1").arg(name) : Sentences::tr("%1 lost %2").arg(actor, name);
    if (is("Join", "Person"))
        return own ? Sentences::tr("You joined the team") : Sentences::tr("%1 joined the team").arg(name);
    if (is("Update", "Person"))
        return own ? Sentences::tr("You changed your name to %1").arg(name)
                   : Sentences::tr("%1 is the name that a colleague goes by now").arg(name);
    // A verb of a later version: its ActivityStreams terms, which are English, are better than nothing.
    return QStringLiteral("%1: %2 %3").arg(actor, activity.verb, name);
}

} // namespace frontdesk::models
