// SPDX-License-Identifier: GPL-3.0-or-later
#include "CredentialsFile.h"

#include <QtCore/QFile>
#include <QtCore/QSaveFile>

namespace frontdesk::ctl {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 longest = 10'000; // bytes

} // namespace

Result<dialect::Credentials> credentialsOf(const Target &target)
{
    if (target.credentialsFile.isEmpty())
        return dialect::Credentials{.token = target.token};
    QFile kept(target.credentialsFile);
    if (!kept.open(QFile::ReadOnly))
        return Error{u"storage.failed"_s, u"%1 cannot be read: %2"_s.arg(kept.fileName(), kept.errorString())};
    return dialect::credentialsFrom(QString::fromUtf8(kept.read(longest)).trimmed());
}

Result<Done> writeCredentials(const QString &file, const dialect::Credentials &credentials)
{
    QSaveFile kept(file);
    const QByteArray text = toText(credentials).toUtf8() + '\n';
    if (!kept.open(QFile::WriteOnly) || !kept.setPermissions(QFile::ReadOwner | QFile::WriteOwner) ||
        kept.write(text) != text.size() || !kept.commit())
        return Error{u"storage.failed"_s, u"%1 cannot be written: %2"_s.arg(file, kept.errorString())};
    return Done{};
}

} // namespace frontdesk::ctl
