// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunList.h"
#include "widgets/workspace/bodies/PanelForm.h"

#include <array>

class QCheckBox;
class QComboBox;
class QFormLayout;

namespace runglass
{

class AxisEdit;
class ColumnBox;

/// Asks for the two columns of a scatter plot, for one that colours its points, and for what it draws besides them.
/// @thread GUI
class ScatterForm : public PanelForm
{
    Q_OBJECT

public:
    explicit ScatterForm(const RunList& list, QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override;

private:
    /// One axis: its column, and which of its values are better.
    struct Side {
        AxisEdit* axis = nullptr;
        QComboBox* better = nullptr;
        std::optional<ColumnId> guessed; ///< the column that the choice was last guessed for
    };
    void addSide(Side& side, const std::vector<ColumnId>& columns, const QString& name);
    void addMarks(QFormLayout* layout);
    void guess(Side& side);
    void onEdited();

    Side m_x, m_y;
    ColumnBox* m_colour;
    std::array<std::pair<bool ScatterLook::*, QCheckBox*>, 6> m_marks;
};

/// Whether larger values of a column are usually the better ones, by what it is called: "accuracy", "val/f1_score".
bool isLargerBetter(const ColumnId& column);

} // namespace runglass
