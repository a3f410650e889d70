// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "CacheModel.h"
#include "ServerModel.h"

namespace frontdesk::model {

/// What goes over the wire. Each belongs to one connection; what comes over another one is not looked at.
struct ToServer {
    struct Greeting {
        Cursor cursor;
    };
    struct Send {
        Command command;
    };
    struct AskPage {
        int request = 0;
        qint64 cursor = 0;
    };
    struct AskSnapshot {
        int request = 0;
    };
    struct AskRow {
        CacheModel::Hole hole;
    };
    int connection = 0;
    std::variant<Greeting, Send, AskPage, AskSnapshot, AskRow> content;
};

struct ToClient {
    struct Ready {
        dialect::JournalState journal;
    };
    struct Page {
        int request = 0;
        JournalBatch batch;
    };
    struct Snapshot {
        int request = 0;
        Cursor cursor;
        QVector<ConversationState> conversations;
        QHash<QString, qint64> streams;
        QVector<OwnValue> own;
    };
    struct Rows {
        CacheModel::Hole hole;
        QVector<DecodedRow> rows;
    };
    struct Push {
        JournalBatch batch;
    };
    int connection = 0;
    std::variant<Ready, Answer, Page, Snapshot, Rows, Push> content;
};

} // namespace frontdesk::model
