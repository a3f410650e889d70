// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

#include <optional>

namespace frontdesk::models {

/// What becomes of a draft that several devices of one person share. What was typed here is never overwritten; what
/// comes from another device is taken where nothing stands, or where what stands came from there and is unchanged.
/// Pure.
class SharedDraft {
public:
    [[nodiscard]] const QString &text() const { return m_text; }
    /// It came from another device and is as it came: not this device's to keep.
    [[nodiscard]] bool isAdopted() const { return m_adopted; }

    void restore(const QString &kept);   ///< what this device kept of an earlier run
    void type(const QString &text);      ///< the person changed it; empty as well after it was sent
    void receive(const QString &shared); ///< what all devices are told it is, also by this one; empty: none

    /// What the other devices are to be told; nothing: they know.
    [[nodiscard]] std::optional<QString> untold() const;
    void told();

private:
    QString m_text;
    QString m_shared;
    bool m_adopted = false;
    bool m_changed = false; ///< here, and the others do not know it
};

} // namespace frontdesk::models
