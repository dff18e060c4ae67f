// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the form.
#include "widgets/workspace/ChartSettingsForm.h"
#include "widgets/workspace/LimitsEdit.h"
#include "widgets/workspace/LookText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QSlider>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr int kSliderSteps = 1000;
/// The most that a slider gives of what has no end of its own, in points.
constexpr double kMostPoints = 100;
/// The last of a slider's way to 1 changes most: near 1 little is much.
constexpr double kMostEma = 0.999;

bool isEma(SmoothingKind kind)
{
    return kind == SmoothingKind::TimeWeightedEma || kind == SmoothingKind::Ema;
}

double mostOf(SmoothingKind kind)
{
    return isEma(kind) ? kMostEma : kMostPoints;
}

int toSlider(const Smoothing& smoothing)
{
    return static_cast<int>(
        std::lround(std::clamp(smoothing.amount / mostOf(smoothing.kind), 0.0, 1.0) * kSliderSteps));
}

} // namespace

void ChartSettingsForm::addAxes()
{
    m_x = makeCombo(QStringLiteral("xAxis"), {});
    for (const XAxisKind kind : {XAxisKind::Defined, XAxisKind::Step, XAxisKind::RelativeWall,
                                 XAxisKind::RelativeProcess, XAxisKind::WallTime})
        m_x->addItem(xAxisText({kind, {}}));
    m_x->addItem(tr("Metric…"));
    addRow(tr("X axis"), m_x, {nullptr, [](const auto& s) { return s.x.has_value(); }, [](auto& s) { s.x.reset(); }});
    m_metric = makeCombo(QStringLiteral("xMetric"), {});
    auto* label = new QLabel(tr("Metric of the x axis"), this);
    label->setBuddy(m_metric);
    m_form->addRow(label, m_metric);
    const QStringList scales{tr("Linear"), tr("Logarithmic")};
    m_xScale = makeCombo(QStringLiteral("xScale"), scales);
    addRow(tr("X scale"), m_xScale,
           {nullptr, [](const auto& s) { return s.xScale.has_value(); }, [](auto& s) { s.xScale.reset(); }});
    m_yScale = makeCombo(QStringLiteral("yScale"), scales);
    addRow(tr("Y scale"), m_yScale,
           {nullptr, [](const auto& s) { return s.yScale.has_value(); }, [](auto& s) { s.yScale.reset(); }});
    m_xLimits = addLimits(tr("X range"), QStringLiteral("xRange"), &ChartSettings::xLimits);
    m_yLimits = addLimits(tr("Y range"), QStringLiteral("yRange"), &ChartSettings::yLimits);
    m_outliers = addCheck(tr("Ignore outliers"), QStringLiteral("ignoreOutliers"), &ChartSettings::ignoreOutliers);
    m_outliers->setToolTip(tr("The y axis leaves out extreme values; they are drawn beyond its edge"));
    connect(m_x, &QComboBox::activated, this, &ChartSettingsForm::changeX);
    connect(m_metric, &QComboBox::activated, this, &ChartSettingsForm::changeX);
    connect(m_xScale, &QComboBox::activated, this,
            [this](int i) { change([i](ChartSettings& s) { s.xScale = static_cast<AxisScale>(i); }); });
    connect(m_yScale, &QComboBox::activated, this,
            [this](int i) { change([i](ChartSettings& s) { s.yScale = static_cast<AxisScale>(i); }); });
}

