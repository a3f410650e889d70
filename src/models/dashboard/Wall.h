// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QStringList>

#include <optional>

namespace frontdesk::models {

/// What a wall shows, as somebody has set it up: which pages in which order, and how long each stays.
struct Wall {
    static constexpr int fewestSeconds = 5;
    static constexpr int mostSeconds = 120;

    QStringList pages = {QStringLiteral("figures"), QStringLiteral("sales"), QStringLiteral("messages"),
                         QStringLiteral("people")}; ///< all of them, by name
    QStringList hidden = {};                        ///< those that are left out, never all
    int seconds = 20;

    [[nodiscard]] QStringList shown() const;
    friend bool operator==(const Wall &, const Wall &) = default;
};

/// As it is kept: {"pages": [name], "hidden": [name], "seconds": number}. What is not understood is as usual.
Wall wallFrom(const QJsonObject &kept);
QJsonObject toJson(const Wall &wall);

/// Seconds as somebody typed them; nothing: that is no number, or too small or too large.
std::optional<int> secondsFrom(const QString &text);

} // namespace frontdesk::models
