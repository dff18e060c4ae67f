// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/NoteStrip.h"

#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>

namespace runglass
{

NoteStrip::NoteStrip(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_layout(new QHBoxLayout(this))
{
    m_layout->setContentsMargins(12, 8, 12, 8);
    m_layout->setSpacing(8);
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_layout->addWidget(m_icon, 0, Qt::AlignTop);
    m_layout->addWidget(m_text, 1);
    connect(&theme, &Theme::changed, this, &NoteStrip::follow);
    follow();
    hide();
}

void NoteStrip::setText(const QString& text)
{
    m_text->setText(text);
    setVisible(!text.isEmpty());
}

QString NoteStrip::text() const
{
    return m_text->text();
}

void NoteStrip::addWidget(QWidget* widget)
{
    m_layout->addWidget(widget, 0, Qt::AlignVCenter);
    m_layout->setAlignment(m_icon, Qt::AlignVCenter);
}

void NoteStrip::follow()
{
    QPalette colours = m_text->palette();
    colours.setColor(QPalette::WindowText, m_theme.color(Theme::Token::WarnText));
    m_text->setPalette(colours);
    m_icon->setPixmap(
        m_theme.icon(QStringLiteral("warning"), Theme::Token::WarnText).pixmap(QSize(16, 16), devicePixelRatioF()));
    update();
}

void NoteStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Token::WarnBg));
    painter.drawRoundedRect(rect(), 4, 4);
}

} // namespace runglass
