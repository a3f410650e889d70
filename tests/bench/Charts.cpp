// SPDX-License-Identifier: GPL-3.0-or-later
#include "Account.h"
#include "Figures.h"
#include "ProgramWindow.h"

#include <QtCore/QCommandLineParser>
#include <QtCore/QElapsedTimer>
#include <QtCore/QJsonArray>
#include <QtCore/QTimer>
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickItem>
#include <QtQuick/QQuickView>

#include <cstdio>

/// A dashboard of four charts and six figures that all change a hundred times a second: what a change costs until
/// everything that depends on it has its new value, how long frames take, and that neither items nor memory grow.
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr int updateMs = 10;
constexpr int parts = 10; // after each of which memory is looked at

int itemsIn(const QQuickItem &item)
{
    int count = 1;
    const auto children = item.childItems();
    for (const QQuickItem *child : children)
        count += itemsIn(*child);
    return count;
}

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication program(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption updates(u"updates"_s, u"How often the figures change."_s, u"count"_s, u"6000"_s);
    parser.addOption(updates);
    parser.addHelpOption();
    parser.process(program);
    const int wanted = parser.value(updates).toInt();

    QQuickView view;
    view.engine()->addImportPath(u"qrc:/qt/qml"_s);
    view.setResizeMode(QQuickView::SizeRootObjectToView);
    view.resize(1440, 900);
    view.setSource(QUrl(u"qrc:/bench/Charts.qml"_s));
    if (view.status() != QQuickView::Ready)
        return 1;
    view.show();
    QQuickItem *board = view.rootObject();

    const qint64 self = QCoreApplication::applicationPid();
    std::vector<double> costs;
    int step = 0;
    QTimer timer;
    timer.setTimerType(Qt::PreciseTimer);
    const auto change = [&] {
        QElapsedTimer cost;
        cost.start();
        board->setProperty("step", ++step);
        costs.push_back(double(cost.nsecsElapsed()) / 1e6);
    };
    QObject::connect(&timer, &QTimer::timeout, &view, change);
    timer.start(updateMs);
    // What is made with the first frames is no growth.
    const int warm = std::max(1, wanted / 10);
    constexpr int longest = 900; // seconds until it is given up
    if (!bench::waitUntil([&] { return step >= warm; }, longest))
        return 1;
    costs.clear();
    const int itemsBefore = itemsIn(*board);
    const bench::FrameTimes frames(view);
    QJsonArray memory{bench::memoryOf(self).resident};
    for (int part = 1; part <= parts; ++part) {
        if (!bench::waitUntil([&] { return step >= warm + wanted / parts * part; }, longest))
            return 1;
        memory.append(bench::memoryOf(self).resident);
    }
    timer.stop();
    const int itemsAfter = itemsIn(*board);
    bench::print({{u"bench"_s, u"charts"_s},
                  {u"machine"_s, bench::machine()},
                  {u"platform"_s, QGuiApplication::platformName()},
                  {u"updatesPerSecond"_s, 1000 / updateMs},
                  {u"updateMs"_s, bench::figures(costs)},
                  {u"frames"_s, frames.report()},
                  {u"itemsBefore"_s, itemsBefore},
                  {u"itemsAfter"_s, itemsAfter},
                  {u"residentMiB"_s, memory}});
    return itemsAfter == itemsBefore ? 0 : 1;
}
