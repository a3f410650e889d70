// SPDX-License-Identifier: GPL-3.0-or-later
pragma ComponentBehavior: Bound

import QtQuick
import "samples.mjs" as Samples

// Conversations, and what is told about changes of them.
Stories {
    NamedStory { name: "inbox"; Story { } }
    NamedStory { name: "inbox-group"; Story { onPrepare: app => app.workspace.current = app.group } }
    NamedStory {
        name: "inbox-offline"
        Story {
            onPrepare: app => {
                app.offline = true;
                app.direct.messages.values = Samples.direct.concat(Samples.deliveries.slice(4, 5));
            }
            onBuilt: view => view.inspect()
        }
    }
    NamedStory { name: "inbox-deliveries"; Story { onPrepare: app => { app.direct.messages.values = Samples.deliveries; app.direct.typingText = ""; } } }
    NamedStory {
        name: "inbox-history"
        Story {
            onPrepare: app => {
                app.direct.messages.values = Samples.long(120);
                app.direct.messages.atOldest = false;
                app.direct.messages.loading = true;
                app.direct.messages.atNewest = false;
                app.direct.messages.newerCount = 12;
            }
        }
    }
    NamedStory {
        name: "inbox-draft"
        Story {
            onPrepare: app => {
                app.direct.typingText = "";
                app.direct.composer.text = "Dear Maya,\n\nthank you for your patience. I have looked at the three payments of this week, and all of them went through.\n\nIs there anything else that I can do for you?";
            }
        }
    }
    NamedStory { name: "inbox-edits"; Story { onPrepare: app => app.direct.messages.values = Samples.edits } }
    NamedStory {
        name: "inbox-editing"
        Story {
            onPrepare: app => {
                app.direct.typingText = "";
                app.direct.composer.editing = true;
                app.direct.composer.editedText = "Wonderful. I have noted it on your account so it will not happen again.";
                app.direct.composer.text = "Wonderful. I have noted it on your account, so that it will not happen again.";
            }
        }
    }
    NamedStory {
        name: "inbox-conflict"
        Story {
            onPrepare: app => {
                app.group.conflicts.values = Samples.conflicts;
                app.workspace.current = app.group;
            }
        }
    }
    NamedStory { name: "inbox-closed"; ClosedStory { } }
    NamedStory { name: "inbox-none-open"; Story { onPrepare: app => app.workspace.current = null } }
    NamedStory {
        name: "inbox-empty"
        Story {
            onPrepare: app => {
                app.workspace.current = null;
                app.workspace.totalUnread = 0;
                app.workspace.conversations.values = [];
            }
        }
    }
    NamedStory {
        name: "inbox-loading"
        Story {
            onPrepare: app => {
                app.workspace.conversations.values = [];
                app.workspace.conversations.loaded = false;
                app.direct.messages.values = [];
                app.direct.messages.loaded = false;
            }
        }
    }
    NamedStory { name: "inbox-contrast"; Story { } }
    NamedStory {
        name: "inbox-mirrored"
        Story {
            LayoutMirroring.enabled: true
            LayoutMirroring.childrenInherit: true
        }
    }
    NamedStory {
        name: "inbox-found"
        Story {
            onPrepare: app => {
                const rows = Samples.long(16);
                rows[8].revealed = true;
                app.direct.messages.values = rows;
                app.direct.messages.revealedRow = 8;
                app.direct.messages.atNewest = false;
                app.direct.messages.newerCount = 214;
            }
        }
    }
    NamedStory { name: "new-conversation"; Story { onBuilt: view => view.startConversation() } }
    NamedStory {
        name: "notices"
        Story {
            onPrepare: app => app.notices.values = [
                { noticeId: 1, text: "Name of the group: Jonas Weber changed it before you, to “Refunds EU”. That stays until one of you decides; yours, “Refunds Europe”, is kept.", code: "conflict.opened", record: "conversation:refunds" },
                { noticeId: 2, text: "The disk is full. New messages are shown but cannot be kept until there is room again.", code: "disk.full", record: "" }
            ]
        }
    }
    NamedStory { name: "refused-changes"; Story { onPrepare: app => app.workspace.refusedChanges.values = Samples.refusedChanges } }
}
