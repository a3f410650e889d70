// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QByteArray>
#include <QtNetwork/QTcpSocket>

struct Answer {
    int status = 0; ///< 0: none came
    QByteArray header;
    QByteArray body;

    [[nodiscard]] QByteArray field(const QByteArray &name) const; ///< empty when it is not there
};

/// One TCP connection on which a test says HTTP byte by byte. It blocks; the server has a thread of its own.
class RawHttp {
public:
    explicit RawHttp(quint16 port);

    void send(const QByteArray &bytes);
    /// The next answer: header, then as much body as it announces unless the request was HEAD.
    [[nodiscard]] Answer read(bool head = false);
    [[nodiscard]] Answer exchange(const QByteArray &request);
    /// Nothing has come so far, without waiting.
    [[nodiscard]] bool isSilent();
    /// Waits until the server has hung up.
    [[nodiscard]] bool isHungUp();
    [[nodiscard]] QTcpSocket &socket() { return m_socket; }

private:
    QTcpSocket m_socket;
    QByteArray m_pending;
};

/// Longer than anything takes, shorter than the test's own limit.
constexpr int patience = 20'000; // ms

/// Requests as text. `fields`: whole lines, each with its end.
[[nodiscard]] QByteArray get(const QByteArray &target, const QByteArray &fields = {});
[[nodiscard]] QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &fields = {});
[[nodiscard]] QByteArray webSocketUpgrade(const QByteArray &target, const QByteArray &fields = {});

/// One request on a connection of its own.
[[nodiscard]] Answer exchange(quint16 port, const QByteArray &request);
