// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/ColourByDialog.h"

#include "models/items/RunColumns.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QSpinBox>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace runglass
{

namespace
{

/// Fields whose values say something of more than one run.
constexpr std::array kFields = {Field::State,   Field::Created, Field::Runtime, Field::Duration,
                                Field::Group,   Field::JobType, Field::Author,  Field::Host,
                                Field::Project, Field::Sweep,   Field::Tags,    Field::Program};
constexpr int kShownColumns = 20;

QString columnText(const ColumnId& id)
{
    const QString title = columnTitle(id);
    switch (id.origin) {
    case ColumnOrigin::Config:
        return QStringLiteral("%1  (config)").arg(title);
    case ColumnOrigin::Summary:
        return QStringLiteral("%1  (summary)").arg(title);
    default:
        return title;
    }
}

} // namespace

ColourByDialog::ColourByDialog(const RunList& list, const std::optional<ColourByColumn>& current, QWidget* parent)
    : QDialog(parent)
    , m_column(new QComboBox(this))
    , m_buckets(new QSpinBox(this))
    , m_ramp(new QComboBox(this))
{
    setObjectName(QStringLiteral("colourByDialog"));
    setWindowTitle(tr("Colour by column"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto* layout = new QVBoxLayout(this);
    auto* form = new QFormLayout;
    fillColumns(list);
    form->addRow(tr("Column"), m_column);
    m_buckets->setRange(kLeastBuckets, kMostBuckets);
    m_buckets->setAccessibleName(tr("Steps"));
    m_buckets->setToolTip(tr("Numbers are divided in as many steps of equal width"));
    form->addRow(tr("Steps"), m_buckets);
    m_ramp->addItems({tr("Yellow to dark green"), tr("Light blue to magenta")});
    m_ramp->setToolTip(tr("The colours of the steps, lowest numbers first"));
    form->addRow(tr("Colours"), m_ramp);
    layout->addLayout(form);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    layout->addWidget(buttons);
    const ColourByColumn usual = current.value_or(ColourByColumn());
    m_buckets->setValue(usual.buckets);
    m_ramp->setCurrentIndex(static_cast<int>(usual.ramp));
    const auto known = std::find(m_columns.begin(), m_columns.end(), usual.column);
    m_column->setCurrentIndex(current && known != m_columns.end() ? static_cast<int>(known - m_columns.begin()) + 1
                                                                  : 0);
    connect(m_column, &QComboBox::currentIndexChanged, this, &ColourByDialog::choose);
    connect(m_buckets, &QSpinBox::valueChanged, this, &ColourByDialog::choose);
    connect(m_ramp, &QComboBox::currentIndexChanged, this, &ColourByDialog::choose);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(this, &QDialog::rejected, this, [this, current] { emit chosen(current); });
}

void ColourByDialog::fillColumns(const RunList& list)
{
    for (const Field field : kFields)
        if (list.table->field(field).presentCount() > 0)
            m_columns.push_back({ColumnOrigin::Field, field, {}});
    for (const std::uint32_t place : list.keyColumns)
        m_columns.push_back(list.table->columns()[place]->id());
    QStringList names{tr("None: each run has its own")};
    for (const ColumnId& id : m_columns)
        names.append(columnText(id));
    m_column->addItems(names);
    m_column->setMaxVisibleItems(kShownColumns);
    m_column->setMinimumContentsLength(28);
    m_column->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_column->setToolTip(tr("Runs take their colour from their value in this column"));
}

void ColourByDialog::choose()
{
    const int place = m_column->currentIndex() - 1;
    if (place < 0 || static_cast<std::size_t>(place) >= m_columns.size())
        emit chosen(std::nullopt);
    else
        emit chosen(ColourByColumn{m_columns[static_cast<std::size_t>(place)], m_buckets->value(),
                                   static_cast<ColourRamp>(m_ramp->currentIndex())});
}

} // namespace runglass
