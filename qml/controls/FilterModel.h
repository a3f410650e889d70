// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/SearchNames.h"

#include <QtCore/QSortFilterProxyModel>
#include <QtCore/QStringList>
#include <QtQml/qqmlregistration.h>

namespace frontdesk {

/// The rows of another model that can be found by what is typed, by the rules of the search in messages: words in any
/// order, their beginnings, inside of words, without accents, also in scripts without spaces. The best come first, at
/// most `limit` of them. While nothing is typed it has every row in the order of the model. It lets a view narrow a
/// shared model without narrowing it for others. GUI thread.
class FilterModel : public QSortFilterProxyModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterTextChanged FINAL) ///< filters for messages: no row
    /// Roles with names, a text or a list of texts; the first is the one that is shown.
    Q_PROPERTY(QStringList nameRoles READ nameRoles WRITE setNameRoles NOTIFY nameRolesChanged FINAL)
    /// A role that is true or false: only rows where it is true; empty: all.
    Q_PROPERTY(QString neededRole READ neededRole WRITE setNeededRole NOTIFY neededRoleChanged FINAL)
    /// The role that `is:closed` and `is:open` ask about; empty: these are for messages, too.
    Q_PROPERTY(QString closedRole READ closedRole WRITE setClosedRole NOTIFY closedRoleChanged FINAL)
    Q_PROPERTY(int limit READ limit WRITE setLimit NOTIFY limitChanged FINAL) ///< 0: no limit
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)

public:
    /// "marks": where the shown name has what is typed, as { from, length }.
    static constexpr int MarksRole = Qt::UserRole + 1000;

    explicit FilterModel(QObject *parent = nullptr);

    [[nodiscard]] QString text() const { return m_text; }
    void setText(const QString &text);
    [[nodiscard]] QStringList nameRoles() const { return m_nameRoles; }
    void setNameRoles(const QStringList &names);
    [[nodiscard]] QString neededRole() const { return m_neededRole; }
    void setNeededRole(const QString &name);
    [[nodiscard]] QString closedRole() const { return m_closedRole; }
    void setClosedRole(const QString &name);
    [[nodiscard]] int limit() const { return m_limit; }
    void setLimit(int limit);
    [[nodiscard]] int count() const { return rowCount(); }

    void setSourceModel(QAbstractItemModel *model) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void filterTextChanged();
    void nameRolesChanged();
    void neededRoleChanged();
    void closedRoleChanged();
    void limitChanged();
    void countChanged();

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    struct Place {
        qsizetype rank = -1; ///< -1: not among the rows
        QVector<search::Range> marks;
        friend bool operator==(const Place &, const Place &) = default;
    };
    struct State {
        bool needed = true;
        bool closed = false;
        friend bool operator==(const State &, const State &) = default;
    };
    void rankAnew();
    void readNames();
    /// Whether the names or the states of these rows are others now; then they are read.
    bool readNames(int first, int last);
    [[nodiscard]] bool isAsked(qsizetype row, const std::optional<bool> &closed) const;
    void rank();
    void show(); ///< the rows as they are ranked
    [[nodiscard]] QStringList textsOf(int row) const;
    [[nodiscard]] State stateOf(int row) const;
    [[nodiscard]] search::Names folded(const QStringList &texts);

    QString m_text;
    QStringList m_nameRoles;
    QString m_neededRole, m_closedRole;
    int m_limit = 0;
    QVector<State> m_states;
    QVector<QStringList> m_texts;   ///< the names of each row of the source
    QVector<search::Names> m_names; ///< the same folded
    QVector<Place> m_places;
    QHash<QString, search::FoldedText> m_folded; ///< every name seen: rows move more often than names change
    bool m_changed = false;                      ///< what is shown is out of date
};

} // namespace frontdesk
