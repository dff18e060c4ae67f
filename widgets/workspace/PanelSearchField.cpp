// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelSearchField.h"

#include "models/items/FilterText.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/common/Theme.h"

#include <QPainter>
#include <QStyle>
#include <QToolButton>

namespace runglass
{

namespace
{
constexpr int kButton = 22;
constexpr int kClearButton = 26; ///< the room that Qt's button to empty the field takes
} // namespace

PanelSearchField::PanelSearchField(Theme& theme, QWidget* parent)
    : SearchField(theme, tr("Search panels"), parent)
    , m_theme(theme)
    , m_pattern(new QToolButton(this))
{
    setObjectName(QStringLiteral("searchPanels"));
    m_pattern->setObjectName(QStringLiteral("searchPanelsPattern"));
    m_pattern->setText(QStringLiteral(".*"));
    m_pattern->setAccessibleName(tr("Regular expression for panels"));
    m_pattern->setToolTip(tr("Regular expression"));
    m_pattern->setCheckable(true);
    m_pattern->setAutoRaise(true);
    m_pattern->setCursor(Qt::ArrowCursor);
    m_pattern->setFocusPolicy(Qt::TabFocus);
    m_pattern->setFixedSize(kButton, kButton);
    QMargins margins = textMargins();
    margins.setRight(kButton + 2);
    setTextMargins(margins);
    setProblem({});
    connect(this, &QLineEdit::textChanged, this, &PanelSearchField::searchChanged);
    connect(m_pattern, &QToolButton::toggled, this, &PanelSearchField::searchChanged);
}

bool PanelSearchField::isPattern() const
{
    return m_pattern->isChecked();
}

void PanelSearchField::setProblem(const QString& problem)
{
    m_wrong = !problem.isEmpty();
    const QString tip =
        m_wrong ? tr("No regular expression: %1. All panels are shown.").arg(patternProblemText(problem.toStdString()))
                : tr("Part of a metric's name");
    setToolTip(plainToolTip(tip));
    setAccessibleDescription(tip);
    update();
}

void PanelSearchField::paintEvent(QPaintEvent* event)
{
    SearchField::paintEvent(event);
    if (!m_wrong)
        return;
    QPainter painter(this);
    painter.setPen(QPen(m_theme.color(Theme::Token::Worse), 2));
    painter.drawLine(rect().left() + 4, rect().bottom() - 1, rect().right() - 4, rect().bottom() - 1);
}

void PanelSearchField::resizeEvent(QResizeEvent* event)
{
    SearchField::resizeEvent(event);
    const QRect place(width() - kClearButton - kButton, (height() - kButton) / 2, kButton, kButton);
    m_pattern->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
}

} // namespace runglass
