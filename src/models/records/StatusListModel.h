// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/RowListModel.h"
#include "models/records/AheadOfStore.h"
#include "models/records/RecordTexts.h"
#include "models/records/UndoOffer.h"

namespace frontdesk::models {

/// What a contact's status may be, in its order, one a row, and what changes it. All of them are one field of the
/// workspace: each change is told at once, and two people who change them at the same time have a conflict about them.
/// What cannot be done says why in `problem`. GUI thread.
class StatusListModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the CrmSetup")
    Q_PROPERTY(QString problem READ problem NOTIFY problemChanged FINAL) ///< of the last attempt; empty: it was done
    Q_PROPERTY(bool full READ full NOTIFY countChanged FINAL)            ///< there can be no more
    /// How many contacts have the status that `countUses` was asked for; -1: not known yet.
    Q_PROPERTY(int uses READ uses NOTIFY usesChanged FINAL)

public:
    enum Roles {
        StatusRole = Qt::UserRole + 1, ///< its id
        NameRole,
        ColorRole, ///< "accent", "ok", "warn", "error" or "neutral"
    };

    StatusListModel(sync::Session &session, const RecordTexts &texts, UndoOffer &undo, QObject *parent = nullptr);

    [[nodiscard]] QString problem() const { return m_problem; }
    [[nodiscard]] bool full() const { return m_rows.size() >= limits::statuses; }
    [[nodiscard]] int uses() const { return m_uses; }

    Q_INVOKABLE [[nodiscard]] QVariantList colors() const;                    ///< [{value, text}]
    Q_INVOKABLE [[nodiscard]] QString problemWith(const QString &name) const; ///< in words; empty: nothing
    Q_INVOKABLE void add(const QString &name);
    /// `seenVersion` and `seenName`: which version of the workspace the editor showed when it was opened, and what of
    /// it; 0: what is shown now. What others have changed elsewhere in the statuses since is kept.
    Q_INVOKABLE void rename(const QString &status, const QString &name, int seenVersion = 0,
                            const QString &seenName = {});
    Q_INVOKABLE void setColor(const QString &status, const QString &color);
    Q_INVOKABLE void moveTo(const QString &status, int place);
    Q_INVOKABLE void countUses(const QString &status); ///< `uses` follows
    Q_INVOKABLE void remove(const QString &status);    ///< contacts keep it until they get another one

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild();

Q_SIGNALS:
    void problemChanged();
    void usesChanged();

private:
    struct Row {
        QString id, name, color;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void observe();
    [[nodiscard]] qsizetype placeOf(const QString &status) const; ///< -1: it is gone
    [[nodiscard]] QString freeId(const QString &name) const;
    bool change(const QVector<Status> &statuses, int seenVersion = 0);
    void say(const QString &problem);
    void setUses(int uses);

    sync::Session &m_session;
    const RecordTexts &m_texts;
    UndoOffer &m_undo;
    QString m_problem;
    QString m_counted; ///< the status that `uses` is of
    int m_uses = -1;
    AheadOfStore<QVector<Status>> m_statuses;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
