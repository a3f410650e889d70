// SPDX-License-Identifier: MIT
#pragma once

#include "RawHttp.h"

/// The client's side of a long-polling session in the test's own hands: one connection for GET, one for POST.
class PollingSession {
public:
    explicit PollingSession(quint16 port)
        : polls(port)
        , posts(port)
    {
        handshake = polls.exchange(::get("/engine.io/?EIO=4&transport=polling"));
        const qsizetype begin = handshake.body.indexOf("\"sid\":\"") + 7;
        sid = handshake.body.mid(begin, handshake.body.indexOf('"', begin) - begin);
    }

    [[nodiscard]] QByteArray target() const { return "/engine.io/?EIO=4&transport=polling&sid=" + sid; }
    void sendPoll() { polls.send(::get(target())); }
    [[nodiscard]] Answer poll() { return polls.exchange(::get(target())); }
    [[nodiscard]] Answer post(const QByteArray &payload) { return posts.exchange(::post(target(), payload)); }

    RawHttp polls;
    RawHttp posts;
    Answer handshake;
    QByteArray sid;
};
