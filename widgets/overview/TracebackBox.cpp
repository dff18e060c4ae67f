// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/TracebackBox.h"

#include "models/items/VisibleText.h"

#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTextBlock>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kLastLines = 8;
} // namespace

TracebackBox::TracebackBox(QWidget* parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit(this))
    , m_whole(new QPushButton(this))
{
    setObjectName(QStringLiteral("tracebackBox"));
    m_text->setObjectName(QStringLiteral("tracebackText"));
    m_text->setAccessibleName(tr("Traceback"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setTabChangesFocus(true);
    m_text->setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_text->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_whole->setObjectName(QStringLiteral("wholeTracebackButton"));
    connect(m_whole, &QPushButton::clicked, this, [this] { setWhole(!m_isWhole); });
    auto* log = new QPushButton(tr("Show in log"), this);
    log->setObjectName(QStringLiteral("showInLogButton"));
    log->setToolTip(tr("Go to where it was printed"));
    connect(log, &QPushButton::clicked, this, &TracebackBox::logRequested);

    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addWidget(log);
    buttons->addWidget(m_whole);
    buttons->addStretch(1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(6);
    layout->addWidget(m_text);
    layout->addLayout(buttons);
    setWhole(false);
    hide();
}

void TracebackBox::setTraceback(const QString& traceback)
{
    const QString shown = visibleLines(traceback);
    if (shown == m_text->toPlainText())
        return;
    m_text->setPlainText(shown);
    setVisible(!shown.isEmpty());
    setWhole(false);
}

void TracebackBox::setWhole(bool whole)
{
    m_isWhole = whole;
    m_whole->setText(whole ? tr("Show last lines") : tr("Show whole traceback"));
    m_whole->setToolTip(whole ? tr("Show only how the traceback ends") : tr("Show every line that was kept of it"));
    fitHeight();
    QScrollBar* bar = m_text->verticalScrollBar();
    bar->setValue(whole ? bar->minimum() : bar->maximum());
}

void TracebackBox::fitHeight()
{
    // Rows as they are wrapped at this width.
    int rows = 0;
    for (QTextBlock block = m_text->document()->begin(); block.isValid(); block = block.next())
        rows += std::max(1, block.layout()->lineCount());
    m_whole->setVisible(rows > kLastLines);
    const int shown = m_isWhole ? rows : std::min(rows, kLastLines);
    const int margins = 2 * static_cast<int>(m_text->document()->documentMargin()) + 2 * m_text->frameWidth();
    m_text->setFixedHeight(shown * m_text->fontMetrics().lineSpacing() + margins + 2);
}

void TracebackBox::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    fitHeight();
    if (!m_isWhole)
        m_text->verticalScrollBar()->setValue(m_text->verticalScrollBar()->maximum());
}

void TracebackBox::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

} // namespace runglass
