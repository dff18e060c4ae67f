// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/TabStops.h"

#include <QWidget>

#include <algorithm>

namespace runglass
{

namespace
{

bool isStop(const QWidget& widget)
{
    return widget.isEnabled() && (widget.focusPolicy() & Qt::TabFocus) == Qt::TabFocus && !widget.focusProxy();
}

/// Two are in one line when they share most of the lower one's height.
bool isSameLine(const QRect& one, const QRect& other)
{
    const int shared = std::min(one.bottom(), other.bottom()) - std::max(one.top(), other.top()) + 1;
    return 2 * shared > std::min(one.height(), other.height());
}

QList<QWidget*> shownChildren(const QWidget& parent)
{
    QList<QWidget*> children;
    for (QObject* child : parent.children())
        if (auto* widget = qobject_cast<QWidget*>(child); widget && widget->isVisible() && !widget->isWindow())
            children.append(widget);
    std::stable_sort(children.begin(), children.end(),
                     [](const QWidget* one, const QWidget* other) { return one->y() < other->y(); });
    const bool isMirrored = parent.layoutDirection() == Qt::RightToLeft;
    for (auto line = children.begin(); line != children.end();) {
        const QRect first = (*line)->geometry();
        const auto next = std::stable_partition(
            line, children.end(), [&first](const QWidget* child) { return isSameLine(first, child->geometry()); });
        std::stable_sort(line, next, [isMirrored](const QWidget* one, const QWidget* other) {
            return isMirrored ? one->geometry().right() > other->geometry().right() : one->x() < other->x();
        });
        // An empty widget shares nothing, not even with itself.
        line = next == line ? line + 1 : next;
    }
    return children;
}

void collect(QWidget* widget, QList<QWidget*>& stops)
{
    if (isStop(*widget))
        stops.append(widget);
    for (QWidget* child : shownChildren(*widget))
        collect(child, stops);
}

} // namespace

QList<QWidget*> tabStops(QWidget* root)
{
    QList<QWidget*> stops;
    if (root->isVisible())
        collect(root, stops);
    return stops;
}

QWidget* tabStopBeside(QWidget* root, const QWidget* widget, int step)
{
    const QList<QWidget*> stops = tabStops(root);
    const auto here = stops.indexOf(const_cast<QWidget*>(widget));
    if (here < 0)
        return nullptr;
    return stops[(here + step + stops.size()) % stops.size()];
}

} // namespace runglass
