// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/SingleWindow.h"
#include "app/window/Translations.h"
#include "app/window/WindowApplication.h"
#include "widgets/common/IconEngine.h"

#include <QApplication>
#include <QTimer>

#include <chrono>
#include <csignal>
#include <cstdio>
#include <fontconfig/fontconfig.h>
#include <thread>

namespace
{
constexpr std::chrono::milliseconds kAfterFirstPaint{100};
} // namespace

int main(int argc, char** argv)
{
    using runglass::WindowArguments;
    QStringList words;
    for (int i = 1; i < argc; ++i)
        words.append(QString::fromLocal8Bit(argv[i]));
    // These two need no display.
    if (words.contains(QStringLiteral("--help")) || words.contains(QStringLiteral("-h"))) {
        std::fputs(qPrintable(WindowArguments::help()), stdout);
        return 0;
    }
    if (words.contains(QStringLiteral("--version"))) {
        std::puts("runglass " RUNGLASS_VERSION);
        return 0;
    }

    // A file that may not grow (ulimit -f) is an error, not the end.
    std::signal(SIGXFSZ, SIG_IGN);
    // Reading what the system says of fonts takes as long as connecting to the display, and waits for nothing.
    std::jthread fonts([] { FcInit(); });
    // Takes Qt's own options out of the arguments.
    QApplication application(argc, argv);
    // The first text would begin to read it once more.
    fonts.join();
    const WindowArguments arguments = WindowArguments::parse(QApplication::arguments().mid(1));
    if (!arguments.error.isEmpty()) {
        std::fprintf(stderr, "runglass: %s (see runglass --help)\n", qPrintable(arguments.error));
        return 2;
    }
    QApplication::setApplicationName(QStringLiteral("runglass"));
    QApplication::setApplicationDisplayName(QString());
    QApplication::setApplicationVersion(QStringLiteral(RUNGLASS_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("runglass"));
    runglass::installTranslations(application);
    const QString settings = runglass::WindowSettings::usualPath();
    runglass::SingleWindow single(qEnvironmentVariable("XDG_RUNTIME_DIR"),
                                  runglass::SingleWindow::sessionKey(settings));
    const runglass::WindowRequest request{runglass::WindowApplication::locationsOf(arguments),
                                          qgetenv("XDG_ACTIVATION_TOKEN")};
    if (single.claim(request) == runglass::SingleWindow::Role::Handed)
        return 0;
    runglass::WindowApplication browser(settings, arguments);
    QObject::connect(&single, &runglass::SingleWindow::requested, &browser, &runglass::WindowApplication::take);
    browser.start();
    // Drawing it takes as long as a tenth of the window: behind the first paint.
    QTimer::singleShot(kAfterFirstPaint, &application,
                       [] { QApplication::setWindowIcon(runglass::applicationIcon()); });
    return QApplication::exec();
}
