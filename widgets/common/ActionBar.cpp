// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ActionBar.h"

#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"
#include "widgets/common/TwinAction.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QToolButton>

namespace runglass
{

namespace
{
constexpr int kHeight = 44;
constexpr int kInset = 12;
constexpr int kGap = 8;
} // namespace

ActionBar::ActionBar(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
    , m_more(new QToolButton(this))
    , m_menu(new QMenu(this))
{
    setObjectName(QStringLiteral("actionBar"));
    setMinimumHeight(std::max(kHeight, fontMetrics().height() + 24));
    // What is too wide goes into the menu: the bar asks for no width.
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_more->setObjectName(QStringLiteral("moreActions"));
    m_more->setText(tr("More actions"));
    m_more->setToolTip(tr("More actions"));
    m_more->setIcon(theme.icon(QStringLiteral("more")));
    m_more->setAutoRaise(true);
    m_more->setFixedSize(28, 28);
    m_more->setFocusPolicy(Qt::TabFocus);
    m_more->setPopupMode(QToolButton::InstantPopup);
    m_more->setMenu(m_menu);
    m_more->hide();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(kInset, 4, kInset, 5);
    layout->setSpacing(kGap);
    for (QHBoxLayout* part : {m_left, m_right})
        part->setSpacing(kGap);
    layout->addLayout(m_left, 1);
    layout->addLayout(m_right);
    layout->addWidget(m_more);
    m_left->addStretch(1);
}

void ActionBar::addLeft(QWidget* widget, int stretch)
{
    m_left->insertWidget(m_left->count() - 1, widget, stretch);
}

void ActionBar::insertLeft(QWidget* before, QWidget* widget)
{
    m_left->insertWidget(m_left->indexOf(before), widget);
}

void ActionBar::addRight(QWidget* widget, int stretch)
{
    m_right->addWidget(widget, stretch);
}

void ActionBar::addRight(QAction* action)
{
    auto* button = new ActionButton(action, this);
    button->setIcon(action->icon());
    addRight(button, action);
}

void ActionBar::addRight(QWidget* button, QAction* action)
{
    m_right->addWidget(button);
    m_buttons.append(button);
    addTwins(m_menu, {action});
}

int ActionBar::neededWidth() const
{
    int needed = 2 * kInset;
    for (const QHBoxLayout* part : {m_left, m_right})
        for (int i = 0; i < part->count(); ++i)
            if (const QWidget* widget = part->itemAt(i)->widget();
                widget && (m_buttons.contains(widget) || !widget->isHidden()))
                needed += std::max(widget->minimumWidth(), widget->minimumSizeHint().width()) + kGap;
    return needed;
}

void ActionBar::arrange()
{
    if (m_buttons.isEmpty())
        return;
    const bool whole = window()->width() >= kWholeFrom && neededWidth() <= width();
    for (QWidget* button : m_buttons)
        button->setVisible(whole);
    m_more->setVisible(!whole);
}

void ActionBar::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    arrange();
}

bool ActionBar::event(QEvent* event)
{
    const bool handled = QWidget::event(event);
    // A count beside the buttons has become longer, a control has come or gone.
    if (event->type() == QEvent::LayoutRequest)
        arrange();
    return handled;
}

void ActionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

} // namespace runglass
