// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/Directory.h"

namespace frontdesk::models {

/// Who else looks at one record now, and which field they change: with names and in words. GUI thread.
class RecordViewers : public QObject {
    Q_OBJECT

public:
    RecordViewers(sync::Session &session, const Directory &directory, RecordRef record, QObject *parent = nullptr);

    /// Tells the others that it is looked at here, and which field is changed, again at each key; empty: none.
    void look(const QString &field);
    void lookAway();

    [[nodiscard]] QVariantList all() const; ///< [{name, initials, avatarKey}]
    [[nodiscard]] QString text() const;     ///< "Amira and Jonas are here too"; empty: nobody is
    /// Those who change a field, in the order in which they came.
    [[nodiscard]] QVector<UserId> at(const QString &field) const;
    [[nodiscard]] QStringList namesOf(const QVector<UserId> &users) const;
    [[nodiscard]] const Directory &directory() const { return m_directory; }

Q_SIGNALS:
    void changed(); ///< somebody, or a name

private:
    void observe(const RecordRef &record, const QVector<Viewer> &viewers);

    sync::Session &m_session;
    const Directory &m_directory;
    const RecordRef m_record;
    QVector<Viewer> m_viewers;
};

} // namespace frontdesk::models
