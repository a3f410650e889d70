// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <QtCore/QSet>
#include <QtCore/QString>

/// Which types of QML come along when one is loaded: everything that its file names, wherever it stands in it, and what
/// those files name.
namespace qmltypes {

/// By the name of a type the text of its file.
using Sources = QHash<QString, QString>;

QSet<QString> loadedWith(const QString &type, const Sources &sources);

} // namespace qmltypes
