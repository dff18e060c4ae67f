// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/GroupByButton.h"

#include "widgets/common/Chips.h"
#include "widgets/common/Theme.h"

#include <QAction>
#include <QPainter>
#include <QStyleOptionButton>
#include <QStylePainter>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kMostRoom = 200;
constexpr int kPadding = 6;
} // namespace

GroupByButton::GroupByButton(Theme& theme, QAction* action, QWidget* parent)
    : ActionButton(action, parent)
    , m_theme(theme)
{
    setIcon(action->icon());
}

void GroupByButton::setColumns(const QStringList& names)
{
    if (names == m_columns)
        return;
    m_columns = names;
    setAccessibleDescription(names.join(QStringLiteral(", ")));
    updateGeometry();
    update();
}

int GroupByButton::chipsRoom() const
{
    return m_columns.isEmpty() ? 0 : std::min(chipsWidth(m_columns, font()), kMostRoom) + kPadding;
}

QSize GroupByButton::sizeHint() const
{
    return ActionButton::sizeHint() + QSize(chipsRoom(), 0);
}

void GroupByButton::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    QStyleOptionButton words = option;
    words.rect = style()->subElementRect(QStyle::SE_PushButtonContents, &option, this);
    words.rect.setRight(words.rect.right() - chipsRoom());
    painter.drawControl(QStyle::CE_PushButtonLabel, words);
    if (!m_columns.isEmpty())
        paintChips(painter, QRect(words.rect.right() + 1, 0, chipsRoom(), height()), m_columns, font(), m_theme);
    if (option.state.testFlag(QStyle::State_HasFocus)) {
        QStyleOptionFocusRect focus;
        focus.initFrom(this);
        focus.rect = style()->subElementRect(QStyle::SE_PushButtonFocusRect, &option, this);
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, focus);
    }
}

} // namespace runglass
