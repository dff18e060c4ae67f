// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"
#include "models/session/Session.h"

#include <QWidget>

#include <functional>
#include <vector>

class QCheckBox;
class QComboBox;
class QDoubleSpinBox;
class QFormLayout;
class QSlider;
class QSpinBox;
class QToolButton;

namespace runglass
{

class LimitsEdit;
class Theme;

/// The settings of one level as controls. They show what is in effect; what is changed is said on this level, and the
/// button beside it takes that back.
/// @thread GUI
class ChartSettingsForm : public QWidget
{
    Q_OBJECT

public:
    ChartSettingsForm(Theme& theme, QWidget* parent = nullptr);

    /// @param own    what the level says
    /// @param above  what the levels above it say
    void setSettings(const ChartSettings& own, const ChartSettings& above);
    const ChartSettings& settings() const { return m_own; }
    /// Forgets what was typed and could not be taken.
    void startAnew();
    /// What may be on the x axis.
    void setMetrics(const std::vector<MetricEntry>& metrics);

signals:
    /// A person changed something.
    void edited(const runglass::ChartSettings& settings);

private:
    struct Row {
        QToolButton* reset = nullptr;
        std::function<bool(const ChartSettings&)> isSet;
        std::function<void(ChartSettings&)> clear;
    };
    QComboBox* makeCombo(const QString& name, const QStringList& texts);
    void addRow(const QString& text, QWidget* control, Row row);
    void addAxes();
    LimitsEdit* addLimits(const QString& text, const QString& name, std::optional<AxisLimits> ChartSettings::*limits);
    void addSmoothing();
    void addGrouping();
    void addLinks();
    QCheckBox* addCheck(const QString& text, const QString& name, std::optional<bool> ChartSettings::*member);
    void change(const std::function<void(ChartSettings&)>& what);
    void changeSmoothing(const std::function<void(Smoothing&)>& what);
    void changeX();
    void show(const ChartLook& look);
    void showSmoothing(const Smoothing& smoothing);
    void showX(const XAxis& axis);

    Theme& m_theme;
    QFormLayout* m_form;
    ChartSettings m_own, m_above;
    std::vector<Row> m_rows;
    std::vector<KeyPath> m_metrics;
    QComboBox *m_x = nullptr, *m_metric = nullptr, *m_xScale = nullptr, *m_yScale = nullptr;
    LimitsEdit *m_xLimits = nullptr, *m_yLimits = nullptr;
    QCheckBox *m_outliers = nullptr, *m_original = nullptr, *m_groups = nullptr, *m_zoom = nullptr,
              *m_crosshair = nullptr;
    QComboBox *m_smoothing = nullptr, *m_aggregate = nullptr, *m_band = nullptr;
    QSlider* m_slider = nullptr;
    QDoubleSpinBox* m_amount = nullptr;
    QSpinBox* m_most = nullptr;
    bool m_showing = false; ///< controls are set by the program
};

} // namespace runglass
