// SPDX-License-Identifier: MIT
#pragma once

#include <QtCore/QIODevice>

#include <algorithm>

namespace engineio {

/// The body of a request that must not be sent twice: it cannot be rewound.
class OneTimeBody final : public QIODevice {
public:
    explicit OneTimeBody(QByteArray bytes)
        : m_bytes(std::move(bytes))
    {
        open(QIODevice::ReadOnly | QIODevice::Unbuffered);
    }
    [[nodiscard]] bool isSequential() const override { return true; }
    bool reset() override { return false; } ///< QIODevice would warn
    [[nodiscard]] qint64 bytesAvailable() const override { return m_bytes.size() - m_read; }
    [[nodiscard]] bool atEnd() const override { return bytesAvailable() == 0; }

protected:
    qint64 readData(char *data, qint64 maxSize) override
    {
        const qint64 size = std::min(maxSize, bytesAvailable());
        std::copy_n(m_bytes.constData() + m_read, size, data);
        m_read += size;
        return size == 0 && maxSize > 0 ? -1 : size;
    }
    qint64 writeData(const char *, qint64) override { return -1; }

private:
    QByteArray m_bytes;
    qint64 m_read = 0;
};

} // namespace engineio
