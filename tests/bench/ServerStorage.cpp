// SPDX-License-Identifier: GPL-3.0-or-later
#include "ServerStorage.h"

#include "server/DataFolder.h"
#include "server/storage/Storage.h"

namespace bench {

using namespace frontdesk;
using server::Records;

Result<Done> writeInto(const QString &serverFolder, const std::function<Result<Done>(Records &)> &work)
{
    const auto folder = server::DataFolder::open(serverFolder);
    if (!folder)
        return folder.error();
    auto storage = server::Storage::open({.file = folder.value().database(),
                                          .clock = std::make_shared<SystemClock>(),
                                          .deliver = [](const std::function<void()> &task) { task(); },
                                          .committed = [](const server::JournalTransaction &) {}});
    if (!storage)
        return storage.error();
    return storage.value()->writeAndWait<Done>([&work](Records &records, qint64) { return work(records); });
}

} // namespace bench
