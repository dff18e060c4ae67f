// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartSettingsForm.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/LookText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QScopedValueRollback>
#include <QSlider>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr int kSliderSteps = 1000, kButton = 22;
/// The most that a slider gives of what has no end of its own, in points.
constexpr double kMostPoints = 100;
/// The last of a slider's way to 1 changes most: near 1 little is much.
constexpr double kMostEma = 0.999;
constexpr std::size_t kMostMetrics = 2000;

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

std::optional<double> numberIn(const QString& text)
{
    bool ok = false;
    const QString plain = text.trimmed();
    double value = QLocale().toDouble(plain, &ok);
    if (!ok)
        value = QLocale::c().toDouble(plain, &ok);
    return ok && std::isfinite(value) ? std::optional(value) : std::nullopt;
}

QString textOf(const std::optional<double>& number)
{
    return number ? format::exactNumber(*number) : QString();
}

} // namespace

ChartSettingsForm::ChartSettingsForm(Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_form(new QFormLayout(this))
{
    m_form->setContentsMargins(0, 0, 0, 0);
    m_form->setVerticalSpacing(6);
    m_form->setHorizontalSpacing(12);
    m_form->setLabelAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    addAxes();
    addSmoothing();
    addGrouping();
    addLinks();
}

QComboBox* ChartSettingsForm::makeCombo(const QString& name, const QStringList& texts)
{
    auto* combo = new QComboBox(this);
    combo->setObjectName(name);
    combo->addItems(texts);
    combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    combo->setMinimumContentsLength(14);
    return combo;
}

void ChartSettingsForm::addRow(const QString& text, QWidget* control, Row row)
{
    auto* line = new QHBoxLayout;
    line->setSpacing(4);
    line->addWidget(control, 1);
    row.reset = new QToolButton(this);
    row.reset->setIcon(m_theme.icon(QStringLiteral("undo")));
    row.reset->setAutoRaise(true);
    row.reset->setFixedSize(kButton, kButton);
    //: Button beside a setting; %1 is the setting.
    row.reset->setText(tr("Reset: %1").arg(text));
    row.reset->setToolButtonStyle(Qt::ToolButtonIconOnly);
    row.reset->setToolTip(tr("As on the level above"));
    row.reset->setFocusPolicy(Qt::StrongFocus);
    line->addWidget(row.reset);
    connect(row.reset, &QToolButton::clicked, this, [this, clear = row.clear] { change(clear); });
    if (qobject_cast<QCheckBox*>(control)) {
        m_form->addRow(QString(), line);
    } else {
        auto* label = new QLabel(text, this);
        label->setTextFormat(Qt::PlainText);
        QWidget* buddy = control;
        if (control->focusPolicy() == Qt::NoFocus && control->focusProxy())
            buddy = control->focusProxy();
        label->setBuddy(buddy);
        m_form->addRow(label, line);
    }
    m_rows.push_back(std::move(row));
}

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
    addLimits(tr("X range"), QStringLiteral("xRange"), m_xLo, m_xHi, &ChartSettings::xLimits);
    addLimits(tr("Y range"), QStringLiteral("yRange"), m_yLo, m_yHi, &ChartSettings::yLimits);
    m_outliers = addCheck(tr("Ignore outliers"), QStringLiteral("ignoreOutliers"), &ChartSettings::ignoreOutliers);
    m_outliers->setToolTip(tr("The y axis leaves out extreme values; they are drawn beyond its edge"));
    connect(m_x, &QComboBox::activated, this, &ChartSettingsForm::changeX);
    connect(m_metric, &QComboBox::activated, this, &ChartSettingsForm::changeX);
    connect(m_xScale, &QComboBox::activated, this,
            [this](int i) { change([i](ChartSettings& s) { s.xScale = static_cast<AxisScale>(i); }); });
    connect(m_yScale, &QComboBox::activated, this,
            [this](int i) { change([i](ChartSettings& s) { s.yScale = static_cast<AxisScale>(i); }); });
}

void ChartSettingsForm::addLimits(const QString& text, const QString& name, QLineEdit*& lo, QLineEdit*& hi,
                                  std::optional<AxisLimits> ChartSettings::*limits)
{
    auto* pair = new QWidget(this);
    auto* layout = new QHBoxLayout(pair);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    lo = new QLineEdit(pair);
    hi = new QLineEdit(pair);
    lo->setObjectName(name + QStringLiteral("From"));
    hi->setObjectName(name + QStringLiteral("To"));
    //: The lower end of a range; %1 is "X range" or "Y range".
    lo->setAccessibleName(tr("%1 from").arg(text));
    //: The upper end of a range; %1 is "X range" or "Y range".
    hi->setAccessibleName(tr("%1 to").arg(text));
    lo->setPlaceholderText(tr("automatic"));
    hi->setPlaceholderText(tr("automatic"));
    layout->addWidget(lo);
    layout->addWidget(new QLabel(QStringLiteral("–"), pair));
    layout->addWidget(hi);
    pair->setFocusProxy(lo);
    addRow(text, pair,
           {nullptr, [limits](const auto& s) { return (s.*limits).has_value(); },
            [limits](auto& s) { (s.*limits).reset(); }});
    const auto apply = [this, lo, hi, limits] {
        if (!lo->isModified() && !hi->isModified())
            return;
        lo->setModified(false);
        hi->setModified(false);
        change([&](ChartSettings& s) { s.*limits = AxisLimits{numberIn(lo->text()), numberIn(hi->text())}; });
    };
    connect(lo, &QLineEdit::editingFinished, this, apply);
    connect(hi, &QLineEdit::editingFinished, this, apply);
}

