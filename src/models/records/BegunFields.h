// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Record.h"
#include "sync/Session.h"

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// What is being typed for fields of a record, such as an amount that has no currency yet. It saves itself: opening
/// another record, and the end of the program, lose nothing of it; the editors are open again when the record is. GUI
/// thread.
class BegunFields : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordPage")

public:
    BegunFields(sync::Session &session, RecordRef record, QObject *parent = nullptr);
    ~BegunFields() override; ///< saves it

    Q_INVOKABLE [[nodiscard]] bool holds(const QString &field) const { return m_typed.contains(field); }
    Q_INVOKABLE [[nodiscard]] QString text(const QString &field) const { return m_typed.value(field).text; }
    // What the editor showed when it was opened.
    Q_INVOKABLE [[nodiscard]] int seenVersion(const QString &field) const { return m_typed.value(field).seenVersion; }
    Q_INVOKABLE [[nodiscard]] QString seenText(const QString &field) const { return m_typed.value(field).seenText; }

    Q_INVOKABLE void type(const QString &field, const QString &text, int seenVersion, const QString &seenText);
    Q_INVOKABLE void drop(const QString &field); ///< a change was made of it, or it was given up

Q_SIGNALS:
    void changed(); ///< not by typing here

private:
    struct Typed {
        QString text;
        int seenVersion = 0;
        QString seenText;
        friend bool operator==(const Typed &, const Typed &) = default;
    };
    void touch(const QString &field);
    void read();
    void save();

    sync::Session &m_session;
    RecordRef m_record;
    QHash<QString, Typed> m_typed;
    QSet<QString> m_touched; ///< fields; what is stored no longer replaces what stands here
    bool m_unsaved = false;  ///< typed here, and not known to be on the disk
    QTimer m_save;
};

} // namespace frontdesk::models
