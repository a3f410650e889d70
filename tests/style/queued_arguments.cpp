// SPDX-License-Identifier: GPL-3.0-or-later
// A test of what the thread sanitizer is told about Qt: values that go from one thread to another by queued signals are
// read there, and destroyed where nobody takes them any more, without a report. Ends with 0 when every one has come.
#include <QtCore/QCoreApplication>
#include <QtCore/QList>
#include <QtCore/QObject>
#include <QtCore/QThread>

#include <atomic>
#include <memory>

namespace {

constexpr int Values = 2'000;

/// In no order with anything else: how many have come, and whether the sender is at its end.
std::atomic_int come = 0;
std::atomic_bool allSent = false;

} // namespace

struct Value {
    QString words;
    QList<int> numbers;
    int number = 0;
};

class Sender : public QObject {
    Q_OBJECT
public:
    void sendAll()
    {
        for (int i = 0; i < Values; ++i) {
            Q_EMIT sent({.words = QString::number(i), .numbers = {i, i + 1}, .number = i});
            while (come.load(std::memory_order_relaxed) <= i)
                QThread::yieldCurrentThread(); // so that nothing later tells of this one
        }
        Q_EMIT forgotten({.words = QStringLiteral("late"), .numbers = {Values}, .number = Values});
        allSent.store(true, std::memory_order_relaxed);
    }

Q_SIGNALS:
    void sent(const Value &value);
    void forgotten(const Value &value);
};

class Receiver : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void take(const Value &value)
    {
        m_sum += value.number + value.numbers.constLast() + value.words.size();
        come.fetch_add(1, std::memory_order_relaxed);
    }
    qint64 sum() const { return m_sum; }

private:
    qint64 m_sum = 0;
};

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    Receiver receiver;
    auto forgetful = std::make_unique<Receiver>(); // whose event is never delivered
    Sender sender;
    QThread thread;
    sender.moveToThread(&thread);
    QObject::connect(&thread, &QThread::started, &sender, &Sender::sendAll);
    QObject::connect(&sender, &Sender::sent, &receiver, &Receiver::take);
    QObject::connect(&sender, &Sender::forgotten, forgetful.get(), &Receiver::take);
    thread.start();
    while (come.load(std::memory_order_relaxed) < Values)
        QCoreApplication::sendPostedEvents(&receiver); // awake, so that no descriptor that wakes it orders the two
    while (!allSent.load(std::memory_order_relaxed))
        QThread::yieldCurrentThread();
    forgetful.reset();
    thread.quit();
    thread.wait();
    return receiver.sum() > 0 ? 0 : 1;
}

#include "queued_arguments.moc"
