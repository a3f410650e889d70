// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/Money.h"
#include "models/RowListModel.h"
#include "models/records/RecordTableModel.h"

#include <map>
#include <memory>

namespace frontdesk::models {

/// The deals of one pipeline as a board: a column for each stage, with what its deals are worth together. GUI thread.
class DealBoardModel : public frontdesk::models::RowListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Crm")
    Q_PROPERTY(QVariantList pipelines READ pipelines NOTIFY boardChanged FINAL)            ///< [{value, text}]
    Q_PROPERTY(QString pipeline READ pipeline WRITE setPipeline NOTIFY boardChanged FINAL) ///< empty: there is none
    Q_PROPERTY(QString beginning READ beginning NOTIFY boardChanged
                   FINAL) ///< where a new deal stands, as Crm::create takes it
    Q_PROPERTY(QString text READ text WRITE setText NOTIFY filterChanged FINAL) ///< narrows it while one types
    Q_PROPERTY(bool ofEverybody READ ofEverybody NOTIFY filterChanged FINAL)    ///< not only of some owners
    Q_PROPERTY(QString openText READ openText NOTIFY sumsChanged FINAL) ///< "€ 412,300"; empty: nothing is open
    Q_PROPERTY(QString weightedText READ weightedText NOTIFY sumsChanged FINAL) ///< each by how probable it is

public:
    enum Roles {
        StageRole = Qt::UserRole + 1,
        NameRole,
        KindRole, ///< "open", "won" or "lost"
        SumRole,  ///< "€ 96,200"; several currencies one after another
        CountRole,
        DealsRole, ///< a RecordTableModel
    };

    DealBoardModel(const RecordTableModel::Parts &parts, const Pipelines &pipelines, QObject *parent = nullptr);
    ~DealBoardModel() override;

    [[nodiscard]] QVariantList pipelines() const;
    [[nodiscard]] QString pipeline() const { return m_pipeline; }
    void setPipeline(const QString &id);
    [[nodiscard]] QString beginning() const;
    [[nodiscard]] QString text() const { return m_query.text; }
    void setText(const QString &text);
    [[nodiscard]] bool ofEverybody() const { return !m_owners; }
    [[nodiscard]] const std::optional<QStringList> &owners() const { return m_owners; }
    /// Only deals of these people, or of all.
    void setOwners(const std::optional<QStringList> &userIds);
    [[nodiscard]] QString openText() const { return m_openText; }
    [[nodiscard]] QString weightedText() const { return m_weightedText; }

    Q_INVOKABLE void showOnly(const QString &userId) { setOwners(QStringList{userId}); }
    Q_INVOKABLE void showAll() { setOwners({}); }
    /// Puts a deal into a stage; `lostReason` is for a stage of kind "lost".
    Q_INVOKABLE void move(const QString &deal, const QString &stage, const QString &lostReason = {});
    /// The stage before or after another; empty at the ends.
    Q_INVOKABLE [[nodiscard]] QString stageBeside(const QString &stage, int by) const;
    Q_INVOKABLE [[nodiscard]] QString kindOf(const QString &stage) const;
    Q_INVOKABLE [[nodiscard]] QString nameOf(const QString &stage) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

    void rebuild();

Q_SIGNALS:
    void boardChanged();
    void filterChanged();
    void sumsChanged();

private:
    struct Row {
        Pipelines::Stage stage;
        QString sum;
        int count = 0;
        friend bool operator==(const Row &, const Row &) = default;
    };
    void showPipelines();
    void show(QVector<store::DealSum> sums);
    void rebuildRows();
    void filterColumns();
    [[nodiscard]] RecordQuery queryOf(const QString &stage) const;
    [[nodiscard]] RecordTableModel *dealsOf(const QString &stage);
    [[nodiscard]] const Pipelines::Stage *find(const QString &stage) const;

    RecordTableModel::Parts m_parts;
    const Pipelines &m_pipelines;
    QString m_pipeline;
    std::optional<QStringList> m_owners;
    RecordQuery m_query;
    QVector<store::DealSum> m_sums;
    QVector<Row> m_rows;
    QString m_openText, m_weightedText;
    std::map<QString, std::unique_ptr<RecordTableModel>> m_columns; ///< by stage
    Refresh<QVector<store::DealSum>> m_refresh;
};

/// Sums as a person reads them, the largest number first: "€ 8,640 + $ 1,200". Pure.
QString moneyText(const MoneySums &sums);

} // namespace frontdesk::models
