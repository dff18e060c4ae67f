// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
#include "widgets/common/Popover.h"

#include <optional>

class QLabel;
class QScrollArea;

namespace runglass
{

class ArrangementForm;
class ChartSettingsForm;
class PanelBoard;

/// The settings of the workspace, of a section or of a panel. They apply at once.
/// @thread GUI
class ChartSettingsPopover : public Popover
{
    Q_OBJECT

public:
    /// Borrows both; owner is a widget of the window that it lies over.
    ChartSettingsPopover(Theme& theme, PanelBoard& board, QWidget* owner);

    /// Of a panel, else of a section, else of the workspace; below a control.
    void open(const std::optional<SectionRef>& section, const std::optional<PanelRef>& panel, QWidget* control);
    ChartSettingsForm& form() { return *m_form; }

private:
    void follow();
    void apply(const ChartSettings& settings);
    ChartSettings own() const;
    ChartSettings above() const;
    QString title() const;

    PanelBoard& m_board;
    std::optional<SectionRef> m_section;
    std::optional<PanelRef> m_panel;
    QLabel* m_title;
    ArrangementForm* m_arrangement; ///< of the workspace only
    QScrollArea* m_scroll;
    ChartSettingsForm* m_form;
};

} // namespace runglass
