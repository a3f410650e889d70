// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Talk.h"

#include <QtTest/QTest>

namespace frontdesk::server::testing {

/// A server on which Ada and Sam talk to each other while Eve sends it what she likes.
class BadInputFixture : protected TalkFixture {
protected:
    void begin()
    {
        TalkFixture::begin();
        m_clientAda = follow(QStringLiteral("ada"));
        m_clientSam = follow(QStringLiteral("sam"));
        m_direct = createDirect(*m_clientAda, m_ada, m_sam);
        QVERIFY(!m_direct.isEmpty());
        m_eveToken = logIn(m_server->url(), QStringLiteral("eve"));
        QVERIFY(!m_eveToken.isEmpty());
    }

    /// A message of the others still arrives, with one ack and one push.
    void othersAreUnharmed()
    {
        m_clientSam->received.clear();
        const QJsonObject sent = say(*m_clientAda, m_direct, QStringLiteral("still here"));
        QVERIFY(sent[QLatin1String("ok")].toBool());
        QCOMPARE(m_clientSam->expect(QStringLiteral("message:new")).payload[QLatin1String("seq")],
                 sent[QLatin1String("result")][QLatin1String("message")][QLatin1String("seq")]);
        QVERIFY(!m_clientSam->broken);
    }

    std::unique_ptr<TestClient> m_clientAda;
    std::unique_ptr<TestClient> m_clientSam;
    QString m_direct; ///< of Ada and Sam: Eve is not in it
    QString m_eveToken;
};

} // namespace frontdesk::server::testing
