// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/overview/WarningStrip.h"

#include "models/items/VisibleText.h"
#include "widgets/common/Theme.h"
#include "widgets/overview/TracebackBox.h"

#include <QClipboard>
#include <QGridLayout>
#include <QGuiApplication>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

namespace runglass
{

namespace
{
constexpr qsizetype kMostLines = 5;

QString lineName()
{
    return QStringLiteral("warningLabel");
}
} // namespace

WarningStrip::WarningStrip(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_icon(new QLabel(this))
    , m_lines(new QVBoxLayout)
    , m_traceback(new TracebackBox(this))
{
    setObjectName(QStringLiteral("warningStrip"));
    auto* copy = new QPushButton(tr("Copy details"), this);
    copy->setObjectName(QStringLiteral("copyDetailsButton"));
    copy->setToolTip(tr("Copy all warnings of this run, and its traceback"));
    connect(copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(details()); });
    connect(m_traceback, &TracebackBox::logRequested, this, &WarningStrip::logRequested);
    auto* layout = new QGridLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    m_lines->setSpacing(4);
    layout->setSpacing(8);
    layout->setColumnStretch(1, 1);
    layout->addWidget(m_icon, 0, 0, Qt::AlignVCenter);
    layout->addLayout(m_lines, 0, 1);
    layout->addWidget(copy, 0, 2, Qt::AlignVCenter);
    layout->addWidget(m_traceback, 1, 1, 1, 2);
    connect(&theme, &Theme::changed, this, &WarningStrip::follow);
    follow();
    hide();
}

void WarningStrip::follow()
{
    const QColor text = m_theme.color(Theme::Token::WarnText);
    for (QLabel* line : findChildren<QLabel*>(lineName())) {
        QPalette colours = line->palette();
        colours.setColor(QPalette::WindowText, text);
        line->setPalette(colours);
    }
    m_icon->setPixmap(
        m_theme.icon(QStringLiteral("warning"), Theme::Token::WarnText).pixmap(QSize(16, 16), devicePixelRatioF()));
    update();
}

void WarningStrip::setProblems(const QStringList& problems)
{
    QStringList visible;
    for (const QString& problem : problems)
        visible.append(visibleText(problem));
    if (visible == m_problems)
        return;
    m_problems = visible;
    QStringList shown = m_problems.mid(0, kMostLines);
    if (m_problems.size() > kMostLines)
        shown.append(tr("and %n more", nullptr, static_cast<int>(m_problems.size() - kMostLines)));
    if (shown != m_shown)
        showLines(shown);
    setVisible(!m_problems.isEmpty());
}

void WarningStrip::setTraceback(const QString& traceback)
{
    if (traceback == m_tracebackText)
        return;
    m_tracebackText = traceback;
    m_traceback->setTraceback(traceback);
}

QString WarningStrip::details() const
{
    const QString problems = m_problems.join(u'\n');
    return m_tracebackText.isEmpty() ? problems : QString(problems + u"\n\n" + visibleLines(m_tracebackText));
}

void WarningStrip::showLines(const QStringList& lines)
{
    m_shown = lines;
    while (QLayoutItem* item = m_lines->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    for (const QString& text : lines) {
        auto* line = new QLabel(text, this);
        line->setObjectName(lineName());
        line->setTextFormat(Qt::PlainText);
        line->setWordWrap(true);
        line->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_lines->addWidget(line);
        line->show();
    }
    follow();
}

void WarningStrip::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(m_theme.color(Theme::Token::WarnBg));
    painter.drawRoundedRect(rect(), 4, 4);
}

} // namespace runglass
