// SPDX-License-Identifier: GPL-3.0-or-later
/// benchmark_bare_window: a main window with one word in it, that says on the standard error when it was painted, on
/// the clock that runglass-window says it on, and ends. No Qt program that shows a text does so sooner.
#include <QApplication>
#include <QEvent>
#include <QLabel>
#include <QMainWindow>

#include <chrono>
#include <cstdio>

namespace
{

class Watch : public QObject
{
public:
    using QObject::QObject;
    bool eventFilter(QObject*, QEvent* event) override
    {
        if (event->type() != QEvent::Paint)
            return false;
        // Behind this event, and so behind what it sends to the display.
        QMetaObject::invokeMethod(
            this,
            [] {
                const auto now = std::chrono::steady_clock::now().time_since_epoch();
                std::fprintf(
                    stderr, "painted at %lld\n",
                    static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()));
                QCoreApplication::quit();
            },
            Qt::QueuedConnection);
        return false;
    }
};

} // namespace

int main(int argc, char** argv)
{
    QApplication application(argc, argv);
    QMainWindow window;
    auto* text = new QLabel(QStringLiteral("Runs"));
    window.setCentralWidget(text);
    Watch watch;
    text->installEventFilter(&watch);
    window.resize(1440, 900);
    window.show();
    return QApplication::exec();
}
