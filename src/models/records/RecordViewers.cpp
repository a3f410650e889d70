// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/records/RecordViewers.h"

#include "models/Formatting.h"

namespace frontdesk::models {

using namespace Qt::Literals::StringLiterals;

RecordViewers::RecordViewers(sync::Session &session, const Directory &directory, RecordRef record, QObject *parent)
    : QObject(parent)
    , m_session(session)
    , m_directory(directory)
    , m_record(std::move(record))
{
    connect(&session, &sync::Session::viewersChanged, this, &RecordViewers::observe);
    connect(&directory, &Directory::usersChanged, this, &RecordViewers::changed);
}

void RecordViewers::look(const QString &field)
{
    m_session.setViewing(m_record, field);
}

void RecordViewers::lookAway()
{
    m_session.setViewing({});
}

void RecordViewers::observe(const RecordRef &record, const QVector<Viewer> &viewers)
{
    if (record != m_record || viewers == m_viewers)
        return;
    m_viewers = viewers;
    Q_EMIT changed();
}

QVariantList RecordViewers::all() const
{
    QVariantList people;
    for (const Viewer &viewer : m_viewers)
        people.append(QVariantMap{{u"name"_s, m_directory.nameOf(viewer.user)},
                                  {u"initials"_s, m_directory.initialsOf(viewer.user)},
                                  {u"avatarKey"_s, viewer.user.text()}});
    return people;
}

QString RecordViewers::text() const
{
    QVector<UserId> users;
    for (const Viewer &viewer : m_viewers)
        users.append(viewer.user);
    return formatting::hereToo(namesOf(users));
}

QVector<UserId> RecordViewers::at(const QString &field) const
{
    QVector<UserId> users;
    for (const Viewer &viewer : m_viewers)
        if (viewer.field == field)
            users.append(viewer.user);
    return users;
}

QStringList RecordViewers::namesOf(const QVector<UserId> &users) const
{
    QStringList names;
    for (const UserId &user : users)
        names.append(m_directory.shortNameOf(user));
    return names;
}

} // namespace frontdesk::models
