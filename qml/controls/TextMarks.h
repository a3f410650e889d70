// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QVariant>
#include <QtGui/QColor>
#include <QtGui/QSyntaxHighlighter>
#include <QtQml/qqmlregistration.h>
#include <QtQuick/QQuickTextDocument>

namespace frontdesk {

/// Parts of a plain text in another colour; the text stays plain and whole. GUI thread.
class TextMarks : public QSyntaxHighlighter {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(
        QQuickTextDocument *target READ target WRITE setTarget NOTIFY changed FINAL) ///< textDocument of a TextEdit
    Q_PROPERTY(QVariant marks READ marks WRITE setMarks NOTIFY changed FINAL)        ///< [{from, length}] in the text
    Q_PROPERTY(QColor color READ color WRITE setColor NOTIFY changed FINAL)

public:
    explicit TextMarks(QObject *parent = nullptr)
        : QSyntaxHighlighter(parent)
    {
    }

    [[nodiscard]] QQuickTextDocument *target() const { return m_target; }
    void setTarget(QQuickTextDocument *target);
    [[nodiscard]] QVariant marks() const { return m_marks; }
    void setMarks(const QVariant &marks);
    [[nodiscard]] QColor color() const { return m_color; }
    void setColor(const QColor &color);

Q_SIGNALS:
    void changed();

protected:
    void highlightBlock(const QString &text) override;

private:
    QQuickTextDocument *m_target = nullptr;
    QVariantList m_marks;
    QColor m_color;
};

} // namespace frontdesk
