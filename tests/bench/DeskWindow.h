// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ProgramWindow.h"
#include "ServerProcess.h"

#include <QtCore/QTemporaryDir>

#include <functional>

namespace bench {

/// The program's window in this process, signed in to a server in a process of its own that has a big desk.
class DeskWindow {
public:
    /// Null and a line on standard error when it does not come about.
    static std::unique_ptr<DeskWindow> open(int contacts, int deals);

    [[nodiscard]] ProgramWindow &program() { return *m_program; }
    [[nodiscard]] frontdesk::models::Crm &crm() { return *m_program->workspace()->crm(); }
    [[nodiscard]] const QUrl &server() const { return m_server.url(); }
    [[nodiscard]] QString file(const QString &name) const
    {
        return m_folder.filePath(name);
    } ///< in a folder of its own

private:
    DeskWindow() = default;
    frontdesk::Result<frontdesk::Done> begin(int contacts, int deals);

    const QTemporaryDir m_folder;
    ServerProcess m_server;
    std::unique_ptr<ProgramWindow> m_program;
};

/// Until the words of all that an account's session has fetched can be found; false when they do not come to be.
bool waitUntilIndexed(const QString &account);

/// Prints the words on standard error, and returns what a program ends with then.
int fail(const QString &words);

/// Runs the event loop until a frame has been drawn when the condition held; false when it does not come to hold.
bool waitUntilDrawn(ProgramWindow &program, const std::function<bool()> &condition, int seconds = 30);

/// Does it in a turn of the event loop, as a click would: what is to be deleted later would else never be.
void inTurn(const std::function<void()> &act);

/// Goes to a place of the window, such as "deals", as a click on a notification does.
void goTo(ProgramWindow &program, const QString &place);

/// Whether so many of the table's first rows are read, or as many as it has.
bool isRead(const frontdesk::models::RecordTableModel &table, int rows);

/// The columns of the board that there are by now.
QVector<frontdesk::models::RecordTableModel *> columnsOf(const frontdesk::models::DealBoardModel &board);

} // namespace bench
