// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/RowListModel.h"

namespace frontdesk::models {

RowListModel::RowListModel(QObject *parent)
    : QAbstractListModel(parent)
{
}

} // namespace frontdesk::models
