// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/records/RecordTableModel.h"
#include "models/records/UndoOffer.h"

namespace frontdesk::models {

/// The saved views of one table, which the whole team shares: conditions, order and columns under a name, with how many
/// records each finds now. GUI thread.
class SavedViewsModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(QString current READ current NOTIFY currentChanged FINAL) ///< "segment:ID"; empty: all records
    Q_PROPERTY(QString currentName READ currentName NOTIFY currentChanged FINAL)
    /// The table shows something else than what is saved in the present one.
    Q_PROPERTY(bool differs READ differs NOTIFY currentChanged FINAL)

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1,
        NameRole,
        CountTextRole, ///< how many it finds; empty until that is known
        CurrentRole,
    };

    SavedViewsModel(sync::Session &session, RecordTableModel &table, UndoOffer &undo,
                    std::shared_ptr<const Clock> clock, QObject *parent = nullptr);

    [[nodiscard]] QString current() const { return m_current ? m_current->text() : QString(); }
    [[nodiscard]] QString currentName() const;
    [[nodiscard]] bool differs() const;

    Q_INVOKABLE void choose(const QString &record);                           ///< empty: all records
    Q_INVOKABLE [[nodiscard]] QString problemWith(const QString &name) const; ///< in words; empty: nothing
    /// What the table shows under a new name; returns its record.
    Q_INVOKABLE QString saveAs(const QString &name);
    /// In the present one; but what somebody else has saved in it meanwhile is told first, and only replaced when it is
    /// saved again.
    Q_INVOKABLE void save();
    Q_INVOKABLE void rename(const QString &name);
    Q_INVOKABLE void moveToBin(); ///< the present one

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void currentChanged();
    void noticed(const frontdesk::Error &error); ///< something a person should read

private:
    struct Row {
        RecordState state;
        int count = -1;
        bool isCurrent = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void observe(const store::Changes &changes);
    void show(const QVector<RecordState> &segments);
    void rebuild();
    void apply(const RecordState &segment);
    void count();
    void countNext(QVector<RecordRef> left);
    [[nodiscard]] const RecordState *find(const RecordRef &record) const;
    [[nodiscard]] RecordQuery queryOf(const RecordState &segment) const;
    [[nodiscard]] QJsonObject shown() const; ///< filter and columns of the table
    void change(const QJsonObject &set);

    sync::Session &m_session;
    RecordTableModel &m_table;
    UndoOffer &m_undo;
    std::shared_ptr<const Clock> m_clock;
    UuidV7Sequence m_ids;
    const QStringList m_allColumns; ///< of the table without a view
    std::optional<RecordRef> m_current;
    bool m_seen = false;        ///< the present one has been among those that there are
    QJsonObject m_applied;      ///< what the present one said when the table was made to show it
    QVector<QJsonObject> m_own; ///< what it may say without anybody else having changed it since
    QJsonObject m_told;         ///< what somebody else has saved in it, as the person knows
    QVector<RecordState> m_segments;
    QHash<RecordRef, int> m_counts;
    bool m_counting = false;
    bool m_countAgain = false;
    QVector<Row> m_rows;
    Refresh<QVector<RecordState>> m_refresh;
};

} // namespace frontdesk::models
