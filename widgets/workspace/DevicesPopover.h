// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
#include "widgets/common/Popover.h"

class QLabel;
class QListWidget;
class QListWidgetItem;
class QPushButton;

namespace runglass
{

class PanelBoard;

/// Which devices a section of the hardware shows panels of: CPU, memory, each disk, network, each GPU. What is ticked
/// applies at once; with nothing ticked there are all, and those that come later.
/// @thread GUI
class DevicesPopover : public Popover
{
    Q_OBJECT

public:
    /// Borrows both; owner is a widget of the window that it lies over.
    DevicesPopover(Theme& theme, PanelBoard& board, QWidget* owner);

    void open(const SectionRef& section, QWidget* control);

protected:
    QWidget* firstFocus() const override;

private:
    void follow();
    void toggle(const QListWidgetItem& item);
    void choose(const std::vector<std::string>& devices);

    PanelBoard& m_board;
    SectionRef m_section;
    QLabel* m_title;
    QListWidget* m_list;
    QPushButton* m_all;
    bool m_listing = false;
};

} // namespace runglass
