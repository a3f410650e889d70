// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtQml/qqmlregistration.h>

namespace frontdesk {

/// The beginning of somebody's name that is being typed behind an "@", in a text with a cursor. GUI thread.
class MentionEntry : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY changed FINAL)
    Q_PROPERTY(int cursor READ cursor WRITE setCursor NOTIFY changed FINAL)
    Q_PROPERTY(bool active READ active NOTIFY changed FINAL) ///< there is such a beginning, perhaps of no letters yet
    Q_PROPERTY(QString typed READ typed NOTIFY changed FINAL)

public:
    using QObject::QObject;

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] int cursor() const { return m_cursor; }
    void setCursor(int cursor);
    [[nodiscard]] bool active() const { return m_begin >= 0 && m_begin != m_dismissed; }
    [[nodiscard]] QString typed() const { return active() ? m_text.sliced(m_begin, m_cursor - m_begin) : QString(); }

    /// Where what is typed begins and ends, to put a name there; the "@" is before it.
    Q_INVOKABLE [[nodiscard]] int begin() const { return m_begin; }
    Q_INVOKABLE void dismiss(); ///< this "@" is one and nothing more

Q_SIGNALS:
    void changed();

private:
    void find();

    QString m_text;
    int m_cursor = 0;
    int m_begin = -1;     ///< behind the "@"; -1: nothing is being typed
    int m_dismissed = -1; ///< likewise
};

} // namespace frontdesk
