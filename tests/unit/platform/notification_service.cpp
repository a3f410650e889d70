// SPDX-License-Identifier: GPL-3.0-or-later
// The notification service of a desktop, for a test: it says on its output what it is asked, a JSON object a line, and
// does what it is told on its input ("press NUMBER", "dismiss NUMBER"). Arguments: the bus, its capabilities with
// commas between, and perhaps "mute": it takes every Notify and never answers.
#include <QtCore/QCoreApplication>
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QSocketNotifier>
#include <QtDBus/QDBusConnection>
#include <QtDBus/QDBusContext>

#include <array>
#include <iostream>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

void say(const QJsonObject &line)
{
    std::cout << QJsonDocument(line).toJson(QJsonDocument::Compact).constData() << std::endl;
}

} // namespace

class NotificationServer : public QObject, protected QDBusContext {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")

public:
    NotificationServer(QStringList capabilities, bool isMute)
        : m_capabilities(std::move(capabilities))
        , m_isMute(isMute)
    {
    }

public Q_SLOTS:
    Q_SCRIPTABLE QStringList GetCapabilities() { return m_capabilities; }
    Q_SCRIPTABLE uint Notify(const QString &program, uint replaces, const QString &, const QString &title,
                             const QString &body, const QStringList &actions, const QVariantMap &hints, int)
    {
        if (m_isMute)
            setDelayedReply(true);
        const uint number = replaces > 0 ? replaces : ++m_last;
        say({{u"call"_s, u"Notify"_s},
             {u"program"_s, program},
             {u"number"_s, qint64(number)},
             {u"replaces"_s, qint64(replaces)},
             {u"title"_s, title},
             {u"body"_s, body},
             {u"action"_s, actions.value(0)},
             {u"urgency"_s, hints[u"urgency"_s].toInt()},
             {u"sound"_s, hints[u"sound-name"_s].toString()},
             {u"isSilent"_s, hints[u"suppress-sound"_s].toBool()}});
        return number;
    }
    Q_SCRIPTABLE void CloseNotification(uint number)
    {
        say({{u"call"_s, u"CloseNotification"_s}, {u"number"_s, qint64(number)}});
        constexpr uint byCall = 3;
        Q_EMIT NotificationClosed(number, byCall);
    }

Q_SIGNALS:
    Q_SCRIPTABLE void ActionInvoked(uint number, const QString &action);
    Q_SCRIPTABLE void NotificationClosed(uint number, uint reason);

public:
    void obey(const QString &order)
    {
        constexpr uint byPerson = 2;
        const uint number = order.section(u' ', 1).toUInt();
        if (order.startsWith(u"press"))
            Q_EMIT ActionInvoked(number, u"default"_s);
        Q_EMIT NotificationClosed(number, byPerson);
    }

private:
    QStringList m_capabilities;
    bool m_isMute;
    uint m_last = 0;
};

int main(int argc, char **argv)
{
    const QCoreApplication program(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    NotificationServer server(arguments.value(2).split(u',', Qt::SkipEmptyParts), arguments.value(3) == "mute"_L1);
    QDBusConnection bus = QDBusConnection::connectToBus(arguments.value(1), u"service"_s);
    if (!bus.registerObject(u"/org/freedesktop/Notifications"_s, &server, QDBusConnection::ExportScriptableContents) ||
        !bus.registerService(u"org.freedesktop.Notifications"_s))
        return 1;
    constexpr int input = 0; // its descriptor
    QSocketNotifier orders(input, QSocketNotifier::Read);
    QByteArray read;
    QObject::connect(&orders, &QSocketNotifier::activated, &server, [&] {
        std::array<char, 1024> part{};
        const auto size = ::read(input, part.data(), part.size());
        if (size <= 0)
            return QCoreApplication::quit();
        read.append(part.data(), size);
        for (qsizetype end = read.indexOf('\n'); end >= 0; end = read.indexOf('\n')) {
            server.obey(QString::fromUtf8(read.first(end)));
            read.remove(0, end + 1);
        }
    });
    say({{u"call"_s, u"ready"_s}});
    return QCoreApplication::exec();
}

#include "notification_service.moc"
