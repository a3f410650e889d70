// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/OpenConflicts.h"
#include "models/Refresh.h"
#include "models/files/SharedFiles.h"
#include "models/records/FilterListModel.h"
#include "models/records/RecordSelection.h"
#include "models/records/RecordTexts.h"
#include "models/records/WaitingRecords.h"

#include <QtCore/QAbstractListModel>
#include <QtCore/QCache>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// All records of one kind that a query finds, in its order, as a table. It knows how many there are and where each
/// stands; what they hold is read for those that are looked at, so that a hundred thousand cost what a screen of them
/// costs. GUI thread.
class RecordTableModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(int count READ count NOTIFY countChanged FINAL)
    Q_PROPERTY(bool loaded READ loaded NOTIFY countChanged FINAL) ///< false before the first answer
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY queryChanged FINAL)
    Q_PROPERTY(QString sortBy READ sortBy NOTIFY queryChanged FINAL)
    Q_PROPERTY(bool descending READ descending NOTIFY queryChanged FINAL)
    Q_PROPERTY(bool bin READ bin WRITE setBin NOTIFY queryChanged FINAL) ///< what was deleted instead of the others
    Q_PROPERTY(bool filtered READ filtered NOTIFY queryChanged FINAL)    ///< some may be hidden by text or filters
    Q_PROPERTY(QStringList columns READ columns WRITE setColumns NOTIFY columnsChanged FINAL) ///< names of fields
    Q_PROPERTY(QStringList columnTitles READ columnTitles NOTIFY columnsChanged FINAL)
    Q_PROPERTY(QString kind READ kind CONSTANT FINAL) ///< "contact"
    Q_PROPERTY(frontdesk::models::FilterListModel *filters READ filters CONSTANT FINAL)
    Q_PROPERTY(int filterCount READ filterCount NOTIFY queryChanged FINAL) ///< conditions that count
    Q_PROPERTY(frontdesk::models::RecordSelection *selection READ selection CONSTANT FINAL)

public:
    enum Roles {
        RecordRole = Qt::UserRole + 1, ///< "contact:ID"; empty while it is being read
        TitleRole,
        InitialsRole,
        AvatarKeyRole,
        PictureRole,     ///< a SharedFile, once the row was seen; null: none
        CellsRole,       ///< a text for each column, by its field
        StatusColorRole, ///< as StatusChip takes it; empty: it has no status
        WaitingRole,     ///< a change of it waits to be sent
        ConflictsRole,   ///< how many fields have two values
        SelectedRole,
    };

    struct Parts {
        sync::Session &session;
        const RecordTexts &texts;
        const OpenConflicts &conflicts;
        const WaitingRecords &waiting;
        SharedFiles &files;
    };
    static constexpr int usualFirstRows = 24;
    /// `firstRows`: how many come with the answer to a question, mostly as many as are seen.
    RecordTableModel(const Parts &parts, RecordKind kind, QStringList columns, int firstRows = usualFirstRows,
                     QObject *parent = nullptr);

    [[nodiscard]] int count() const { return int(m_keys.size()); }
    [[nodiscard]] bool loaded() const { return m_loaded; }
    [[nodiscard]] QString text() const { return m_query.text; }
    void setText(const QString &text);
    [[nodiscard]] QString sortBy() const { return m_query.sortBy; }
    [[nodiscard]] bool descending() const { return m_query.descending; }
    [[nodiscard]] bool bin() const { return m_query.deleted; }
    void setBin(bool bin);
    [[nodiscard]] bool filtered() const { return !m_query.text.trimmed().isEmpty() || !m_query.filters.isEmpty(); }
    [[nodiscard]] QStringList columns() const { return m_columns; }
    void setColumns(const QStringList &columns);
    [[nodiscard]] QStringList columnTitles() const;
    [[nodiscard]] QString kind() const { return frontdesk::nameOf(m_query.kind); }
    [[nodiscard]] FilterListModel *filters();
    [[nodiscard]] int filterCount() const { return int(m_query.filters.size()); }
    [[nodiscard]] RecordSelection *selection() { return &m_selection; }
    /// Those of the chosen ones that the cache knows by their keys, and the records that are not confirmed yet.
    [[nodiscard]] std::pair<QVector<qint64>, QVector<RecordRef>> selected() const;
    [[nodiscard]] const RecordQuery &query() const { return m_query; }
    void setQuery(RecordQuery query);

    /// The other direction when it is sorted by this already.
    Q_INVOKABLE void sortByColumn(const QString &field);
    /// One value of a field, such as a status or an owner; empty: any.
    Q_INVOKABLE void filterBy(const QString &field, const QString &value);
    Q_INVOKABLE [[nodiscard]] QString filterOf(const QString &field) const;
    Q_INVOKABLE void clearFilters();
    /// What can be shown as a column: [{value, text, shown}].
    Q_INVOKABLE [[nodiscard]] QVariantList columnChoices() const;
    Q_INVOKABLE void showColumn(const QString &field, bool shown);
    /// The row of a record that has been looked at; -1: not known.
    Q_INVOKABLE [[nodiscard]] int rowOf(const QString &record) const;
    /// These rows are in sight and stay there for now: pictures in them come. Those of rows that pass by do not.
    Q_INVOKABLE void see(int first, int last);
    /// Where somebody stood who comes back to what this query finds.
    Q_INVOKABLE [[nodiscard]] int firstSeen() const { return m_seen.first; }
    Q_INVOKABLE [[nodiscard]] QString recordAt(int row) const; ///< empty while it is being read

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild(); ///< the same rows with today's names and times
    /// This record is about to come from the other table: rowOf() knows it as soon as it is here, looked at or not.
    void expect(const QString &record, const RecordTableModel &from);

Q_SIGNALS:
    void countChanged();
    void queryChanged();
    void columnsChanged();

private:
    void apply(RecordQuery query);
    void observe(const store::Changes &changes);
    void show(store::RecordKeys found);
    void replaceKeys(QVector<qint64> next);
    void tellAll(const QVector<int> &roles); ///< that these may have changed in all rows; empty: everything
    [[nodiscard]] const RecordState *stateAt(int row) const;
    void want(int row) const;
    void readWanted();
    void take(const QHash<qint64, RecordState> &records);
    void seePictures();

    static constexpr int mostKept = 1'000; ///< records that were looked at
    static constexpr int leastAround = 8;  ///< rows that are read before and after those that are wanted
    static constexpr int mostAround = 40;

    sync::Session &m_session;
    const RecordTexts &m_texts;
    const OpenConflicts &m_conflicts;
    const WaitingRecords &m_waiting;
    SharedFiles &m_files;
    RecordQuery m_query;
    QStringList m_columns;
    const int m_firstRows;
    QStringList m_shownTitles; ///< of the columns, as last told
    bool m_loaded = false;
    bool m_isAsked = true; ///< somebody waits for the answer to this query, at its top
    QVector<qint64> m_keys;
    QVector<RecordState> m_made; ///< on this computer, not confirmed
    RecordSelection m_selection{m_keys};
    std::unique_ptr<FilterListModel> m_filters; ///< made when somebody looks at them
    mutable QCache<qint64, RecordState> m_records{mostKept};
    QSet<qint64> m_stale;                                ///< changed since they were read
    mutable std::optional<std::pair<int, int>> m_wanted; ///< rows
    mutable bool m_reading = false;
    std::pair<int, int> m_seen{0, -1}; ///< rows
    Refresh<store::RecordKeys> m_refresh;
};

} // namespace frontdesk::models
