// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/StateBadge.h"

#include "models/items/Format.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/common/Theme.h"

#include <QHBoxLayout>
#include <QLabel>

namespace runglass
{

StateBadge::StateBadge(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_word(new QLabel(this))
{
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_icon);
    layout->addWidget(m_word);
    layout->addStretch();
    m_word->setTextFormat(Qt::PlainText);
    connect(&theme, &Theme::changed, this, &StateBadge::refresh);
    refresh();
}

void StateBadge::setState(RunState state, const QString& reason)
{
    m_state = state;
    setToolTip(plainToolTip(reason));
    refresh();
}

void StateBadge::refresh()
{
    m_icon->setPixmap(m_theme.stateIcon(m_state).pixmap(QSize(16, 16), devicePixelRatioF()));
    m_word->setText(format::state(m_state));
    setAccessibleName(m_word->text());
    QPalette coloured = m_word->palette();
    coloured.setColor(QPalette::WindowText, m_theme.stateColour(m_state));
    m_word->setPalette(coloured);
}

} // namespace runglass
