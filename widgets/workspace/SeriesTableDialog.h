// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/SeriesTableModel.h"
#include "widgets/workspace/PanelLines.h"
#include "widgets/workspace/TwinTableDialog.h"

#include <memory>

namespace runglass
{

/// The table twin of a chart: every point of its lines as they are drawn, to read and to copy. Follows them.
/// @thread GUI
class SeriesTableDialog : public TwinTableDialog
{
    Q_OBJECT

public:
    /// Its title, and its table's name, is "<metric> data".
    SeriesTableDialog(const QString& metric, std::shared_ptr<PanelLines> lines, QWidget* parent = nullptr);

    PanelLines& model() { return *m_lines; }

private:
    void showLines();

    std::shared_ptr<PanelLines> m_lines;
    SeriesTableModel* m_model;
};

} // namespace runglass
