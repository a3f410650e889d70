// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/FlightPicture.h"
#include "models/Refresh.h"
#include "sync/Session.h"

#include <QtCore/QVariant>
#include <QtQml/qqmlregistration.h>

namespace frontdesk::models {

/// The last 24 hours of the connection as a picture, and as JSON for somebody else. Read when it is asked for. GUI
/// thread; files and JSON are handled elsewhere.
class FlightModel : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("Comes with the ConnectionStatus")
    Q_PROPERTY(QVariantList spans READ spans NOTIFY changed FINAL)   ///< {from, to (0…1), kind: "online", "trying",
                                                                     ///< "offline" or "unknown"}, left to right
    Q_PROPERTY(QVariantList curves READ curves NOTIFY changed FINAL) ///< lists of {at (0…1), latency (ms)}
    Q_PROPERTY(QVariantList ticks READ ticks NOTIFY changed FINAL)   ///< {at (0…1), text: "06:00"}
    Q_PROPERTY(int longest READ longest NOTIFY changed FINAL)        ///< round trip in ms; 0: none was measured
    Q_PROPERTY(QString summary READ summary NOTIFY changed FINAL)    ///< "Online 23 h 40 min, lost 2 times"
    Q_PROPERTY(QString problem READ problem NOTIFY changed FINAL)    ///< why it cannot be kept; else empty

public:
    explicit FlightModel(sync::Session &session, QObject *parent = nullptr);

    [[nodiscard]] QVariantList spans() const;
    [[nodiscard]] QVariantList curves() const;
    [[nodiscard]] QVariantList ticks() const;
    [[nodiscard]] int longest() const;
    [[nodiscard]] QString summary() const;
    [[nodiscard]] QString problem() const { return m_shown.problem; }

    Q_INVOKABLE void refresh();
    Q_INVOKABLE void exportJson(); ///< exported follows

Q_SIGNALS:
    void changed();
    void exported(const QString &json);

private:
    struct Shown {
        FlightPicture picture;
        qint64 until = 0;
        QString problem;
    };

    sync::Session &m_session;
    Shown m_shown;
    Refresh<Shown> m_refresh;
};

} // namespace frontdesk::models
