// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/AxisEdit.h"

#include "models/items/Format.h"
#include "widgets/workspace/bodies/ColumnBox.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QVBoxLayout>

#include <cmath>

namespace runglass
{

namespace
{

/// Unset: nothing was written, or no number.
std::optional<double> numberIn(const QLineEdit& field)
{
    const QString text = field.text().trimmed();
    bool isNumber = false;
    double number = QLocale().toDouble(text, &isNumber);
    if (!isNumber)
        number = QLocale::c().toDouble(text, &isNumber);
    return isNumber && std::isfinite(number) ? std::optional(number) : std::nullopt;
}

QString textOf(const std::optional<double>& number)
{
    return number ? QLocale::c().toString(*number, 'g', QLocale::FloatingPointShortest) : QString();
}

} // namespace

AxisEdit::AxisEdit(const std::vector<ColumnId>& columns, const QString& name, QWidget* parent)
    : QWidget(parent)
    , m_column(new ColumnBox(columns, name, QString(), this))
    , m_log(new QCheckBox(tr("Logarithmic"), this))
    , m_low(new QLineEdit(this))
    , m_high(new QLineEdit(this))
{
    //: Names of an axis's controls; %1 is the axis: "X axis".
    m_log->setAccessibleName(tr("%1 logarithmic").arg(name));
    m_low->setAccessibleName(tr("%1 from").arg(name));
    m_high->setAccessibleName(tr("%1 to").arg(name));
    for (QLineEdit* end : {m_low, m_high}) {
        end->setPlaceholderText(tr("auto"));
        end->setToolTip(tr("Where the axis ends; empty: where the values do"));
        end->setMaximumWidth(90);
        connect(end, &QLineEdit::textChanged, this, &AxisEdit::edited);
    }
    auto* ends = new QHBoxLayout;
    ends->setSpacing(8);
    ends->addWidget(m_log);
    ends->addStretch(1);
    ends->addWidget(new QLabel(tr("from"), this));
    ends->addWidget(m_low);
    ends->addWidget(new QLabel(tr("to"), this));
    ends->addWidget(m_high);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(m_column);
    layout->addLayout(ends);
    setFocusProxy(m_column);
    connect(m_column, &ColumnBox::columnChanged, this, &AxisEdit::edited);
    connect(m_log, &QCheckBox::toggled, this, &AxisEdit::edited);
}

std::optional<ValueAxis> AxisEdit::axis() const
{
    const std::optional<ColumnId> column = m_column->column();
    if (!column)
        return std::nullopt;
    ValueAxis axis = m_rest;
    axis.column = *column;
    axis.scale = m_log->isChecked() ? AxisScale::Log : AxisScale::Linear;
    axis.limits = {numberIn(*m_low), numberIn(*m_high)};
    return axis;
}

void AxisEdit::setAxis(const ValueAxis& axis)
{
    m_rest = axis;
    m_column->setColumn(axis.column);
    m_log->setChecked(axis.scale == AxisScale::Log);
    m_low->setText(textOf(axis.limits.lo));
    m_high->setText(textOf(axis.limits.hi));
}

QString AxisEdit::problem() const
{
    for (const QLineEdit* end : {m_low, m_high}) {
        if (!end->text().trimmed().isEmpty() && !numberIn(*end))
            return tr("“%1” is no number.").arg(end->text().trimmed());
    }
    const std::optional<double> low = numberIn(*m_low), high = numberIn(*m_high);
    if (low && high && !(*low < *high))
        return tr("An axis ends above where it begins.");
    if (m_log->isChecked() && ((low && *low <= 0) || (high && *high <= 0)))
        return tr("A logarithmic axis has no place for zero and what is below.");
    return {};
}

} // namespace runglass
