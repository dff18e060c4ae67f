// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/ParallelDrawing.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QLineEdit;
class QListWidget;
class QPushButton;

namespace runglass
{

/// Asks for an interval of an axis of parallel coordinates: the keyboard's way to what the pointer draws.
/// @thread GUI
class BrushDialog : public QDialog
{
    Q_OBJECT

public:
    explicit BrushDialog(std::shared_ptr<const ParallelDrawing> plot, QWidget* parent = nullptr);

signals:
    /// Without ends: nothing is to be filtered by it.
    void chosen(std::size_t axis, const runglass::AxisLimits& limits);

private:
    std::size_t axis() const;
    const ValuePlaces& places() const;
    void showAxis();
    /// Unset: what was written is no interval.
    std::optional<AxisLimits> limits() const;
    void renew();
    void finish(const AxisLimits& limits);

    std::shared_ptr<const ParallelDrawing> m_plot;
    QComboBox *m_axis, *m_first, *m_last; ///< the last two: of categories
    QLineEdit *m_from, *m_to;
    QLabel* m_note;
    QPushButton *m_apply = nullptr, *m_clear = nullptr;
};

} // namespace runglass
