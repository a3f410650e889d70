// SPDX-License-Identifier: GPL-3.0-or-later
#include "TextMarks.h"

namespace frontdesk {

void TextMarks::setTarget(QQuickTextDocument *target)
{
    m_target = target;
    setDocument(target ? target->textDocument() : nullptr);
    Q_EMIT changed();
}

void TextMarks::setMarks(const QVariant &marks)
{
    m_marks = marks.toList();
    rehighlight();
    Q_EMIT changed();
}

void TextMarks::setColor(const QColor &color)
{
    m_color = color;
    rehighlight();
    Q_EMIT changed();
}

void TextMarks::highlightBlock(const QString &text)
{
    const int begin = currentBlock().position();
    for (const QVariant &mark : std::as_const(m_marks)) {
        const QVariantMap part = mark.toMap();
        const int from = std::max(0, part[QStringLiteral("from")].toInt() - begin);
        const int end = std::min(int(text.size()),
                                 part[QStringLiteral("from")].toInt() + part[QStringLiteral("length")].toInt() - begin);
        if (end > from)
            setFormat(from, end - from, m_color);
    }
}

} // namespace frontdesk