void ChartSettingsForm::addSmoothing()
{
    QStringList kinds;
    for (const SmoothingKind kind :
         {SmoothingKind::TimeWeightedEma, SmoothingKind::Ema, SmoothingKind::Gaussian, SmoothingKind::RunningAverage})
        kinds += smoothingName(kind);
    m_smoothing = makeCombo(QStringLiteral("smoothingKind"), kinds);
    const auto isSet = [](const ChartSettings& s) { return s.smoothing.has_value(); };
    const auto clear = [](ChartSettings& s) { s.smoothing.reset(); };
    addRow(tr("Smoothing"), m_smoothing, {nullptr, isSet, clear});
    auto* amount = new QWidget(this);
    auto* layout = new QHBoxLayout(amount);
    layout->setContentsMargins(0, 0, 0, 0);
    m_slider = new QSlider(Qt::Horizontal, amount);
    m_slider->setObjectName(QStringLiteral("smoothingSlider"));
    m_slider->setAccessibleName(tr("Amount of smoothing"));
    m_slider->setRange(0, kSliderSteps);
    m_slider->setSingleStep(10);
    m_slider->setPageStep(100);
    m_amount = new QDoubleSpinBox(amount);
    m_amount->setObjectName(QStringLiteral("smoothingAmount"));
    m_amount->setAccessibleName(tr("Amount of smoothing, as a number"));
    m_amount->setKeyboardTracking(false);
    layout->addWidget(m_slider, 1);
    layout->addWidget(m_amount);
    amount->setFocusProxy(m_slider);
    addRow(tr("Amount"), amount, {nullptr, isSet, clear});
    m_original = addCheck(tr("Show original"), QStringLiteral("showOriginal"), &ChartSettings::showOriginal);
    m_original->setToolTip(tr("The line as it was logged, faintly, behind the smoothed one"));
    connect(m_smoothing, &QComboBox::activated, this, [this](int i) {
        changeSmoothing([i](Smoothing& smoothing) {
            const auto kind = static_cast<SmoothingKind>(i);
            // An amount means nothing for a kind of the other sort.
            if (isEma(kind) != isEma(smoothing.kind))
                smoothing.amount = smoothing.isOff() ? 0 : (isEma(kind) ? 0.6 : 10);
            smoothing.kind = kind;
        });
    });
    connect(m_slider, &QSlider::valueChanged, this, [this](int value) {
        if (!m_showing)
            changeSmoothing([value](Smoothing& smoothing) {
                smoothing.amount = std::round(value * mostOf(smoothing.kind)) / kSliderSteps;
                if (isEma(smoothing.kind))
                    smoothing.amount = std::min(kMostEma, static_cast<double>(value) / kSliderSteps);
            });
    });
    connect(m_amount, &QDoubleSpinBox::valueChanged, this, [this](double value) {
        if (!m_showing)
            changeSmoothing([value](Smoothing& smoothing) { smoothing.amount = value; });
    });
}

void ChartSettingsForm::addGrouping()
{
    m_groups = addCheck(tr("One line for each group"), QStringLiteral("followGroups"), &ChartSettings::followGroups);
    m_groups->setToolTip(tr("While the table of runs is grouped"));
    QStringList aggregates, bands;
    for (const Aggregate one : {Aggregate::Mean, Aggregate::Min, Aggregate::Max, Aggregate::Median})
        aggregates += aggregateName(one);
    for (const Band one : {Band::None, Band::MinMax, Band::StdDev, Band::StdErr})
        bands += bandName(one);
    m_aggregate = makeCombo(QStringLiteral("aggregate"), aggregates);
    addRow(tr("Line of a group"), m_aggregate,
           {nullptr, [](const auto& s) { return s.aggregate.has_value(); }, [](auto& s) { s.aggregate.reset(); }});
    m_band = makeCombo(QStringLiteral("band"), bands);
    addRow(tr("Shaded around it"), m_band,
           {nullptr, [](const auto& s) { return s.band.has_value(); }, [](auto& s) { s.band.reset(); }});
    m_most = new QSpinBox(this);
    m_most->setObjectName(QStringLiteral("mostLines"));
    m_most->setRange(1, ChartLook::kMostLines);
    m_most->setKeyboardTracking(false);
    addRow(tr("At most so many runs"), m_most,
           {nullptr, [](const auto& s) { return s.mostLines.has_value(); }, [](auto& s) { s.mostLines.reset(); }});
    connect(m_aggregate, &QComboBox::activated, this,
            [this](int i) { change([i](ChartSettings& s) { s.aggregate = static_cast<Aggregate>(i); }); });
    connect(m_band, &QComboBox::activated, this,
            [this](int i) { change([i](ChartSettings& s) { s.band = static_cast<Band>(i); }); });
    connect(m_most, &QSpinBox::valueChanged, this, [this](int most) {
        if (!m_showing)
            change([most](ChartSettings& s) { s.mostLines = most; });
    });
}

void ChartSettingsForm::addLinks()
{
    m_zoom = addCheck(tr("Zoom linked"), QStringLiteral("syncZoom"), &ChartSettings::syncZoom);
    m_zoom->setToolTip(tr("With other panels of the same x axis"));
    m_crosshair = addCheck(tr("Crosshair linked"), QStringLiteral("syncCrosshair"), &ChartSettings::syncCrosshair);
    m_crosshair->setToolTip(tr("With other panels of the same x axis"));
}

void ChartSettingsForm::changeSmoothing(const std::function<void(Smoothing&)>& what)
{
    Smoothing smoothing = resolve(m_above, m_own).smoothing;
    what(smoothing);
    change([&](ChartSettings& s) { s.smoothing = smoothing; });
}

void ChartSettingsForm::showSmoothing(const Smoothing& smoothing)
{
    m_smoothing->setCurrentIndex(static_cast<int>(smoothing.kind));
    m_slider->setValue(toSlider(smoothing));
    m_amount->setDecimals(isEma(smoothing.kind) ? 3 : 1);
    m_amount->setSingleStep(isEma(smoothing.kind) ? 0.01 : 1);
    m_amount->setRange(0, isEma(smoothing.kind) ? kMostEma : 100'000);
    m_amount->setValue(smoothing.amount);
    m_original->setEnabled(!smoothing.isOff());
}

} // namespace runglass
