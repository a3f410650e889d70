// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import "samples.mjs" as Samples

// Conversations of which some are closed, the open one too.
Story {
    onPrepare: app => {
        app.direct.closed = true;
        app.direct.typingText = "";
        app.workspace.conversations.values = Samples.conversations.map((row, place) => place % 3 === 0 ? Object.assign({}, row, { closed: true, open: row.unread > 0, typingText: "" }) : row);
    }
}
