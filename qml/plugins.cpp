// SPDX-License-Identifier: GPL-3.0-or-later
// Compiled into every program that links `frontdesk_qml`: a static QML plugin is only there when its program asks for
// it. Which models there are, the real ones (modelsplugin) or samples, the program decides by what it links.
#include <QtQml/QQmlExtensionPlugin>

Q_IMPORT_QML_PLUGIN(Frontdesk_ModelsPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_ThemePlugin)
Q_IMPORT_PLUGIN(ControlsPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_ChartsPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_ConnectionPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_FilesPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_RecordsPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_TransferPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_ConversationsPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_PeoplePlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_ContactsPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_DashboardPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_DealsPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_ActivityPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_SearchPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_SettingsPlugin)
Q_IMPORT_QML_PLUGIN(Frontdesk_WelcomePlugin)
Q_IMPORT_QML_PLUGIN(FrontdeskPlugin)
