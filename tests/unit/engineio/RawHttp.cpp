// SPDX-License-Identifier: MIT
#include "RawHttp.h"

#include <algorithm>

QByteArray Answer::field(const QByteArray &name) const
{
    for (const auto &line : header.split('\n')) {
        if (line.toLower().startsWith(name.toLower() + ':'))
            return line.sliced(name.size() + 1).trimmed();
    }
    return {};
}

RawHttp::RawHttp(quint16 port)
{
    m_socket.connectToHost(QStringLiteral("127.0.0.1"), port);
    m_socket.waitForConnected(patience);
}

void RawHttp::send(const QByteArray &bytes)
{
    m_socket.write(bytes);
    m_socket.flush();
}

Answer RawHttp::read(bool head)
{
    Answer answer;
    const auto more = [&] {
        if (m_socket.bytesAvailable() == 0 && !m_socket.waitForReadyRead(patience))
            return false;
        m_pending += m_socket.readAll();
        return true;
    };
    qsizetype end = -1;
    while ((end = m_pending.indexOf("\r\n\r\n")) < 0) {
        if (!more())
            return answer;
    }
    answer.header = m_pending.first(end);
    m_pending.remove(0, end + 4);
    answer.status = answer.header.mid(9, 3).toInt();
    const qsizetype length = head ? 0 : answer.field("Content-Length").toLongLong();
    while (m_pending.size() < length && more()) {
    }
    answer.body = m_pending.first(std::min(length, m_pending.size()));
    m_pending.remove(0, answer.body.size());
    return answer;
}

Answer RawHttp::exchange(const QByteArray &request)
{
    send(request);
    return read(request.startsWith("HEAD"));
}

bool RawHttp::isSilent()
{
    m_socket.waitForReadyRead(1);
    return m_pending.isEmpty() && m_socket.bytesAvailable() == 0;
}

bool RawHttp::isHungUp()
{
    return m_socket.state() == QAbstractSocket::UnconnectedState || m_socket.waitForDisconnected(patience);
}

QByteArray get(const QByteArray &target, const QByteArray &fields)
{
    return "GET " + target + " HTTP/1.1\r\nHost: a\r\n" + fields + "\r\n";
}

QByteArray post(const QByteArray &target, const QByteArray &body, const QByteArray &fields)
{
    return "POST " + target + " HTTP/1.1\r\nHost: a\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" +
           fields + "\r\n" + body;
}

QByteArray webSocketUpgrade(const QByteArray &target, const QByteArray &fields)
{
    return get(target, "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
                       "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n" +
                           fields);
}

Answer exchange(quint16 port, const QByteArray &request)
{
    RawHttp http(port);
    return http.exchange(request);
}
