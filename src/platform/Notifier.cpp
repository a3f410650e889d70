// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/Notifier.h"

#ifdef FRONTDESK_FREEDESKTOP
#include "platform/FreedesktopNotifier.h"
#else
#include "platform/NoNotifier.h"
#endif

namespace frontdesk::platform {

std::unique_ptr<Notifier> makeNotifier()
{
#ifdef FRONTDESK_FREEDESKTOP
    return std::make_unique<FreedesktopNotifier>();
#else
    return std::make_unique<NoNotifier>();
#endif
}

} // namespace frontdesk::platform
