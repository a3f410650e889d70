// SPDX-License-Identifier: GPL-3.0-or-later
// Tells the thread sanitizer what it cannot see in a Qt that was built without it: that what a thread did before it
// emitted a signal, posted a call or an event, started a task or finished a future happened before what another does on
// receiving it. Linked into every program of a build with -fsanitize=thread; compiled without it. The functions stand
// before Qt's own of the same name, which they call. (Linux, the ABI of Qt 6.4.)
#include <QtCore/QCoreApplication>
#include <QtCore/QFutureInterface>
#include <QtCore/QMetaMethod>
#include <QtCore/QMetaObject>
#include <QtCore/QMetaType>
#include <QtCore/QThreadPool>

#include <atomic>
#include <cstdlib>
#include <dlfcn.h>
#include <functional>
#include <map>

extern "C" {
void __tsan_acquire(void *address); // NOLINT(bugprone-reserved-identifier): the sanitizer's names
void __tsan_release(void *address); // NOLINT(bugprone-reserved-identifier)
}

namespace {

char queue; // stands for all of Qt's event queues

template <class Function>
Function next(const char *name)
{
    void *found = dlsym(RTLD_NEXT, name);
    if (!found)
        std::abort(); // another ABI than the one that this was written for
    return reinterpret_cast<Function>(found);
}

bool received(void **)
{
    __tsan_acquire(&queue);
    return false; // the event goes on
}

[[maybe_unused]] const bool listens = QInternal::registerCallback(QInternal::EventNotifyCallback, received);

using Type = QtPrivate::QMetaTypeInterface;

/// How the types of signals' arguments are copied and destroyed by themselves. Qt copies a queued signal's arguments
/// within activate(), and the receiver may read them before it returns; it destroys them there, too, when the event is
/// not delivered any more. So every copy tells of itself, and is told of when it is destroyed.
class Copies {
public:
    void tellOf(const Type *type)
    {
        if (!type || !type->copyCtr || type->copyCtr == copy || QMetaType(type).id() < QMetaType::User)
            return; // Qt's own types are copied by Qt, where the sanitizer sees nothing
        const Locked locked(m_lock);
        if (type->copyCtr == copy)
            return;
        m_own.emplace(type, Own{type->copyCtr, type->dtor});
        auto *changed = const_cast<Type *>(type); // not in read-only memory: Type has a mutable member
        changed->copyCtr = copy;
        if (type->dtor)
            changed->dtor = destroy;
    }

private:
    /// Of no standard mutex, which would order the threads that the sanitizer is to look at.
    class Locked {
    public:
        explicit Locked(std::atomic_flag &flag)
            : m_flag(flag)
        {
            while (m_flag.test_and_set(std::memory_order_acquire))
                ;
        }
        ~Locked() { m_flag.clear(std::memory_order_release); }
        Q_DISABLE_COPY_MOVE(Locked)

    private:
        std::atomic_flag &m_flag;
    };

    struct Own {
        Type::CopyCtrFn copy;
        Type::DtorFn destroy;
    };
    Own ownOf(const Type *type)
    {
        const Locked locked(m_lock);
        return m_own.at(type);
    }
    static void copy(const Type *type, void *to, const void *from);
    static void destroy(const Type *type, void *value);

    std::atomic_flag m_lock;
    std::map<const Type *, Own> m_own;
};

Copies &copies()
{
    static auto *const kept = new Copies; // for as long as any thread may copy
    return *kept;
}

void Copies::copy(const Type *type, void *to, const void *from)
{
    copies().ownOf(type).copy(type, to, from);
    __tsan_release(&queue);
}

void Copies::destroy(const Type *type, void *value)
{
    __tsan_acquire(&queue);
    copies().ownOf(type).destroy(type, value);
}

/// A call on its way to another thread, which may wait for its end.
class Passed final : public QtPrivate::QSlotObjectBase {
public:
    explicit Passed(QSlotObjectBase *slot)
        : QSlotObjectBase(&Passed::run)
        , m_slot(slot)
    {
        __tsan_release(this);
    }
    ~Passed() { m_slot->destroyIfLastRef(); }
    Q_DISABLE_COPY_MOVE(Passed)

private:
    static void run(int which, QSlotObjectBase *base, QObject *receiver, void **arguments, bool *)
    {
        auto *self = static_cast<Passed *>(base);
        __tsan_acquire(self);
        if (which == Call) {
            self->m_slot->call(receiver, arguments);
            __tsan_release(self);
        } else if (which == Destroy) {
            delete self;
        }
    }

