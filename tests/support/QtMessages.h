// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModelTester>
#include <QMessageLogContext>
#include <QString>
#include <gtest/gtest.h>

#include <cstdio>
#include <memory>
#include <ostream>

/// GoogleTest prints QStrings as text.
inline void PrintTo(const QString& text, std::ostream* out)
{
    *out << '"' << text.toStdString() << '"';
}

namespace runglass::test
{

/// Turns every Qt warning into a test failure: bad connections, timers in the wrong thread, broken models.
class FailOnQtWarnings
{
public:
    FailOnQtWarnings() { previous() = qInstallMessageHandler(&FailOnQtWarnings::handle); }
    ~FailOnQtWarnings() { qInstallMessageHandler(previous()); }
    FailOnQtWarnings(const FailOnQtWarnings&) = delete;
    FailOnQtWarnings& operator=(const FailOnQtWarnings&) = delete;

private:
    static QtMessageHandler& previous()
    {
        static QtMessageHandler handler = nullptr;
        return handler;
    }
    static void handle(QtMsgType type, const QMessageLogContext& context, const QString& message)
    {
        // What the platform without a screen says of itself, as when a menu opens.
        const bool harmless = message.contains(QLatin1String("propagateSizeHints")) ||
                              message.startsWith(QLatin1String("This plugin does not support"));
        if (type == QtWarningMsg && !harmless)
            ADD_FAILURE() << "Qt warning: " << message.toStdString();
        if (previous())
            previous()(type, context, message);
        else
            std::fprintf(stderr, "%s\n", qPrintable(message));
    }
};

/// Watches a model for the length of a test. Its findings are Qt warnings, which fail the test.
inline std::unique_ptr<QAbstractItemModelTester> watchModel(QAbstractItemModel* model)
{
    using Mode = QAbstractItemModelTester::FailureReportingMode;
    return std::make_unique<QAbstractItemModelTester>(model, Mode::Warning);
}

} // namespace runglass::test
