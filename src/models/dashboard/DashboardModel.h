// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/ActivityModel.h"
#include "models/Directory.h"
#include "models/OwnValues.h"
#include "models/dashboard/DashboardCharts.h"
#include "models/dashboard/Period.h"
#include "models/dashboard/TileListModel.h"
#include "models/dashboard/WallModel.h"
#include "models/dashboard/WhoseFigures.h"
#include "models/records/WorkspaceSettings.h"

#include <QtCore/QSet>

namespace frontdesk::models {

/// The figures of the team for QML: tiles and charts of a period, of everybody, a team or one owner, compared with the
/// days before; live while there is a connection, else the last known ones with their age. As long as there are alarms,
/// the figures that were looked at last (at first this week's, of everybody) come also while nobody looks. GUI thread.
class DashboardModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the Workspace")
    Q_PROPERTY(bool watching READ watching WRITE setWatching NOTIFY watchingChanged FINAL) ///< somebody looks
    Q_PROPERTY(QString period READ period WRITE setPeriod NOTIFY periodChanged FINAL)      ///< "today", "week" …
    Q_PROPERTY(QVariantList periods READ periods NOTIFY wordsChanged FINAL)                ///< [{value, text}]
    /// Whose figures: empty for everybody, "team:ID", or a user id.
    Q_PROPERTY(QString whose READ whose WRITE setWhose NOTIFY whoseChanged FINAL)
    Q_PROPERTY(QString whoseText READ whoseText NOTIFY whoseChanged FINAL)
    /// [{value, text, kind}], kind "all", "team" or "person", in this order.
    Q_PROPERTY(QVariantList whoseChoices READ whoseChoices NOTIFY whoseChanged FINAL)
    /// The one that charts are drawn in; their words say all.
    Q_PROPERTY(QString currency READ currency WRITE setCurrency NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QVariantList currencies READ currencies NOTIFY figuresChanged FINAL) ///< [{value, text}]
    Q_PROPERTY(QString comparedWith READ comparedWith NOTIFY wordsChanged FINAL)    ///< "vs last week"
    Q_PROPERTY(bool loaded READ loaded NOTIFY figuresChanged FINAL)                 ///< there are figures to show
    Q_PROPERTY(bool live READ live NOTIFY figuresChanged FINAL)                     ///< the server tells what changes
    Q_PROPERTY(bool online READ online NOTIFY figuresChanged FINAL)                 ///< figures can come
    Q_PROPERTY(QString age READ age NOTIFY figuresChanged FINAL)                    ///< "as of 09:41"; empty while live
    Q_PROPERTY(QString liveText READ liveText NOTIFY figuresChanged FINAL)          ///< "Live", "Offline" …
    Q_PROPERTY(frontdesk::models::TileListModel *tiles READ tiles CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::WallModel *wall READ wall CONSTANT FINAL)
    Q_PROPERTY(frontdesk::models::ActivityModel *activity READ activity CONSTANT FINAL) ///< of those that are meant
    /// The names of the charts and of the activity, in their order: "revenue", "funnel" …
    Q_PROPERTY(QStringList cards READ cards NOTIFY cardsChanged FINAL)
    /// Each with `categories`, `names`, `values`, `texts`, `pattern` as charts take them, and `figures` for
    /// Workspace::showRowsBehind.
    Q_PROPERTY(QVariantMap revenue READ revenue NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QVariantMap funnel READ funnel NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QVariantMap reasons READ reasons NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QVariantMap volume READ volume NOTIFY figuresChanged FINAL)
    Q_PROPERTY(QVariantMap people READ people NOTIFY figuresChanged FINAL)

public:
    DashboardModel(sync::Session &session, const Directory &directory, const TeamsModel &teams, OwnValues &own,
                   const WorkspaceSettings &workspace, QObject *parent = nullptr);

