// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/Session.h"

#include <QtCore/QCache>
#include <QtCore/QObject>
#include <QtCore/QSet>

namespace frontdesk::models {

/// What records are called that others name, such as the company of a contact: read when it is asked for the first
/// time, kept for a while, read again when it changes. GUI thread.
class RecordNames : public QObject {
    Q_OBJECT

public:
    explicit RecordNames(sync::Session &session, QObject *parent = nullptr);

    /// Empty until it is known; `changed` follows, once all that was asked for is known.
    [[nodiscard]] QString nameOf(const RecordRef &record) const;

Q_SIGNALS:
    void changed();

private:
    void read(const RecordRef &record) const;
    void forget(const store::Changes &changes);

    static constexpr int mostNames = 4'000;

    sync::Session &m_session;
    mutable QCache<RecordRef, QString> m_names{mostNames};
    mutable QSet<RecordRef> m_asked;
    bool m_hasNew = false; ///< among the answers to what was asked
};

} // namespace frontdesk::models
