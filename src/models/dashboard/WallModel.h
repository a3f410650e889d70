// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/OwnValues.h"
#include "models/RowListModel.h"
#include "models/dashboard/Wall.h"

#include <QtCore/QVariant>

namespace frontdesk::models {

/// The pages of a wall, this person's on all their devices. Its rows are those of somebody who sets it up: all pages,
/// as they will be when that is saved. GUI thread.
class WallModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the DashboardModel")
    Q_PROPERTY(QVariantList pages READ pages NOTIFY wallChanged FINAL) ///< those that are shown: [{name, title}]
    Q_PROPERTY(int seconds READ seconds NOTIFY wallChanged FINAL)      ///< that each stays

public:
    enum Roles {
        NameRole = Qt::UserRole + 1, ///< "figures", "sales", "messages", "people"
        TitleRole,
        ShownRole,
        LastShownRole, ///< it is shown, and no other one
    };

    explicit WallModel(OwnValues &own, QObject *parent = nullptr);

    [[nodiscard]] QVariantList pages() const;
    [[nodiscard]] int seconds() const { return m_wall.seconds; }

    Q_INVOKABLE void edit(); ///< begins with what is shown now
    Q_INVOKABLE void moveTo(const QString &page, int place);
    Q_INVOKABLE void show(const QString &page, bool shown); ///< one of them always is
    /// What is wrong with a text for the seconds; empty: nothing.
    Q_INVOKABLE [[nodiscard]] QString problemWithSeconds(const QString &text) const;
    Q_INVOKABLE void save(const QString &seconds);

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild(); ///< with today's words

Q_SIGNALS:
    void wallChanged();

private:
    struct Row {
        QString name, title;
        bool shown = true;
        bool lastShown = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void adopt();
    [[nodiscard]] static QString titleOf(const QString &page);
    void show(const Wall &edited);

    OwnValues &m_own;
    Wall m_wall;
    Wall m_edited;
    QVector<Row> m_rows;
};

} // namespace frontdesk::models
