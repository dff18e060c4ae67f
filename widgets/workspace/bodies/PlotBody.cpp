// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/PlotBody.h"

#include "models/session/WhenAnswered.h"
#include "widgets/workspace/bodies/PlotExport.h"
#include "widgets/workspace/bodies/PlotOverlay.h"
#include "widgets/workspace/bodies/PlotTooltip.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QResizeEvent>
#include <QScrollBar>
#include <QtConcurrent>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 10;
constexpr float kVeil = 0.65F;

} // namespace

PlotBody::PlotBody(PanelScope& scope, QWidget* parent)
    : PanelBody(scope, parent)
    , m_canvas(new PlotCanvas(this))
    , m_overlay(new PlotOverlay(*this))
    , m_scroll(new QScrollBar(Qt::Vertical, this))
    , m_head(new QHBoxLayout)
{
    setObjectName(QStringLiteral("plot"));
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setMinimumSize(120, 80);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->hide();
    m_head->setContentsMargins(kInset, 0, kInset, 0);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addLayout(m_head);
    layout->addStretch(1);
    connect(m_scroll, &QScrollBar::valueChanged, this, &PlotBody::redraw);
    // Queued: the place of the plot changes while the canvas draws.
    connect(m_canvas, &PlotCanvas::plotRectChanged, m_overlay, qOverload<>(&QWidget::update), Qt::QueuedConnection);
    connect(&scope.theme(), &Theme::changed, this, &PlotBody::applyColours);
    m_made.word = tr("Reading…");
    m_canvas->setMarks([this](QPainter& painter) {
        if (m_made.drawing)
            m_made.drawing->paint(painter, {QRectF(m_canvas->plotRect()), map().x, map().y, font()},
                                  PlotStyle::of(this->scope().theme()));
    });
    applyColours();
}

PlotBody::~PlotBody()
{
    delete m_tooltip;
}

void PlotBody::make(Maker maker)
{
    const unsigned generation = ++m_generation;
    m_isWorking = true;
    whenAnswered(this, QtConcurrent::run(std::move(maker)), [this, generation](const Made& made) {
        if (generation == m_generation)
            showMade(made);
    });
}

void PlotBody::showMade(Made made)
{
    ++m_generation;
    m_isWorking = false;
    // The mark stays on the run that it was on.
    const std::optional<RunRef> on = m_mark && m_made.drawing ? m_made.drawing->runOf(*m_mark) : std::nullopt;
    m_made = std::move(made);
    m_mark.reset();
    if (m_made.drawing && on)
        m_mark = m_made.drawing->markOf(*on);
    if (!m_mark && m_tooltip)
        m_tooltip->hide();
    layOut();
    nameParts();
    emit changed();
}

PlotBody::Made PlotBody::madeOf(std::shared_ptr<const PlotDrawing> drawing, const QString& word,
                                const QStringList& notes)
{
    if (drawing->marks() == 0)
        return {nullptr, word, {}};
    return {std::move(drawing), {}, notes.join(QStringLiteral(" · "))};
}

void PlotBody::onContentChanged()
{
    // What the axes count may be something else now.
    m_zoom = {};
    nameParts();
}

void PlotBody::nameParts()
{
    setAccessibleName(nameOf(title()));
    setAccessibleDescription(m_made.drawing ? m_made.drawing->description() : m_made.word);
}

void PlotBody::setEmphasis(const ChartEmphasis& emphasis)
{
    if (emphasis == m_emphasis)
        return;
    m_emphasis = emphasis;
    updateOver();
}

void PlotBody::updateOver()
{
    m_overlay->update();
}

std::optional<BodyTable> PlotBody::table() const
{
    return m_made.drawing ? std::optional(m_made.drawing->table()) : std::nullopt;
}

std::shared_ptr<const ExportSource> PlotBody::shot() const
{
    if (!m_made.drawing)
        return nullptr;
    return std::make_shared<const PlotExport>(m_made.drawing, title(), m_made.subtitle, m_scroll->value(), zoomState());
}

void PlotBody::applyColours()
{
    const Theme& theme = scope().theme();
    m_canvas->setColours({theme.color(Theme::Token::Surface), theme.color(Theme::Token::Grid),
                          theme.color(Theme::Token::Control), theme.color(Theme::Token::Muted)});
    redraw();
}

/// Below the controls and the legend.
QRect PlotBody::room() const
{
    int top = m_head->isEmpty() ? 0 : m_head->sizeHint().height() + 2;
    if (m_made.drawing && !m_made.drawing->legend().isEmpty())
        top += PlotLegend::height(font());
    const int bar = m_scroll->isVisibleTo(this) ? m_scroll->sizeHint().width() : 0;
    return QRect(0, top, std::max(1, width() - bar), std::max(1, height() - top));
}

