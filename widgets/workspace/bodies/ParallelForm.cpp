// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ParallelForm.h"

#include "models/items/RunColumns.h"
#include "widgets/workspace/bodies/ColumnBox.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <utility>

namespace runglass
{

ParallelForm::ParallelForm(const RunList& list, QWidget* parent)
    : PanelForm(parent)
    , m_column(new ColumnBox(plotColumns(list), tr("Column of a new axis"), QString(), this))
    , m_add(new QPushButton(tr("Add axis"), this))
    , m_up(new QPushButton(tr("Move up"), this))
    , m_down(new QPushButton(tr("Move down"), this))
    , m_remove(new QPushButton(tr("Remove axis"), this))
    , m_list(new QListWidget(this))
    , m_log(new QCheckBox(tr("Logarithmic"), this))
    , m_flipped(new QCheckBox(tr("Small values above"), this))
    , m_name(new QLineEdit(this))
    , m_hidden(new QCheckBox(tr("Draw hidden runs in grey"), this))
{
    m_list->setObjectName(QStringLiteral("parallelAxes"));
    m_list->setAccessibleName(tr("Axes, from left to right"));
    m_name->setPlaceholderText(tr("as the column"));
    for (QPushButton* button : {m_add, m_up, m_down, m_remove})
        button->setAutoDefault(false);
    auto* adding = new QHBoxLayout;
    adding->addWidget(m_column, 1);
    adding->addWidget(m_add);
    auto* moving = new QHBoxLayout;
    for (QPushButton* button : {m_up, m_down, m_remove})
        moving->addWidget(button);
    auto* form = new QFormLayout;
    form->addRow(tr("Name"), m_name);
    form->addRow(QString(), m_log);
    form->addRow(QString(), m_flipped);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addLayout(adding);
    layout->addWidget(m_list, 1);
    layout->addLayout(moving);
    layout->addLayout(form);
    layout->addWidget(m_hidden);
    connect(m_add, &QPushButton::clicked, this, &ParallelForm::add);
    connect(m_column, &ColumnBox::columnChanged, this, &ParallelForm::showCurrent);
    connect(m_up, &QPushButton::clicked, this, [this] { move(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { move(1); });
    connect(m_remove, &QPushButton::clicked, this, &ParallelForm::removeCurrent);
    connect(m_list, &QListWidget::currentRowChanged, this, &ParallelForm::showCurrent);
    connect(m_log, &QCheckBox::toggled, this, &ParallelForm::changeCurrent);
    connect(m_flipped, &QCheckBox::toggled, this, &ParallelForm::changeCurrent);
    m_hidden->setObjectName(QStringLiteral("drawsHidden"));
    m_hidden->setToolTip(tr("Runs whose eye is closed; those outside of what is brushed are grey too"));
    m_hidden->setChecked(true);
    connect(m_hidden, &QCheckBox::toggled, this, &ParallelForm::edited);
    connect(m_name, &QLineEdit::textEdited, this, &ParallelForm::changeCurrent);
    showCurrent();
}

void ParallelForm::setContent(const PanelContent& content)
{
    m_axes = content.axes;
    m_hidden->setChecked(content.drawsHidden);
    list(0);
}

PanelContent ParallelForm::content() const
{
    PanelContent content;
    content.kind = PanelKind::ParallelCoordinates;
    content.axes = m_axes;
    content.drawsHidden = m_hidden->isChecked();
    return content;
}

QString ParallelForm::problem() const
{
    return m_axes.size() < 2 ? tr("Add two columns or more.") : QString();
}

QString ParallelForm::note() const
{
    return tr("The last axis gives the lines their colours.");
}

void ParallelForm::list(int current)
{
    {
        const QScopedValueRollback<bool> showing(m_showing, true);
        m_list->clear();
        for (const ValueAxis& axis : m_axes)
            m_list->addItem(columnTitle(axis.column));
        m_list->setCurrentRow(std::min(current, m_list->count() - 1));
    }
    showCurrent();
    emit edited();
}

void ParallelForm::add()
{
    const std::optional<ColumnId> column = m_column->column();
    if (!column)
        return;
    m_axes.push_back({*column});
    list(static_cast<int>(m_axes.size()) - 1);
    m_column->setColumn(std::nullopt);
    m_column->setFocus(Qt::OtherFocusReason);
}

void ParallelForm::move(int by)
{
    const int from = m_list->currentRow(), to = from + by;
    if (from < 0 || to < 0 || to >= m_list->count())
        return;
    std::swap(m_axes[static_cast<std::size_t>(from)], m_axes[static_cast<std::size_t>(to)]);
    list(to);
}

void ParallelForm::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_axes.erase(m_axes.begin() + row);
    list(row);
}

void ParallelForm::showCurrent()
{
    if (m_showing)
        return;
    const QScopedValueRollback<bool> showing(m_showing, true);
    const int row = m_list->currentRow();
    const ValueAxis axis = row < 0 ? ValueAxis() : m_axes[static_cast<std::size_t>(row)];
    m_log->setChecked(axis.scale == AxisScale::Log);
    m_flipped->setChecked(axis.flipped);
    m_name->setText(QString::fromStdString(axis.name));
    for (QWidget* control : std::initializer_list<QWidget*>{m_log, m_flipped, m_name, m_remove})
        control->setEnabled(row >= 0);
    m_up->setEnabled(row > 0);
    m_down->setEnabled(row >= 0 && row + 1 < m_list->count());
    m_add->setEnabled(m_column->column().has_value());
}

void ParallelForm::changeCurrent()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0)
        return;
    ValueAxis& axis = m_axes[static_cast<std::size_t>(row)];
    axis.scale = m_log->isChecked() ? AxisScale::Log : AxisScale::Linear;
    axis.flipped = m_flipped->isChecked();
    axis.name = m_name->text().simplified().toStdString();
    emit edited();
}

} // namespace runglass
