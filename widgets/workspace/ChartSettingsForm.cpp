// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/ChartSettingsForm.h"

#include "models/items/VisibleText.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/LimitsEdit.h"
#include "widgets/workspace/LookText.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QScopedValueRollback>
#include <QSpinBox>
#include <QToolButton>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kButton = 22;
constexpr std::size_t kMostMetrics = 2000;

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

LimitsEdit* ChartSettingsForm::addLimits(const QString& text, const QString& name,
                                         std::optional<AxisLimits> ChartSettings::*limits)
{
    auto* edit = new LimitsEdit(m_theme, text, name, this);
    addRow(text, edit,
           {nullptr, [limits](const auto& s) { return (s.*limits).has_value(); },
            [limits, edit](auto& s) {
                (s.*limits).reset();
                edit->startAnew();
            }});
    connect(edit, &LimitsEdit::edited, this,
            [this, limits](const AxisLimits& typed) { change([&](ChartSettings& s) { s.*limits = typed; }); });
    return edit;
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

void ChartSettingsForm::startAnew()
{
    m_xLimits->startAnew();
    m_yLimits->startAnew();
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

void ChartSettingsForm::changeX()
{
    const auto kind = static_cast<XAxisKind>(m_x->currentIndex());
    XAxis axis{kind, {}};
    const auto at = static_cast<std::size_t>(std::max(0, m_metric->currentIndex()));
    if (kind == XAxisKind::Metric && at < m_metrics.size())
        axis.metric = m_metrics[at];
    m_metric->setEnabled(kind == XAxisKind::Metric);
    if (kind == XAxisKind::Metric && axis.metric.empty())
        return;
    change([&](ChartSettings& s) {
        // Ends of one axis mean nothing on another.
        if (limitUnit(kind) != limitUnit(resolve(m_above, m_own).x.kind))
            s.xLimits.reset();
        s.x = axis;
    });
}

void ChartSettingsForm::showX(const XAxis& axis)
{
    m_x->setCurrentIndex(static_cast<int>(axis.kind));
    m_metric->setEnabled(axis.kind == XAxisKind::Metric);
    const auto found = std::find(m_metrics.begin(), m_metrics.end(), axis.metric);
    if (axis.kind == XAxisKind::Metric && found != m_metrics.end())
        m_metric->setCurrentIndex(static_cast<int>(found - m_metrics.begin()));
}

void ChartSettingsForm::show(const ChartLook& look)
{
    const QScopedValueRollback<bool> showing(m_showing, true);
    showX(look.x);
    m_xScale->setCurrentIndex(static_cast<int>(look.xScale));
    m_yScale->setCurrentIndex(static_cast<int>(look.yScale));
    m_xLimits->setUnit(limitUnit(look.x.kind));
    // An axis of wall time is never logarithmic.
    m_xLimits->setLogarithmic(look.xScale == AxisScale::Log && look.x.kind != XAxisKind::WallTime);
    m_yLimits->setLogarithmic(look.yScale == AxisScale::Log);
    m_xLimits->setLimits(look.xLimits);
    m_yLimits->setLimits(look.yLimits);
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
