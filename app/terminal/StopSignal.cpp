// SPDX-License-Identifier: GPL-3.0-or-later
#include "StopSignal.h"

#include <cerrno>
#include <csignal>
#include <fcntl.h>

#ifdef _WIN32
#include <io.h>
#else
#include <unistd.h>
#endif

namespace frontdesk {

namespace {

// A signal handler may do next to nothing: it writes one byte into this pipe, which wait() reads.
volatile std::sig_atomic_t writeEnd = -1;

extern "C" void onStopSignal(int)
{
    const int before = errno;
    const char byte = 0;
    [[maybe_unused]] const auto written = write(writeEnd, &byte, 1);
    errno = before;
}

} // namespace

StopSignal::StopSignal()
{
    int ends[2] = {-1, -1};
#ifdef _WIN32
    _pipe(ends, 16, _O_BINARY);
#else
    if (pipe(ends) == 0) {
        fcntl(ends[0], F_SETFD, FD_CLOEXEC);
        fcntl(ends[1], F_SETFD, FD_CLOEXEC);
        fcntl(ends[1], F_SETFL, O_NONBLOCK); // the handler never waits
    }
    std::signal(SIGPIPE, SIG_IGN); // a reader of our output may go before us
#endif
    m_readEnd = ends[0];
    writeEnd = ends[1];
    std::signal(SIGTERM, onStopSignal);
    std::signal(SIGINT, onStopSignal);
}

StopSignal::~StopSignal()
{
    std::signal(SIGTERM, SIG_DFL);
    std::signal(SIGINT, SIG_DFL);
    close(m_readEnd);
    close(writeEnd);
}

void StopSignal::wait()
{
    char byte = 0;
    while (read(m_readEnd, &byte, 1) < 0 && errno == EINTR) {
    }
}

} // namespace frontdesk
