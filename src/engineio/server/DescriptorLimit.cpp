// SPDX-License-Identifier: MIT
#include "engineio/server/DescriptorLimit.h"

#include <utility>

#ifdef Q_OS_UNIX
#include <sys/resource.h>
#endif

namespace engineio {

qint64 raiseDescriptorLimit()
{
#ifdef Q_OS_UNIX
    rlimit limit{};
    if (getrlimit(RLIMIT_NOFILE, &limit) != 0)
        return 0;
    const rlim_t before = std::exchange(limit.rlim_cur, limit.rlim_max);
    return qint64(setrlimit(RLIMIT_NOFILE, &limit) == 0 ? limit.rlim_cur : before);
#else
    return 0;
#endif
}

} // namespace engineio
