// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick

QtObject {
    property bool allowed: false
    property AuditModel entries: AuditModel { }
    property AuditExport file: AuditExport { }
}
