// SPDX-License-Identifier: GPL-3.0-or-later
// Why packaging/sanitizers/lsan.supp names QSGTexture: a window of nothing but Qt that shows one image leaves its
// texture behind. Once Qt lets it go this test fails, and both can be deleted.
#include <QtGui/QGuiApplication>
#include <QtQml/QQmlComponent>
#include <QtQml/QQmlEngine>
#include <QtQuick/QQuickImageProvider>
#include <QtQuick/QQuickWindow>

#include <memory>

namespace {

class Black final : public QQuickImageProvider {
public:
    Black()
        : QQuickImageProvider(Image)
    {
    }
    QImage requestImage(const QString &, QSize *size, const QSize &) override
    {
        QImage image(4, 4, QImage::Format_RGB32);
        image.fill(Qt::black);
        *size = image.size();
        return image;
    }
};

} // namespace

int main(int argc, char **argv)
{
    QGuiApplication application(argc, argv);
    QQmlEngine engine;
    engine.addImageProvider(QStringLiteral("black"), new Black);
    QQmlComponent component(&engine);
    component.setData(
        "import QtQuick\nWindow { visible: true; width: 10; height: 10; Image { source: 'image://black/1' } }", {});
    const std::unique_ptr<QObject> window(component.create());
    QObject::connect(qobject_cast<QQuickWindow *>(window.get()), &QQuickWindow::frameSwapped, &application,
                     &QCoreApplication::quit);
    return QCoreApplication::exec();
}
