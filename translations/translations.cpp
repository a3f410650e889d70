// SPDX-License-Identifier: GPL-3.0-or-later
// A static library needs one object of its own; the translations themselves come in as resources.
#include <QtCore/QtGlobal>
