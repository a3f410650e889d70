// SPDX-License-Identifier: GPL-3.0-or-later
// socketio-bare-echo PORT COUNT: the least that the echoes of client-echo.mjs can cost: frames that were made before,
// written and read with nothing but system calls. What another client takes longer is its own; all else is the kernel,
// waking up and the server. One JSON line.
#include <QtCore/QByteArray>

#include <algorithm>
#include <arpa/inet.h>
#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>
#include <vector>

namespace {

constexpr int longestWarmUp = 500; // echoes
constexpr int patience = 20'000;   // ms

[[noreturn]] void fail(const char *what)
{
    std::perror(what);
    std::exit(1);
}

/// A WebSocket's text frame as a client sends it (RFC 6455, 5.2); a mask of zeros leaves the text as it is.
QByteArray frame(const QByteArray &text)
{
    QByteArray header("\x81");
    if (text.size() < 126)
        header.append(char(0x80 | text.size()));
    else
        header.append(char(0x80 | 126)).append(char(text.size() >> 8)).append(char(text.size() & 0xff));
    return header + QByteArray(4, '\0') + text;
}

class Connection {
public:
    explicit Connection(int port)
        : m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(std::uint16_t(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        if (connect(m_socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
            fail("connect");
        const int now = 1;
        setsockopt(m_socket, IPPROTO_TCP, TCP_NODELAY, &now, sizeof now);
        send("GET /socket.io/?EIO=4&transport=websocket HTTP/1.1\r\nHost: a\r\n"
             "Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\n"
             "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n");
        while (!m_received.contains("\r\n\r\n"))
            receive();
        m_received.remove(0, m_received.indexOf("\r\n\r\n") + 4);
        takeFrame(); // Engine.IO's handshake
        send(frame("40"));
        takeFrame();
    }
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;
    ~Connection() { close(m_socket); }

    void send(const QByteArray &bytes) const
    {
        if (write(m_socket, bytes.data(), std::size_t(bytes.size())) != bytes.size())
            fail("write");
    }

    /// Waits for a frame and forgets it.
    void takeFrame()
    {
        for (;;) {
            const qsizetype size = m_received.size() < 2 ? 0 : qsizetype(m_received.at(1) & 0x7f) + 2;
            if (size > 127)
                std::exit(1); // a longer one than any that is asked for
            if (size > 0 && m_received.size() >= size) {
                m_received.remove(0, size);
                return;
            }
            receive();
        }
    }

private:
    void receive()
    {
        pollfd ready{m_socket, POLLIN, 0};
        if (poll(&ready, 1, patience) != 1)
            fail("poll");
        std::array<char, 4096> bytes{};
        const ssize_t count = read(m_socket, bytes.data(), bytes.size());
        if (count <= 0)
            fail("read");
        m_received.append(bytes.data(), count);
    }

    int m_socket;
    QByteArray m_received;
};

} // namespace

int main(int argc, char **argv)
{
    if (argc != 3) {
        std::fprintf(stderr, "usage: %s PORT COUNT\n", argv[0]);
        return 2;
    }
    const int count = std::max(1, std::atoi(argv[2]));
    const int warmUp = std::min(longestWarmUp, count);
    Connection connection(std::atoi(argv[1]));
    std::vector<QByteArray> frames;
    for (int id = 0; id < warmUp + count; ++id)
        frames.push_back(frame("42" + QByteArray::number(id) + "[\"echo\",\"" + QByteArray(100, 'y') + "\"]"));
    std::vector<double> milliseconds;
    for (int id = 0; id < warmUp + count; ++id) {
        const auto begin = std::chrono::steady_clock::now();
        connection.send(frames[std::size_t(id)]);
        connection.takeFrame();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - begin;
        if (id >= warmUp)
            milliseconds.push_back(took.count());
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto percentile = [&](double share) {
        return milliseconds[std::min(milliseconds.size() - 1, std::size_t(double(milliseconds.size()) * share))];
    };
    std::printf(R"({"transport":"websocket","n":%d,"p50ms":%.4f,"p99ms":%.4f})"
                "\n",
                count, percentile(0.5), percentile(0.99));
    return 0;
}
