// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/PanelStage.h"

#include "widgets/common/ActionButton.h"

#include <QAction>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kInset = 12;

QAction* makeAction(QWidget* parent, const QString& text, const QString& tip, const QIcon& icon)
{
    auto* action = new QAction(icon, text, parent);
    action->setToolTip(tip);
    return action;
}

} // namespace

PanelStage::PanelStage(Theme& theme, PanelBoard& board, QWidget* parent)
    : QWidget(parent)
    , m_board(board)
    , m_where(new QLabel(this))
    , m_back(makeAction(this, tr("Previous panel"), tr("The panel before this one in its section (Page Up)"),
                        theme.icon(QStringLiteral("chevron-left"))))
    , m_ahead(makeAction(this, tr("Next panel"), tr("The panel after this one in its section (Page Down)"),
                         theme.icon(QStringLiteral("chevron-right"))))
    , m_close(makeAction(this, tr("Leave full screen"), tr("Back to all panels (Esc)"),
                         theme.icon(QStringLiteral("close"))))
    , m_room(new QVBoxLayout)
{
    setObjectName(QStringLiteral("panelStage"));
    m_where->setTextFormat(Qt::PlainText);
    m_where->setForegroundRole(QPalette::PlaceholderText);
    auto* bar = new QHBoxLayout;
    bar->setSpacing(8);
    bar->addWidget(new ActionButton(m_back, this));
    bar->addWidget(new ActionButton(m_ahead, this));
    bar->addWidget(m_where);
    bar->addStretch(1);
    bar->addWidget(new ActionButton(m_close, this));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset / 2, kInset, kInset);
    layout->setSpacing(kInset / 2);
    layout->addLayout(bar);
    layout->addLayout(m_room, 1);
    connect(m_back, &QAction::triggered, this, [this] { step(-1); });
    connect(m_ahead, &QAction::triggered, this, [this] { step(1); });
    connect(m_close, &QAction::triggered, this, &PanelStage::leave);
    connect(&board, &PanelBoard::sectionsChanged, this, &PanelStage::follow);
}

void PanelStage::openPanel(const PanelRef& panel)
{
    if (!m_board.find(panel))
        return;
    giveBack();
    take(panel);
    emit shown();
    m_panel->entry()->setFocus(Qt::OtherFocusReason);
}

void PanelStage::take(const PanelRef& id)
{
    m_id = id;
    m_panel = m_board.makePanel(*m_board.find(id), this);
    if (ChartPanel* chart = m_panel->asChart()) {
        chart->view().setZooms(m_board.zooms(id));
        chart->view().setWheelZooms(true);
    }
    m_room->addWidget(m_panel);
    m_panel->show();
    follow();
}

/// The page goes on with the zoom of here.
void PanelStage::giveBack()
{
    if (!m_panel)
        return;
    if (const ChartPanel* chart = m_panel->asChart())
        m_board.setZooms(*m_id, chart->view().zooms());
    m_panel->setActive(false);
    m_panel->hide();
    // Later: what it just did may be what made it go.
    m_panel->deleteLater();
    m_panel.clear();
}

void PanelStage::leave()
{
    if (!m_id)
        return;
    giveBack();
    const PanelRef id = *std::exchange(m_id, std::nullopt);
    emit closed();
    m_board.goTo(id);
}

std::optional<PanelStage::Place> PanelStage::place() const
{
    for (const PanelSection& section : m_board.sections().sections()) {
        Place place;
        bool found = false;
        for (const auto& panel : section.panels) {
            if (m_id == panel->id) {
                place.at = place.section.size();
                found = true;
            }
            place.section.push_back(panel->id);
        }
        if (found)
            return place;
    }
    return std::nullopt;
}

void PanelStage::step(int by)
{
    const std::optional<Place> here = place();
    const std::ptrdiff_t to = here ? static_cast<std::ptrdiff_t>(here->at) + by : -1;
    if (to >= 0 && to < std::ssize(here->section))
        openPanel(here->section[static_cast<std::size_t>(to)]);
}

/// A panel that is gone has no place here either.
void PanelStage::follow()
{
    if (!m_id)
        return;
    const std::optional<Place> here = place();
    if (!here) {
        giveBack();
        m_id.reset();
        emit closed();
        return;
    }
    m_back->setEnabled(here->at > 0);
    m_ahead->setEnabled(here->at + 1 < here->section.size());
    //: Which panel of its section is shown alone.
    m_where->setText(tr("%1 of %2").arg(here->at + 1).arg(here->section.size()));
}

void PanelStage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_PageUp)
        step(-1);
    else if (event->key() == Qt::Key_PageDown)
        step(1);
    else if (event->key() == Qt::Key_Escape)
        leave();
    else
        QWidget::keyPressEvent(event);
}

} // namespace runglass