void PlotBody::layOut()
{
    const std::size_t rows = m_made.drawing ? m_made.drawing->rows() : 0;
    const std::size_t fit = m_made.drawing ? m_made.drawing->rowsIn(room().size()) : 0;
    m_scroll->setVisible(rows > fit);
    m_scroll->setRange(0, static_cast<int>(rows > fit ? rows - fit : 0));
    m_scroll->setPageStep(static_cast<int>(fit));
    const QRect place = room();
    m_canvas->setGeometry(place);
    m_overlay->setGeometry(rect());
    m_scroll->setGeometry(place.right() + 1, place.top(), width() - place.right() - 1, place.height());
    m_overlay->raise();
    m_scroll->raise();
    redraw();
}

void PlotBody::redraw()
{
    const std::optional<PlotAxes> its = axes();
    m_canvas->setVisible(its.has_value());
    if (its) {
        m_canvas->setAxes(*its);
        m_canvas->redraw();
    }
    update();
    updateOver();
}

std::optional<PlotAxes> PlotBody::axes() const
{
    std::optional<PlotAxes> its =
        m_made.drawing ? m_made.drawing->axes(m_canvas->size(), m_scroll->value()) : std::nullopt;
    return its && m_made.drawing->zooms() ? zoomedAxes(std::move(*its), zoomState()) : its;
}

PlotMap PlotBody::map() const
{
    PlotMap map{QRectF(room()).adjusted(kInset, 0, -kInset, 0), {0, 1}, {0, 1}, font()};
    if (const std::optional<PlotAxes> its = axes()) {
        map.rect = QRectF(m_canvas->plotRect().translated(m_canvas->pos()));
        map.x = its->x;
        map.y = its->y;
    }
    return map;
}

void PlotBody::resizeEvent(QResizeEvent* event)
{
    PanelBody::resizeEvent(event);
    layOut();
}

void PlotBody::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const Theme& theme = scope().theme();
    if (!m_made.drawing) {
        painter.setPen(theme.color(Theme::Token::Muted));
        painter.drawText(room().adjusted(2 * kInset, 0, -2 * kInset, 0), Qt::AlignCenter | Qt::TextWordWrap,
                         m_made.word);
        return;
    }
    const PlotStyle style = PlotStyle::of(theme);
    const PlotLegend legend = m_made.drawing->legend();
    if (!legend.isEmpty()) {
        const int height = PlotLegend::height(font());
        legend.paint(painter, QRect(kInset, room().top() - height, width() - 2 * kInset, height), font(), style);
    }
    if (m_canvas->isHidden())
        m_made.drawing->paint(painter, map(), style);
}

/// With what it will do, where it does not zoom.
void PlotBody::paintPulled(QPainter& painter) const
{
    constexpr int kLabelInset = 5;
    const Theme& theme = scope().theme();
    const QString text = pulledText();
    QColor fill = theme.color(Theme::Token::Accent);
    painter.setPen(QPen(fill, 1, text.isEmpty() ? Qt::SolidLine : Qt::DashLine));
    fill.setAlphaF(0.12F);
    painter.setBrush(fill);
    painter.drawRect(QRectF(m_pulled).adjusted(0.5, 0.5, -0.5, -0.5));
    if (text.isEmpty())
        return;
    QRect label = fontMetrics().boundingRect(text).adjusted(-kLabelInset, -2, kLabelInset, 2);
    label.moveTopLeft(m_pulled.topLeft() + QPoint(4, 4));
    label.moveRight(std::min(label.right(), width()));
    painter.fillRect(label, theme.color(Theme::Token::Raised));
    painter.setPen(theme.color(Theme::Token::Text));
    painter.drawText(label, Qt::AlignCenter, text);
}

/// A veil makes faint what does not stand out.
void PlotBody::paintOverlay(QPainter& painter) const
{
    const PlotStyle style = PlotStyle::of(scope().theme());
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_made.drawing) {
        std::optional<std::size_t> out = m_mark;
        if (!out && m_emphasis.hovered)
            out = m_made.drawing->markOf(*m_emphasis.hovered);
        const PlotMap where = map();
        const std::optional<RunRef> run = out ? m_made.drawing->runOf(*out) : std::nullopt;
        // Where every mark is of the same run none of them stands out for it.
        if (run && m_made.drawing->markOf(*run)) {
            QColor veil = style.token(Theme::Token::Surface);
            veil.setAlphaF(kVeil);
            painter.fillRect(where.rect, veil);
        }
        const std::optional<std::size_t> baseline =
            m_emphasis.baseline ? m_made.drawing->markOf(*m_emphasis.baseline) : std::nullopt;
        if (baseline && baseline != out)
            m_made.drawing->paintMark(painter, *baseline, where, style);
        if (out && *out < m_made.drawing->marks())
            m_made.drawing->paintMark(painter, *out, where, style);
    }
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_pulled.isValid() && m_made.drawing)
        paintPulled(painter);
    paintOver(painter);
}

} // namespace runglass
