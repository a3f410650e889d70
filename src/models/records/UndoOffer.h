// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>

#include <functional>

namespace frontdesk::models {

/// The last change that can be taken back, in words. GUI thread.
class UndoOffer : public QObject {
    Q_OBJECT

public:
    [[nodiscard]] const QString &text() const { return m_text; } ///< empty: nothing
    void offer(const QString &text, std::function<void()> undo);
    void undo();

Q_SIGNALS:
    void changed();

private:
    QString m_text;
    std::function<void()> m_undo;
};

} // namespace frontdesk::models