    QSlotObjectBase *m_slot;
};

} // namespace

void QMetaObject::activate(QObject *sender, const QMetaObject *object, int signal, void **arguments)
{
    static const auto qt =
        next<void (*)(QObject *, const QMetaObject *, int, void **)>("_ZN11QMetaObject8activateEP7QObjectPKS_iPPv");
    const QMetaMethod method = object->method(object->methodOffset() + signal);
    for (int at = 0; at < method.parameterCount(); ++at)
        copies().tellOf(method.parameterMetaType(at).iface());
    __tsan_release(&queue);
    qt(sender, object, signal, arguments);
}

bool QMetaObject::invokeMethodImpl(QObject *object, QtPrivate::QSlotObjectBase *slot, Qt::ConnectionType type,
                                   void *result)
{
    static const auto qt = next<bool (*)(QObject *, QtPrivate::QSlotObjectBase *, Qt::ConnectionType, void *)>(
        "_ZN11QMetaObject16invokeMethodImplEP7QObjectPN9QtPrivate15QSlotObjectBaseEN2Qt14ConnectionTypeEPv");
    auto *passed = new Passed(slot);
    passed->ref(); // so that it can be looked at afterwards
    const bool done = qt(object, passed, type, result);
    if (type == Qt::BlockingQueuedConnection)
        __tsan_acquire(passed);
    passed->destroyIfLastRef();
    return done;
}

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    static const auto qt =
        next<void (*)(QObject *, QEvent *, int)>("_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    __tsan_release(&queue);
    qt(receiver, event, priority);
}

void QObject::deleteLater()
{
    static const auto qt = next<void (*)(QObject *)>("_ZN7QObject11deleteLaterEv");
    __tsan_release(&queue);
    qt(this);
}

/// A task has seen what was done before it was started and what earlier tasks of the same pool have done; what it was
/// made of ends with it.
void QThreadPool::start(std::function<void()> task, int priority)
{
    static const auto qt =
        next<void (*)(QThreadPool *, std::function<void()>, int)>("_ZN11QThreadPool5startESt8functionIFvvEEi");
    __tsan_release(this);
    qt(
        this,
        [this, task = std::move(task)]() mutable {
            __tsan_acquire(this);
            task();
            task = nullptr;
            __tsan_release(this);
        },
        priority);
}

bool QThreadPool::waitForDone(int milliseconds)
{
    static const auto qt = next<bool (*)(QThreadPool *, int)>("_ZN11QThreadPool11waitForDoneEi");
    const bool done = qt(this, milliseconds);
    __tsan_acquire(this);
    return done;
}

void QFutureInterfaceBase::reportFinished()
{
    static const auto qt = next<void (*)(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase14reportFinishedEv");
    __tsan_release(&queue);
    qt(this);
}

void QFutureInterfaceBase::waitForFinished()
{
    static const auto qt = next<void (*)(QFutureInterfaceBase *)>("_ZN20QFutureInterfaceBase15waitForFinishedEv");
    qt(this);
    __tsan_acquire(&queue);
}

bool QFutureInterfaceBase::derefT() const noexcept
{
    static const auto qt = next<bool (*)(const QFutureInterfaceBase *)>("_ZNK20QFutureInterfaceBase6derefTEv");
    void *const shared = d; // the last one to let it go destroys what others have written and read
    __tsan_release(shared);
    const bool others = qt(this);
    if (!others)
        __tsan_acquire(shared);
    return others;
}
