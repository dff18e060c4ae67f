// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/PaintLog.h"

#include "widgets/workspace/charts/ChartCanvas.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QEvent>
#include <QLoggingCategory>

#include <chrono>

namespace runglass
{

namespace
{

Q_LOGGING_CATEGORY(lcPaint, "runglass.paint", QtWarningMsg)

void say(const char* what, int rows, int first)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    qCDebug(lcPaint, "%s painted: %d rows, first %d, at %lld", what, rows, first,
            static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()));
}

void say(const QAbstractItemView& view)
{
    const int rows = view.model() ? view.model()->rowCount() : 0;
    say(qUtf8Printable(view.objectName()), rows, view.indexAt({1, 1}).row());
}

} // namespace

PaintLog::PaintLog(const QObject& window, QObject* parent)
    : QObject(parent)
{
    if (!lcPaint().isDebugEnabled())
        return;
    for (const char* name : {"runs", "runSelector"})
        if (auto* view = window.findChild<QAbstractItemView*>(QLatin1String(name)))
            m_viewports.insert(view->viewport());
    // Charts come and go.
    qApp->installEventFilter(this);
}

bool PaintLog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Paint)
        return false;
    // Behind this event, and so behind what it sends to the display.
    if (m_viewports.contains(watched)) {
        QMetaObject::invokeMethod(
            this, [view = qobject_cast<QAbstractItemView*>(watched->parent())] { say(*view); }, Qt::QueuedConnection);
    }
    if (const auto* chart = qobject_cast<const ChartCanvas*>(watched); chart && chart->lineCount() > 0) {
        m_charts.insert(chart);
        QMetaObject::invokeMethod(
            this, [this, lines = chart->lineCount()] { say("chart", lines, static_cast<int>(m_charts.size())); },
            Qt::QueuedConnection);
    }
    return false;
}

} // namespace runglass
