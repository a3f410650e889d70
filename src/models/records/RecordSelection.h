// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QSet>
#include <QtCore/QVector>
#include <QtQml/qqmlregistration.h>

#include <optional>

namespace frontdesk::models {

/// Which rows of a table are chosen to be changed together. What leaves the table is not chosen any more, so that
/// nothing is changed that is not in sight. GUI thread.
class RecordSelection : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the RecordTableModel")
    Q_PROPERTY(int count READ count NOTIFY changed FINAL)
    Q_PROPERTY(bool all READ all NOTIFY changed FINAL) ///< every row of the table, and there are some

public:
    /// `keys`: of the table's rows; they outlive this.
    explicit RecordSelection(const QVector<qint64> &keys, QObject *parent = nullptr);

    [[nodiscard]] int count() const { return int(m_chosen.size()); }
    [[nodiscard]] bool all() const { return !m_chosen.isEmpty() && m_chosen.size() == m_keys.size(); }
    [[nodiscard]] bool contains(qint64 key) const { return m_chosen.contains(key); }
    [[nodiscard]] QVector<qint64> keys() const; ///< in the order of the table

    Q_INVOKABLE void toggle(int row);
    Q_INVOKABLE void extendTo(int row); ///< from the row that was chosen last to this one
    Q_INVOKABLE void selectAll();
    Q_INVOKABLE void clear();

    void follow(); ///< the table has other rows

Q_SIGNALS:
    void changed();

private:
    const QVector<qint64> &m_keys;
    QSet<qint64> m_chosen;
    std::optional<qint64> m_anchor;
};

} // namespace frontdesk::models
