// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/SearchField.h"

#include "widgets/common/Theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

namespace runglass
{

namespace
{
constexpr int kIconSide = 16;
constexpr int kInset = 8;
constexpr int kGap = 10; ///< the text begins a little before it
} // namespace

SearchField::SearchField(Theme& theme, const QString& name, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setPlaceholderText(name);
    setAccessibleName(name);
    setToolTip(name);
    setClearButtonEnabled(true);
    // Painted: an action would be a button of its own, that does nothing, for whoever walks by key or by ear.
    setTextMargins(kIconSide + kGap, 0, 0, 0);
}

void SearchField::paintEvent(QPaintEvent* event)
{
    QLineEdit::paintEvent(event);
    QPainter painter(this);
    const QRect place(kInset, (height() - kIconSide) / 2, kIconSide, kIconSide);
    m_theme.icon(QStringLiteral("search"), Theme::Token::Muted)
        .paint(&painter, QStyle::visualRect(layoutDirection(), rect(), place), Qt::AlignCenter,
               isEnabled() ? QIcon::Normal : QIcon::Disabled);
}

void SearchField::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty()) {
        clear();
        event->accept();
        return;
    }
    QLineEdit::keyPressEvent(event);
}

} // namespace runglass
