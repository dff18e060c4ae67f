// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelFrame.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/PlainToolTip.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMouseEvent>
#include <QPainter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kHeadHeight = 28, kInset = 10, kRadius = 4, kCorner = 14, kButton = 24, kGap = 8;

struct Tool {
    PanelTool tool;
    const char* icon;
    const char* text; ///< of PanelFrame
    const char* tip;
};

constexpr Tool kTools[] = {
    {PanelTool::ZoomIn, "search", QT_TRANSLATE_NOOP("runglass::PanelFrame", "Zoom in"),
     QT_TRANSLATE_NOOP("runglass::PanelFrame", "Fewer steps (Ctrl and wheel, or + in the chart)")},
    {PanelTool::ResetZoom, "refresh", QT_TRANSLATE_NOOP("runglass::PanelFrame", "Reset zoom"),
     QT_TRANSLATE_NOOP("runglass::PanelFrame", "Show everything (double-click, or 0 in the chart)")},
    {PanelTool::Export, "download", QT_TRANSLATE_NOOP("runglass::PanelFrame", "Export…"),
     QT_TRANSLATE_NOOP("runglass::PanelFrame", "As a picture or as data")},
    {PanelTool::ShowData, "table", QT_TRANSLATE_NOOP("runglass::PanelFrame", "Show data"),
     QT_TRANSLATE_NOOP("runglass::PanelFrame", "What the panel shows as a table")},
    {PanelTool::Settings, "settings", QT_TRANSLATE_NOOP("runglass::PanelFrame", "Settings…"),
     QT_TRANSLATE_NOOP("runglass::PanelFrame", "What the panel shows, and how")},
    {PanelTool::FullScreen, "expand", QT_TRANSLATE_NOOP("runglass::PanelFrame", "Full screen"),
     QT_TRANSLATE_NOOP("runglass::PanelFrame", "The panel alone (F in the chart)")},
};

QToolButton* makeButton(QWidget* parent, const QIcon& icon, const QString& tip)
{
    auto* button = new QToolButton(parent);
    button->setIcon(icon);
    button->setToolTip(tip);
    button->setToolButtonStyle(Qt::ToolButtonIconOnly);
    button->setAutoRaise(true);
    button->setFixedSize(kButton, kButton);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

} // namespace

