// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/window/GoToField.h"

#include "widgets/common/Theme.h"

#include <QAction>
#include <QStyleOptionButton>
#include <QStylePainter>

namespace runglass
{

namespace
{
constexpr int kWidth = 320;
constexpr int kNarrowest = 120;
constexpr int kPadding = 10;
constexpr int kIcon = 16;
} // namespace

GoToField::GoToField(Theme& theme, QAction* action, QWidget* parent)
    : QPushButton(parent)
    , m_theme(theme)
    , m_keys(action->shortcut().toString(QKeySequence::NativeText))
{
    setObjectName(QStringLiteral("goToField"));
    setText(QString(action->text()).remove(QLatin1Char('&')).remove(QChar(0x2026)));
    setToolTip(action->toolTip());
    setAutoDefault(false);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    connect(this, &QPushButton::clicked, action, &QAction::trigger);
    connect(action, &QAction::changed, this, [this, action] { setEnabled(action->isEnabled()); });
    setEnabled(action->isEnabled());
}

QSize GoToField::sizeHint() const
{
    return {kWidth, QPushButton::sizeHint().height()};
}

QSize GoToField::minimumSizeHint() const
{
    return {kNarrowest, QPushButton::sizeHint().height()};
}

void GoToField::paintEvent(QPaintEvent*)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    option.features.setFlag(QStyleOptionButton::DefaultButton, false);
    painter.drawControl(QStyle::CE_PushButtonBevel, option);
    const QRect area = rect().adjusted(kPadding, 0, -kPadding, 0);
    const QRect icon(area.x(), area.center().y() - kIcon / 2 + 1, kIcon, kIcon);
    m_theme.icon(QStringLiteral("search"), Theme::Token::Muted)
        .paint(&painter, icon, Qt::AlignCenter, isEnabled() ? QIcon::Normal : QIcon::Disabled);
    painter.setPen(palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::PlaceholderText));
    const int keys = fontMetrics().horizontalAdvance(m_keys);
    const int flags = Qt::AlignVCenter | Qt::TextSingleLine;
    QRect words = area.adjusted(kIcon + 8, 0, 0, 0);
    const bool hasRoom = words.width() > keys + 100;
    if (hasRoom) {
        painter.drawText(words, flags | Qt::AlignRight, m_keys);
        words.setRight(words.right() - keys - 8);
    }
    painter.drawText(words, flags | Qt::AlignLeft, fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
}

} // namespace runglass
