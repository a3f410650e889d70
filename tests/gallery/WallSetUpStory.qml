// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Dashboard

// The pages of a wall while somebody sets them up.
Story {
    id: story

    onBuilt: view => {
        view.place = "dashboard";
        (dialog.createObject(view, { wall: story.app.workspace.dashboard.wall }) as WallDialog).open();
    }

    Component {
        id: dialog
        WallDialog { }
    }
}
