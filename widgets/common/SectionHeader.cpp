// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/SectionHeader.h"

#include "widgets/common/ElidedLabel.h"

#include <QHBoxLayout>

namespace runglass
{

namespace
{
constexpr int kHeight = 32;
} // namespace

SectionHeader::SectionHeader(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(new QLabel(title, this))
    , m_note(new ElidedLabel({}, this))
    , m_layout(new QHBoxLayout(this))
{
    QFont font = m_title->font();
    font.setWeight(QFont::DemiBold);
    m_title->setFont(font);
    m_title->setTextFormat(Qt::PlainText);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_note->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    m_layout->setContentsMargins(12, 2, 8, 2);
    m_layout->setSpacing(8);
    m_layout->addWidget(m_title);
    m_layout->addWidget(m_note, 1);
    setMinimumHeight(std::max(kHeight, fontMetrics().height() + 12));
}

void SectionHeader::setTitle(const QString& title)
{
    m_title->setText(title);
}

void SectionHeader::setNote(const QString& note)
{
    m_note->setText(note);
}

QLabel* SectionHeader::noteLabel() const
{
    return m_note;
}

void SectionHeader::addWidget(QWidget* widget, int stretch)
{
    m_layout->addWidget(widget, stretch);
}

} // namespace runglass
