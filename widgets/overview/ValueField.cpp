// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/ValueField.h"

#include "widgets/common/Chips.h"
#include "widgets/common/MarkedText.h"
#include "widgets/common/Theme.h"

#include <QFocusEvent>
#include <QPainter>

namespace runglass
{

namespace
{
constexpr int kTextInset = 2; ///< where a line edit without a frame begins its text
} // namespace

ValueField::ValueField(Theme& theme, QWidget* parent)
    : QLineEdit(parent)
    , m_theme(theme)
{
    setReadOnly(true);
    setFrame(false);
    setTextMargins(0, 0, 0, 0);
    QPalette colours = palette();
    colours.setColor(QPalette::Base, Qt::transparent);
    setPalette(colours);
    connect(&theme, &Theme::changed, this, &ValueField::follow);
}

void ValueField::showText(const QString& newText)
{
    if (newText == text())
        return;
    const int start = selectionStart();
    const int length = static_cast<int>(selectedText().size());
    const int cursor = hasFocus() ? cursorPosition() : 0;
    setText(newText);
    if (start >= 0)
        setSelection(start, length);
    else
        setCursorPosition(cursor);
}

void ValueField::follow()
{
    QPalette colours = palette();
    const QColor text = m_theme.color(m_isMissing ? Theme::Token::Muted : Theme::Token::Text);
    colours.setColor(QPalette::Text, m_state ? m_theme.stateColour(*m_state) : text);
    setPalette(colours);
}

void ValueField::setMissing(bool missing)
{
    m_isMissing = missing;
    follow();
}

void ValueField::setState(RunState state)
{
    m_state = state;
    follow();
}

void ValueField::setChips(const QStringList& chips)
{
    m_chips = chips;
    update();
}

void ValueField::setEditing(bool editing)
{
    setReadOnly(!editing);
    setFrame(editing);
    QPalette colours = palette();
    colours.setColor(QPalette::Base, editing ? m_theme.color(Theme::Token::Surface) : QColor(Qt::transparent));
    setPalette(colours);
    if (!editing)
        deselect();
}

void ValueField::paintEvent(QPaintEvent* event)
{
    if (hasFocus() || !isReadOnly()) {
        QLineEdit::paintEvent(event);
        return;
    }
    QPainter painter(this);
    if (!m_chips.isEmpty()) {
        paintChips(painter, rect(), m_chips, font(), m_theme);
        return;
    }
    // A field would cut off what does not fit; with the focus it scrolls.
    const QRect area = contentsRect().adjusted(kTextInset, 0, -kTextInset, 0);
    const bool fits = fontMetrics().horizontalAdvance(text()) <= area.width();
    drawMarkedText(painter, area, fits ? text() : fontMetrics().elidedText(text(), Qt::ElideRight, area.width()),
                   palette().color(QPalette::Text), m_theme.color(Theme::Token::Muted));
}

void ValueField::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        deselect();
}

} // namespace runglass
