// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/AxisLimitText.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace runglass
{

class Theme;

/// The ends of an axis, typed as what is on it is written. What cannot be read is kept and said to be wrong until it is
/// mended; the limits stay as they were.
/// @thread GUI
class LimitsEdit : public QWidget
{
    Q_OBJECT

public:
    /// @param name    of the whole: "X range"
    /// @param object  the fields' object names are this with From and To
    LimitsEdit(Theme& theme, const QString& name, const QString& object, QWidget* parent = nullptr);

    /// Shows them where nobody types.
    void setLimits(const AxisLimits& limits);
    const AxisLimits& limits() const { return m_limits; }
    void setUnit(LimitUnit unit);
    /// A logarithmic axis has no place for 0 and below.
    void setLogarithmic(bool log) { m_log = log; }
    /// Forgets what was typed and not taken.
    void startAnew();

signals:
    /// A person changed limits().
    void edited(const runglass::AxisLimits& limits);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Read {
        AxisLimits limits;
        QString problem; ///< empty: none
    };
    Read read() const;
    void apply();
    void showLimits();
    void say(const QString& problem);

    Theme& m_theme;
    LimitUnit m_unit = LimitUnit::Number;
    AxisLimits m_limits;
    QLineEdit *m_lo, *m_hi;
    QLabel* m_problem;
    bool m_log = false;
};

} // namespace runglass