    [[nodiscard]] bool watching() const { return m_watching; }
    void setWatching(bool watching);
    [[nodiscard]] QString period() const { return nameOf(m_period); }
    void setPeriod(const QString &period);
    [[nodiscard]] QVariantList periods() const;
    [[nodiscard]] QString whose() const { return m_whose.chosen(); }
    void setWhose(const QString &whose);
    [[nodiscard]] QString whoseText() const { return m_whose.text(); }
    [[nodiscard]] QVariantList whoseChoices() const { return m_whose.choices(); }
    [[nodiscard]] QString currency() const;
    void setCurrency(const QString &currency);
    [[nodiscard]] QVariantList currencies() const;
    [[nodiscard]] QString comparedWith() const { return beforeTextOf(m_period); }
    [[nodiscard]] bool loaded() const { return m_answer.has_value(); }
    [[nodiscard]] bool live() const { return m_live; }
    [[nodiscard]] bool online() const { return m_directory.online(); }
    [[nodiscard]] QString age() const;
    [[nodiscard]] QString liveText() const;
    [[nodiscard]] TileListModel *tiles() { return &m_tiles; }
    [[nodiscard]] WallModel *wall() { return &m_wall; }
    [[nodiscard]] ActivityModel *activity();
    [[nodiscard]] QStringList cards() const;
    [[nodiscard]] QVariantMap revenue() const { return m_revenue; }
    [[nodiscard]] QVariantMap funnel() const { return m_funnel; }
    [[nodiscard]] QVariantMap reasons() const { return m_reasons; }
    [[nodiscard]] QVariantMap volume() const { return m_volume; }
    [[nodiscard]] QVariantMap people() const { return m_people; }

    // The order is this person's, on all their devices. `to`: a place from 0.
    Q_INVOKABLE void moveTile(const QString &figure, int to);
    Q_INVOKABLE void moveCard(const QString &card, int to);
    /// Beyond which numbers a figure asks for attention, as texts, and whether that is heard: {above, below, sounds};
    /// empty: no bound.
    Q_INVOKABLE [[nodiscard]] QVariantMap alarmOf(const QString &figure) const;
    /// What is wrong with the text of a bound; empty: nothing.
    Q_INVOKABLE [[nodiscard]] QString problemWithBound(const QString &text) const;
    Q_INVOKABLE void setAlarm(const QString &figure, const QString &above, const QString &below, bool sounds = false);

    /// Writes the figures of a chart as CSV. What is wrong, in words; empty: it is written.
    Q_INVOKABLE [[nodiscard]] QString saveCsv(const QString &card, const QString &path) const;
    /// A path as somebody typed it or a dialog gave it, as one of this computer; `suffix` without a dot.
    Q_INVOKABLE [[nodiscard]] QString fileOf(const QString &path) const;
    Q_INVOKABLE [[nodiscard]] QString suggestedFile(const QString &name, const QString &suffix) const;
    Q_INVOKABLE [[nodiscard]] bool isThere(const QString &path) const; ///< such a file

    /// What is looked at now.
    [[nodiscard]] figures::Query query() const;
    [[nodiscard]] figures::Owners owners() const { return m_whose.owners(); }

    void passTime(); ///< another day, or another clock, is another question
    void rebuild();  ///< with today's names, day and words

Q_SIGNALS:
    void watchingChanged();
    void periodChanged();
    void whoseChanged();
    void wordsChanged();
    void figuresChanged();
    void cardsChanged();
    void alarmRaised(const QString &figure, const QString &words); ///< "Waiting conversations: 31, above 30"
    /// The same, once for all devices and starts of this person until it is over.
    void alarmIsNew(const QString &figure, const QString &words, bool sounds);
    void alarmOver(const QString &figure);

private:
    [[nodiscard]] std::optional<Agents> agents() const;
    [[nodiscard]] Alarms alarms() const;
    [[nodiscard]] std::optional<Money> target() const; ///< of all together; a team and one owner have none
    void settleWatch();
    void ask();
    void observeTeams();
    void narrowActivity();
    void show(const figures::Answer &answer);
    void showKept(const std::optional<figures::Answer> &answer);
    void setLive(bool live);
    void rebuildFigures();
    void rebuildTiles();
    void rebuildArrangement();
    void tellOfAlarms();

    sync::Session &m_session;
    const Directory &m_directory;
    OwnValues &m_own;
    const WorkspaceSettings &m_workspace;
    TileListModel m_tiles;
    WallModel m_wall;
    std::unique_ptr<ActivityModel> m_activity; ///< made when somebody looks at it
    Period m_period = Period::Week;
    WhoseFigures m_whose;
    QString m_currency; ///< that was chosen; empty: none
    QStringList m_currencies;
    bool m_watching = false; ///< somebody looks
    bool m_asking = false;   ///< the server is to tell: somebody looks, or there are alarms
    bool m_live = false;
    std::optional<figures::Query> m_asked; ///< last
    std::optional<figures::Answer> m_answer;
    QSet<QString> m_alarmed; ///< figures of which it has been told
    QVariantMap m_revenue, m_funnel, m_reasons, m_volume, m_people;
};

} // namespace frontdesk::models
