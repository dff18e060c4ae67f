// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ActionBar.h"

#include <QHBoxLayout>
#include <QPainter>

namespace runglass
{

namespace
{
constexpr int kHeight = 44;
} // namespace

ActionBar::ActionBar(QWidget* parent)
    : QWidget(parent)
    , m_left(new QHBoxLayout)
    , m_right(new QHBoxLayout)
{
    setObjectName(QStringLiteral("actionBar"));
    setMinimumHeight(std::max(kHeight, fontMetrics().height() + 24));
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 4, 12, 5);
    layout->setSpacing(8);
    for (QHBoxLayout* part : {m_left, m_right})
        part->setSpacing(8);
    layout->addLayout(m_left, 1);
    layout->addLayout(m_right);
    m_left->addStretch(1);
}

void ActionBar::addLeft(QWidget* widget, int stretch)
{
    m_left->insertWidget(m_left->count() - 1, widget, stretch);
}

void ActionBar::addRight(QWidget* widget, int stretch)
{
    m_right->addWidget(widget, stretch);
}

void ActionBar::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

} // namespace runglass
