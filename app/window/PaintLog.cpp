// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/PaintLog.h"

#include <QAbstractItemView>
#include <QEvent>
#include <QLoggingCategory>

#include <chrono>

namespace runglass
{

namespace
{

Q_LOGGING_CATEGORY(lcPaint, "runglass.paint", QtWarningMsg)

void say(const QAbstractItemView& view)
{
    const auto now = std::chrono::steady_clock::now().time_since_epoch();
    const int rows = view.model() ? view.model()->rowCount() : 0;
    const QModelIndex first = view.indexAt({1, 1});
    qCDebug(lcPaint, "%s painted: %d rows, first %d, at %lld", qUtf8Printable(view.objectName()), rows, first.row(),
            static_cast<long long>(std::chrono::duration_cast<std::chrono::microseconds>(now).count()));
}

} // namespace

PaintLog::PaintLog(const QObject& window, QObject* parent)
    : QObject(parent)
{
    if (!lcPaint().isDebugEnabled())
        return;
    for (const char* name : {"runs", "runSelector"})
        if (auto* view = window.findChild<QAbstractItemView*>(QLatin1String(name)))
            view->viewport()->installEventFilter(this);
}

bool PaintLog::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::Paint)
        return false;
    // Behind this event, and so behind what it sends to the display.
    if (const auto* view = qobject_cast<QAbstractItemView*>(watched->parent()))
        QMetaObject::invokeMethod(
            this, [view] { say(*view); }, Qt::QueuedConnection);
    return false;
}

} // namespace runglass