PanelFrame::PanelFrame(MetricPanel panel, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_panel(std::move(panel))
    , m_theme(theme)
    , m_title(new ElidedLabel(m_panel.title, this))
    , m_subtitle(new QLabel(this))
    , m_menuButton(makeButton(this, theme.icon(QStringLiteral("more")), tr("Panel menu")))
{
    setObjectName(QStringLiteral("chartPanel"));
    setMouseTracking(true);
    QFont semibold = font();
    semibold.setWeight(QFont::DemiBold);
    m_title->setFont(semibold);
    m_title->setElideMode(Qt::ElideMiddle);
    m_subtitle->setTextFormat(Qt::PlainText);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    m_menuButton->setObjectName(QStringLiteral("panelMenu"));
    connect(m_menuButton, &QToolButton::clicked, this,
            [this] { emit menuRequested(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
    connect(this, &PanelFrame::runHovered, this, [this](const std::optional<RunRef>& run) { m_pointed = run; });
    layOut();
}

void PanelFrame::layOut()
{
    auto* head = new QHBoxLayout;
    head->setContentsMargins(kInset, 2, 4, 0);
    head->setSpacing(kGap);
    head->addWidget(m_title, 0);
    head->addWidget(m_subtitle, 0);
    head->addStretch(1);
    addTools(head);
    auto* layout = new QVBoxLayout(this);
    // As wide as the focus ring, which is painted under the children.
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    layout->addLayout(head);
}

QBoxLayout& PanelFrame::room()
{
    return *static_cast<QBoxLayout*>(layout());
}

void PanelFrame::watchStops()
{
    for (QWidget* stop : tabStops())
        stop->installEventFilter(this);
}

void PanelFrame::finish()
{
    watchStops();
    showHead();
}

void PanelFrame::showHead()
{
    m_subtitle->setText(subtitle());
    nameButtons();
    showTools();
}

void PanelFrame::addTools(QHBoxLayout* head)
{
    auto* tools = new QHBoxLayout;
    tools->setContentsMargins(0, 0, 0, 0);
    tools->setSpacing(2);
    for (const Tool& tool : kTools) {
        QToolButton* button =
            makeButton(this, m_theme.icon(QString::fromLatin1(tool.icon)), plainToolTip(tr(tool.tip)));
        button->setObjectName(QStringLiteral("panelTool"));
        connect(button, &QToolButton::clicked, this, [this, which = tool.tool] { emit toolRequested(which); });
        tools->addWidget(button);
        m_tools.append(button);
    }
    tools->addWidget(m_menuButton);
    head->addLayout(tools);
}

void PanelFrame::setPanel(const MetricPanel& panel)
{
    m_panel = panel;
    m_title->setText(m_panel.title);
    nameButtons();
}

void PanelFrame::nameButtons()
{
    QStringList tip;
    if (m_panel.title != m_panel.key)
        tip += m_panel.key;
    if (!m_subtitle->text().isEmpty())
        tip += m_subtitle->text();
    m_title->setToolTip(tip.isEmpty() ? QString() : plainToolTip(tip.join(u'\n')));
    //: Name of a panel's "…" button; %1 is the metric.
    m_menuButton->setText(tr("Menu of %1").arg(m_panel.key));
    for (qsizetype i = 0; i < m_tools.size(); ++i) {
        //: Name of a panel's button; %1 is what it does, %2 the metric.
        m_tools[i]->setText(tr("%1: %2").arg(tr(kTools[i].text), m_panel.key));
    }
}

QList<QWidget*> PanelFrame::tabStops() const
{
    QList<QWidget*> stops = contentStops();
    for (qsizetype i = 0; i < m_tools.size(); ++i) {
        if (has(kTools[i].tool))
            stops.append(m_tools[i]);
    }
    stops.append(m_menuButton);
    return stops;
}

bool PanelFrame::hasFocusInside() const
{
    const QWidget* focus = window()->focusWidget();
    return focus && isAncestorOf(focus) && focus->hasFocus();
}

/// The buttons are there while somebody is at the panel; the menu has all of them.
void PanelFrame::showTools()
{
    const bool shown = underMouse() || hasFocusInside();
    int buttons = 1;
    for (qsizetype i = 0; i < m_tools.size(); ++i) {
        const bool isThere = shown && has(kTools[i].tool);
        m_tools[i]->setVisible(isThere);
        buttons += isThere;
    }
    // What it says of itself gives way to its name.
    const int room = width() - kInset - 2 * kGap - buttons * (kButton + 2) - kInset;
    const int wanted = m_title->fontMetrics().horizontalAdvance(m_panel.title) +
                       m_subtitle->fontMetrics().horizontalAdvance(m_subtitle->text());
    m_subtitle->setVisible(!m_subtitle->text().isEmpty() && wanted <= room);
}

void PanelFrame::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    showTools();
}

bool PanelFrame::event(QEvent* event)
{
    const bool done = QWidget::event(event);
    if (event->type() == QEvent::Enter || event->type() == QEvent::Leave)
        showTools();
    return done;
}

void PanelFrame::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = hasFocusInside();
    const double width = focus ? 2 : 1;
    painter.setPen(QPen(m_theme.color(focus ? Theme::Token::Focus : Theme::Token::Border), width));
    painter.setBrush(m_theme.color(Theme::Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), kRadius, kRadius);
}

bool PanelFrame::isOnCorner(const QPoint& place) const
{
    return place.x() >= width() - kCorner && place.y() >= height() - kCorner;
}

void PanelFrame::mousePressEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (event->button() == Qt::LeftButton && (place.y() < kHeadHeight || isOnCorner(place))) {
        m_held = place;
        m_resizing = isOnCorner(place);
        entry()->setFocus(Qt::MouseFocusReason);
    } else {
        QWidget::mousePressEvent(event);
    }
}

void PanelFrame::mouseMoveEvent(QMouseEvent* event)
{
    const QPoint place = event->position().toPoint();
    if (!m_held) {
        setCursor(isOnCorner(place) ? Qt::SizeFDiagCursor : Qt::ArrowCursor);
        return;
    }
    m_dragging = m_dragging || (place - *m_held).manhattanLength() >= QApplication::startDragDistance();
    if (m_dragging && m_resizing)
        emit resizeRequested(QSize(place.x(), place.y()), false);
    else if (m_dragging)
        emit dragged(event->globalPosition().toPoint());
}

void PanelFrame::mouseReleaseEvent(QMouseEvent* event)
{
    const bool dragging = std::exchange(m_dragging, false);
    const bool resizing = std::exchange(m_resizing, false);
    m_held.reset();
    if (dragging && resizing)
        emit resizeRequested(QSize(event->position().toPoint().x(), event->position().toPoint().y()), true);
    else if (dragging)
        emit dropped(event->globalPosition().toPoint());
}

void PanelFrame::keyPressEvent(QKeyEvent* event)
{
    const bool grows = (event->modifiers() & ~Qt::KeypadModifier) == (Qt::AltModifier | Qt::ShiftModifier);
    const bool moves = (event->modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    const int key = event->key();
    if (moves && (key == Qt::Key_Left || key == Qt::Key_Right))
        emit moveRequested(key == Qt::Key_Left ? -1 : 1);
    else if (grows && (key == Qt::Key_Left || key == Qt::Key_Right))
        emit growRequested(key == Qt::Key_Left ? -1 : 1, 0);
    else if (grows && (key == Qt::Key_Up || key == Qt::Key_Down))
        emit growRequested(0, key == Qt::Key_Up ? -1 : 1);
    else if (event->modifiers() == Qt::NoModifier && key == Qt::Key_F)
        emit toolRequested(PanelTool::FullScreen);
    else
        QWidget::keyPressEvent(event);
}

bool PanelFrame::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        emit activated();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        showTools();
        update();
    }
    if (event->type() == QEvent::ShortcutOverride) {
        // Alt with an arrow moves the panel here, whatever it means to the window.
        const auto* key = static_cast<QKeyEvent*>(event);
        const bool isArrow = key->key() == Qt::Key_Left || key->key() == Qt::Key_Right || key->key() == Qt::Key_Up ||
                             key->key() == Qt::Key_Down;
        const Qt::KeyboardModifiers held = key->modifiers() & ~Qt::KeypadModifier;
        if (isArrow && (held == Qt::AltModifier || held == (Qt::AltModifier | Qt::ShiftModifier)))
            event->accept();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace runglass
