// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartPanel.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/PlainToolTip.h"
#include "widgets/workspace/ChartLegend.h"
#include "widgets/workspace/charts/ChartView.h"

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

constexpr int kHeadHeight = 28, kInset = 10, kRadius = 4;

} // namespace

ChartPanel::ChartPanel(MetricPanel panel, Theme& theme, std::shared_ptr<ChartModel> model, QWidget* parent)
    : QWidget(parent)
    , m_panel(std::move(panel))
    , m_theme(theme)
    , m_model(std::move(model))
    , m_title(new ElidedLabel(m_panel.title, this))
    , m_subtitle(new QLabel(this))
    , m_menuButton(new QToolButton(this))
    , m_legend(new ChartLegend(theme, this))
    , m_view(new ChartView(m_panel.key, theme, this))
{
    setObjectName(QStringLiteral("chartPanel"));
    QFont semibold = font();
    semibold.setWeight(QFont::DemiBold);
    m_title->setFont(semibold);
    m_title->setElideMode(Qt::ElideMiddle);
    if (m_panel.title != m_panel.key)
        m_title->setToolTip(plainToolTip(m_panel.key));
    m_subtitle->setTextFormat(Qt::PlainText);
    m_subtitle->setForegroundRole(QPalette::PlaceholderText);
    //: Name of a panel's "…" button; %1 is the metric.
    m_menuButton->setText(tr("Menu of %1").arg(m_panel.key));
    m_menuButton->setObjectName(QStringLiteral("panelMenu"));
    m_menuButton->setToolTip(tr("Panel menu"));
    m_menuButton->setIcon(theme.icon(QStringLiteral("more")));
    m_menuButton->setToolButtonStyle(Qt::ToolButtonIconOnly);
    m_menuButton->setAutoRaise(true);
    m_menuButton->setFixedSize(24, 24);
    m_menuButton->setFocusPolicy(Qt::StrongFocus);

    auto* head = new QHBoxLayout;
    head->setContentsMargins(kInset, 2, 4, 0);
    head->setSpacing(8);
    head->addWidget(m_title, 0);
    head->addWidget(m_subtitle, 0);
    head->addStretch(1);
    head->addWidget(m_menuButton);
    auto* legend = new QHBoxLayout;
    legend->setContentsMargins(kInset, 0, kInset, 0);
    legend->addWidget(m_legend);
    auto* layout = new QVBoxLayout(this);
    // As wide as the focus ring, which is painted under the children.
    layout->setContentsMargins(2, 2, 2, 2);
    layout->setSpacing(2);
    layout->addLayout(head);
    layout->addLayout(legend);
    layout->addWidget(m_view, 1);

    connect(m_menuButton, &QToolButton::clicked, this,
            [this] { emit menuRequested(m_menuButton->mapToGlobal(QPoint(0, m_menuButton->height()))); });
    connect(m_view, &ChartView::menuRequested, this, &ChartPanel::menuRequested);
    connect(m_model.get(), &ChartModel::changed, this, &ChartPanel::showModel);
    for (QWidget* stop : tabStops())
        stop->installEventFilter(this);
    showModel();
}

QList<QWidget*> ChartPanel::tabStops() const
{
    return {m_view, m_menuButton};
}

QString ChartPanel::subtitle() const
{
    if (m_model->runs().leftOut > 0) {
        //: Beside a panel's title, when there are too many runs to draw.
        return tr("first %1 of %2 runs")
            .arg(m_model->runs().runs.size())
            .arg(m_model->runs().runs.size() + m_model->runs().leftOut);
    }
    return m_model->isLoggedOnce() ? tr("logged once") : QString();
}

void ChartPanel::showModel()
{
    m_subtitle->setText(subtitle());
    m_subtitle->setVisible(!m_subtitle->text().isEmpty());
    m_legend->setLines(m_model->lines());
    QString word;
    if (!m_model->error().isEmpty())
        word = m_model->error();
    else if (m_model->isLoading())
        word = tr("Reading…");
    else
        word = tr("The shown runs did not log this.");
    m_view->setLines(m_model->lines(), word);
}

bool ChartPanel::hasFocusInside() const
{
    return m_view->hasFocus() || m_menuButton->hasFocus();
}

void ChartPanel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const bool focus = hasFocusInside();
    const double width = focus ? 2 : 1;
    painter.setPen(QPen(m_theme.color(focus ? Theme::Token::Focus : Theme::Token::Border), width));
    painter.setBrush(m_theme.color(Theme::Token::Surface));
    painter.drawRoundedRect(QRectF(rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2), kRadius, kRadius);
}

void ChartPanel::mousePressEvent(QMouseEvent* event)
{
    if (event->button() == Qt::LeftButton && event->position().y() < kHeadHeight) {
        m_held = event->position().toPoint();
        m_view->setFocus(Qt::MouseFocusReason);
    } else {
        QWidget::mousePressEvent(event);
    }
}

void ChartPanel::mouseMoveEvent(QMouseEvent* event)
{
    if (!m_held)
        return;
    const int distance = (event->position().toPoint() - *m_held).manhattanLength();
    m_dragging = m_dragging || distance >= QApplication::startDragDistance();
    if (m_dragging)
        emit dragged(event->globalPosition().toPoint());
}

void ChartPanel::mouseReleaseEvent(QMouseEvent* event)
{
    const bool dragging = std::exchange(m_dragging, false);
    m_held.reset();
    if (dragging)
        emit dropped(event->globalPosition().toPoint());
}

void ChartPanel::keyPressEvent(QKeyEvent* event)
{
    if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Left)
        emit moveRequested(-1);
    else if (event->modifiers() == Qt::AltModifier && event->key() == Qt::Key_Right)
        emit moveRequested(1);
    else
        QWidget::keyPressEvent(event);
}

bool ChartPanel::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::FocusIn)
        emit activated();
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut)
        update();
    if (event->type() == QEvent::ShortcutOverride) {
        // Alt with an arrow moves the panel here, whatever it means to the window.
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->modifiers() == Qt::AltModifier && (key->key() == Qt::Key_Left || key->key() == Qt::Key_Right))
            event->accept();
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace runglass
