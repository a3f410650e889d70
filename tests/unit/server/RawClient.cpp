// SPDX-License-Identifier: GPL-3.0-or-later
#include "RawClient.h"

#include <QtCore/QUrl>

namespace frontdesk::server::testing {

namespace {

constexpr int patience = 20'000; // milliseconds

} // namespace

bool RawClient::connect(const QUrl &server, const QString &token)
{
    m_socket.connectToHost(server.host(), quint16(server.port()));
    if (!m_socket.waitForConnected(patience))
        return false;
    m_socket.write("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: " + server.authority().toLatin1() +
                   "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                   "Sec-WebSocket-Key: c29tZXRoaW5nIHJhbmRvbQ==\r\n\r\n");
    if (!readUntil("\r\n\r\n"))
        return false;
    send("40{\"token\":\"" + token.toLatin1() + "\"}");
    return readUntil("presence:all"); // comes after session:ready
}

QByteArray RawClient::ask(const QByteArray &event, const QByteArray &payload)
{
    m_read.clear();
    send("420[\"" + event + "\"," + payload + ']');
    return readUntil("430[") && readUntil("}]") ? std::exchange(m_read, {}) : QByteArray();
}

bool RawClient::readToTheEnd()
{
    m_socket.setReadBufferSize(0);
    while (m_socket.state() == QTcpSocket::ConnectedState && m_socket.waitForReadyRead(patience))
        m_socket.readAll();
    return m_socket.state() == QTcpSocket::UnconnectedState;
}

void RawClient::send(const QByteArray &text)
{
    // One masked text frame of at most 65 535 bytes (RFC 6455, 5.2); the mask is zero.
    QByteArray frame("\x81");
    frame += char(0x80 | (text.size() < 126 ? text.size() : 126));
    if (text.size() >= 126) {
        frame += char(text.size() >> 8);
        frame += char(text.size() & 0xff);
    }
    m_socket.write(frame + QByteArray(4, '\0') + text);
}

bool RawClient::readUntil(const QByteArray &what)
{
    while (!m_read.contains(what)) {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
            return false;
        m_read += m_socket.readAll();
    }
    return true;
}

} // namespace frontdesk::server::testing
