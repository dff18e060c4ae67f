// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/Popover.h"

#include "widgets/common/TabStops.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QEvent>
#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kGap = 4;    ///< to the control
constexpr int kMargin = 8; ///< to the window's edges
constexpr qreal kRadius = 6;
} // namespace

Popover::Popover(Theme& theme, const QString& name, QWidget* owner)
    : QFrame(owner->window())
    , m_theme(theme)
    , m_owner(owner)
{
    setAccessibleName(name);
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::NoFocus);
    hide();
}

Popover::~Popover()
{
    qApp->removeEventFilter(this);
}

void Popover::openBelow(QWidget* control)
{
    m_control = control;
    if (!isVisible())
        m_focusBefore = window()->focusWidget();
    place();
    show();
    raise();
    QWidget* first = firstFocus();
    if (!first) {
        const QList<QWidget*> stops = tabStops(this);
        first = stops.isEmpty() ? nullptr : stops.first();
    }
    if (first)
        first->setFocus(Qt::PopupFocusReason);
    qApp->installEventFilter(this);
}

/// Below the control, or, where that leaves too little, as high as it must be.
void Popover::place()
{
    const QWidget* area = parentWidget();
    QSize size = sizeHint().expandedTo(minimumSize());
    size = size.boundedTo(area->size() - QSize(2 * kMargin, 2 * kMargin));
    QPoint corner(kMargin, kMargin);
    if (m_control) {
        const bool mirrored = layoutDirection() == Qt::RightToLeft;
        corner = m_control->mapTo(area, m_control->rect().bottomLeft()) + QPoint(0, kGap + 1);
        if (mirrored)
            corner.rx() += m_control->width() - size.width();
    }
    corner.setX(std::clamp(corner.x(), kMargin, std::max(kMargin, area->width() - kMargin - size.width())));
    corner.setY(std::clamp(corner.y(), kMargin, std::max(kMargin, area->height() - kMargin - size.height())));
    setGeometry(QRect(corner, size));
}

void Popover::dismiss()
{
    if (!isVisible())
        return;
    const bool hadFocus = holds(window()->focusWidget());
    hide();
    if (hadFocus && m_focusBefore && m_focusBefore->isVisible())
        m_focusBefore->setFocus(Qt::PopupFocusReason);
}

void Popover::hideEvent(QHideEvent* event)
{
    QFrame::hideEvent(event);
    qApp->removeEventFilter(this);
    emit dismissed();
}

bool Popover::holds(const QObject* object) const
{
    for (const QObject* one = object; one; one = one->parent())
        if (one == this)
            return true;
    return false;
}

bool Popover::eventFilter(QObject* watched, QEvent* event)
{
    const auto* widget = qobject_cast<QWidget*>(watched);
    if (!widget || !isVisible())
        return QFrame::eventFilter(watched, event);
    if (event->type() == QEvent::Resize && widget == parentWidget())
        place();
    if (event->type() == QEvent::Hide && widget == m_owner)
        hide();
    const bool isElsewhere = widget->window() == window() && !holds(widget);
    // A press on the control comes to the control, which may open or close it.
    if (isElsewhere && event->type() == QEvent::MouseButtonPress && widget != m_control)
        dismiss();
    else if (isElsewhere && event->type() == QEvent::FocusIn && widget != m_control)
        hide();
    return QFrame::eventFilter(watched, event);
}

bool Popover::focusNextPrevChild(bool next)
{
    QWidget* stop = tabStopBeside(this, window()->focusWidget(), next ? 1 : -1);
    if (!stop)
        return false;
    stop->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    return true;
}

void Popover::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        dismiss();
    else
        QFrame::keyPressEvent(event);
}

void Popover::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setBrush(m_theme.color(Theme::Token::Raised));
    painter.setPen(QPen(m_theme.color(Theme::Token::Control), 1));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), kRadius, kRadius);
}

} // namespace runglass
