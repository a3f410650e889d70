// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/ConnectionHistoryModel.h"

#include <QtCore/QDateTime>

namespace frontdesk::models {

namespace {

/// Entries have no id: a time and a state name one.
QString keyOf(const connection::HistoryEntry &entry)
{
    return QStringLiteral("%1/%2/%3").arg(entry.at).arg(int(entry.state)).arg(entry.reason);
}

} // namespace

ConnectionHistoryModel::ConnectionHistoryModel(QObject *parent)
    : RowListModel(parent)
{
}

void ConnectionHistoryModel::setHistory(const QVector<connection::HistoryEntry> &history)
{
    QVector<connection::HistoryEntry> rows;
    QSet<QString> keys;
    for (const connection::HistoryEntry &entry : history) {
        if (keys.contains(keyOf(entry)))
            continue; // the same at the same millisecond says nothing new
        keys.insert(keyOf(entry));
        rows.append(entry);
    }
    replaceRows(m_rows, std::move(rows), keyOf);
}

void ConnectionHistoryModel::retranslate()
{
    if (!m_rows.isEmpty())
        Q_EMIT dataChanged(index(0), index(int(m_rows.size()) - 1));
}

int ConnectionHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

QVariant ConnectionHistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const connection::HistoryEntry &entry = m_rows[index.row()];
    switch (role) {
    case TimeTextRole:
        return QDateTime::fromMSecsSinceEpoch(entry.at).toString(QStringLiteral("HH:mm:ss"));
    case Qt::DisplayRole:
    case TextRole:
        return textOf(entry);
    case KindRole:
        return kindOf(entry.state);
    default:
        return {};
    }
}

QHash<int, QByteArray> ConnectionHistoryModel::roleNames() const
{
    return {{TimeTextRole, "timeText"}, {TextRole, "text"}, {KindRole, "kind"}};
}

QString ConnectionHistoryModel::textOf(const connection::HistoryEntry &entry)
{
    const auto text = [&]() -> QString {
        switch (entry.state) {
        case connection::State::Offline:
            return tr("Offline");
        case connection::State::Connecting:
            return tr("Connecting");
        case connection::State::Authenticating:
            return tr("Signing in");
        case connection::State::CatchingUp:
            return tr("Catching up on what happened meanwhile");
        case connection::State::Online:
            return tr("Online, everything received");
        case connection::State::Waiting:
            return tr("Waiting before the next attempt");
        case connection::State::SignInNeeded:
            return tr("The sign-in is no longer valid");
        case connection::State::Incompatible:
            return tr("This version and the server do not fit");
        }
        Q_UNREACHABLE();
    }();
    return entry.reason.isEmpty() ? text : tr("%1: %2", "what happened, why").arg(text, entry.reason);
}

QString ConnectionHistoryModel::kindOf(connection::State state)
{
    switch (state) {
    case connection::State::Online:
        return QStringLiteral("ok");
    case connection::State::Offline:
    case connection::State::SignInNeeded:
    case connection::State::Incompatible:
        return QStringLiteral("error");
    case connection::State::Connecting:
    case connection::State::Authenticating:
    case connection::State::CatchingUp:
    case connection::State::Waiting:
        return QStringLiteral("warn");
    }
    Q_UNREACHABLE();
}

} // namespace frontdesk::models