QCheckBox* ChartSettingsForm::addCheck(const QString& text, const QString& name,
                                       std::optional<bool> ChartSettings::*member)
{
    auto* box = new QCheckBox(text, this);
    box->setObjectName(name);
    addRow(text, box,
           {nullptr, [member](const auto& s) { return (s.*member).has_value(); },
            [member](auto& s) { (s.*member).reset(); }});
    connect(box, &QCheckBox::clicked, this,
            [this, member](bool on) { change([&](ChartSettings& s) { s.*member = on; }); });
    return box;
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

void ChartSettingsForm::setMetrics(const std::vector<MetricEntry>& metrics)
{
    m_metrics.clear();
    m_metric->clear();
    for (const MetricEntry& metric : metrics) {
        if (metric.system || m_metrics.size() == kMostMetrics)
            continue;
        m_metrics.push_back(metric.key);
        m_metric->addItem(visibleExcerpt(displayKey(metric.key), 200));
    }
    showX(resolve(m_above, m_own).x);
}

void ChartSettingsForm::setSettings(const ChartSettings& own, const ChartSettings& above)
{
    m_own = own;
    m_above = above;
    show(resolve(above, own));
    for (const Row& row : m_rows)
        row.reset->setEnabled(row.isSet(m_own));
}

void ChartSettingsForm::change(const std::function<void(ChartSettings&)>& what)
{
    ChartSettings settings = m_own;
    what(settings);
    if (settings == m_own)
        return;
    setSettings(settings, m_above);
    emit edited(m_own);
}

void ChartSettingsForm::changeSmoothing(const std::function<void(Smoothing&)>& what)
{
    Smoothing smoothing = resolve(m_above, m_own).smoothing;
    what(smoothing);
    change([&](ChartSettings& s) { s.smoothing = smoothing; });
}

void ChartSettingsForm::changeX()
{
    const auto kind = static_cast<XAxisKind>(m_x->currentIndex());
    XAxis axis{kind, {}};
    const auto at = static_cast<std::size_t>(std::max(0, m_metric->currentIndex()));
    if (kind == XAxisKind::Metric && at < m_metrics.size())
        axis.metric = m_metrics[at];
    m_metric->setEnabled(kind == XAxisKind::Metric);
    if (kind != XAxisKind::Metric || !axis.metric.empty())
        change([&](ChartSettings& s) { s.x = axis; });
}

void ChartSettingsForm::showX(const XAxis& axis)
{
    m_x->setCurrentIndex(static_cast<int>(axis.kind));
    m_metric->setEnabled(axis.kind == XAxisKind::Metric);
    const auto found = std::find(m_metrics.begin(), m_metrics.end(), axis.metric);
    if (axis.kind == XAxisKind::Metric && found != m_metrics.end())
        m_metric->setCurrentIndex(static_cast<int>(found - m_metrics.begin()));
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

void ChartSettingsForm::show(const ChartLook& look)
{
    const QScopedValueRollback<bool> showing(m_showing, true);
    showX(look.x);
    m_xScale->setCurrentIndex(static_cast<int>(look.xScale));
    m_yScale->setCurrentIndex(static_cast<int>(look.yScale));
    const std::pair<QLineEdit*, const std::optional<double>&> ends[] = {
        {m_xLo, look.xLimits.lo}, {m_xHi, look.xLimits.hi}, {m_yLo, look.yLimits.lo}, {m_yHi, look.yLimits.hi}};
    for (const auto& [edit, end] : ends) {
        if (!edit->hasFocus() || !edit->isModified())
            edit->setText(textOf(end));
    }
    m_outliers->setChecked(look.ignoreOutliers);
    showSmoothing(look.smoothing);
    m_original->setChecked(look.showOriginal);
    m_groups->setChecked(look.followGroups);
    m_aggregate->setCurrentIndex(static_cast<int>(look.aggregate));
    m_band->setCurrentIndex(static_cast<int>(look.band));
    m_most->setValue(look.mostLines);
    m_zoom->setChecked(look.syncZoom);
    m_crosshair->setChecked(look.syncCrosshair);
}

} // namespace runglass
