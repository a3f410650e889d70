// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import Frontdesk.Welcome

// Before there is a workspace.
Stories {
    id: stories

    readonly property SampleApp sample: SampleApp {
        problem: "The server at desk.acme.example does not answer. Check the address, or try again when you are online."
    }

    NamedStory { name: "welcome"; WelcomePage { anchors.fill: parent; app: stories.sample } }
    NamedStory { name: "welcome-here"; WelcomePage { anchors.fill: parent; app: stories.sample; way: "here" } }
    NamedStory { name: "welcome-join"; WelcomePage { anchors.fill: parent; app: stories.sample; way: "join" } }
    NamedStory { name: "opening"; OpeningPage { anchors.fill: parent } }
    NamedStory { name: "failed"; FailedPage { anchors.fill: parent; app: stories.sample } }
}
