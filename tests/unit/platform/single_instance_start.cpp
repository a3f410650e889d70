// SPDX-License-Identifier: GPL-3.0-or-later
#include "platform/SingleInstance.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QSocketNotifier>

#include <iostream>

using namespace frontdesk::platform;

/// A program that is started once a folder, for tst_SingleInstance: says which start it is, and what later starts hand
/// over; ends when its standard input does. usage: single-instance-start FOLDER PATIENCE-MS [ARGUMENT…]
int main(int argc, char **argv)
{
    QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    SingleInstance instance(arguments.at(1));
    QObject::connect(&instance, &SingleInstance::activated, [](const QStringList &handedOver) {
        std::cout << "activated " << handedOver.join(u'|').toStdString() << std::endl;
    });
    const auto role = instance.claim(arguments.mid(3), std::chrono::milliseconds(arguments.at(2).toInt()));
    if (!role) {
        std::cout << "error " << role.error().code.toStdString() << std::endl;
        return 1;
    }
    if (role.value() == SingleInstance::Role::Later) {
        std::cout << "later" << std::endl;
        return 0;
    }
    std::cout << "first" << std::endl;
    QSocketNotifier input(0, QSocketNotifier::Read);
    QObject::connect(&input, &QSocketNotifier::activated, &application, &QCoreApplication::quit);
    return QCoreApplication::exec();
}
