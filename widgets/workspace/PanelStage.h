// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelBoard.h"

#include <QWidget>

class QAction;
class QLabel;
class QVBoxLayout;

namespace runglass
{

/// One panel in place of the page, as large as there is room beside the list of runs; the others of its section are a
/// step away.
/// @thread GUI
class PanelStage : public QWidget
{
    Q_OBJECT

public:
    /// Borrows both.
    PanelStage(Theme& theme, PanelBoard& board, QWidget* parent = nullptr);

    /// Takes a panel of the page.
    void openPanel(const PanelRef& panel);
    /// Back to the page, which shows the panel.
    void leave();
    bool isOpen() const { return m_id.has_value(); }
    PanelFrame* panel() const { return m_panel; }
    /// To the next panel of the section (1) or the one before (-1).
    void step(int by);

signals:
    void shown();
    void closed();

protected:
    void keyPressEvent(QKeyEvent* event) override;

private:
    struct Place {
        std::vector<PanelRef> section;
        std::size_t at = 0;
    };
    std::optional<Place> place() const;
    void take(const PanelRef& id);
    void giveBack();
    void follow();

    PanelBoard& m_board;
    std::optional<PanelRef> m_id;
    QPointer<PanelFrame> m_panel;
    QLabel* m_where;
    QAction *m_back, *m_ahead, *m_close;
    QVBoxLayout* m_room;
};

} // namespace runglass
