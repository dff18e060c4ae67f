// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/RunsByValueDialog.h"

#include "widgets/workspace/charts/Crosshair.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDoubleSpinBox>
#include <QDoubleValidator>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr int kNamed = 6;
constexpr int kUsualCount = 5;

std::optional<double> numberIn(const QLineEdit& edit)
{
    bool isNumber = false;
    const double number = edit.text().trimmed().toDouble(&isNumber);
    return isNumber ? std::optional(number) : std::nullopt;
}

} // namespace

std::vector<RunRef> runsByValue(const std::vector<ChartLine>& lines, double x, const ValueChoice& choice)
{
    using Kind = ValueChoice::Kind;
    std::vector<Crosshair::Row> rows = crosshairAt(lines, x, std::nullopt).rows;
    std::erase_if(rows, [](const Crosshair::Row& row) { return std::isnan(row.value); });
    if (choice.kind == Kind::Lowest)
        std::reverse(rows.begin(), rows.end());
    std::vector<RunRef> runs;
    for (const Crosshair::Row& row : rows) {
        const bool fits = choice.kind == Kind::Between ? (!choice.least || row.value >= *choice.least) &&
                                                             (!choice.most || row.value <= *choice.most)
                                                       : static_cast<int>(runs.size()) < choice.count;
        if (fits && std::find(runs.begin(), runs.end(), row.run.ref) == runs.end())
            runs.push_back(row.run.ref);
    }
    return runs;
}

RunsByValueDialog::RunsByValueDialog(std::vector<ChartLine> lines, const ChartAxes& axes, double x, QWidget* parent)
    : QDialog(parent)
    , m_lines(std::move(lines))
    , m_x(nearestX(m_lines, x).value_or(x))
    , m_form(new QFormLayout(this))
    , m_kind(new QComboBox(this))
    , m_count(new QSpinBox(this))
    , m_least(new QLineEdit(this))
    , m_most(new QLineEdit(this))
    , m_result(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setObjectName(QStringLiteral("runsByValue"));
    setWindowTitle(tr("Select runs by value"));
    makePlace(*m_form, axes);
    makeChoice(*m_form);
    m_result->setObjectName(QStringLiteral("runsFound"));
    m_result->setTextFormat(Qt::PlainText);
    m_result->setWordWrap(true);
    m_result->setMinimumWidth(360);
    m_form->addRow(m_result);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_select = buttons->addButton(tr("Select"), QDialogButtonBox::AcceptRole);
    m_select->setDefault(true);
    m_form->addRow(buttons);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(buttons, &QDialogButtonBox::accepted, this, [this] {
        emit chosen(m_runs);
        accept();
    });
    refresh();
    m_kind->setFocus();
}

/// Moments are not typed: the pointer says which one.
void RunsByValueDialog::makePlace(QFormLayout& form, const ChartAxes& axes)
{
    const QString name = xAxisName(axes.xName);
    if (axes.x.unit == AxisMeasure::Unit::Time) {
        form.addRow(name, new QLabel(exactX(axes.x, m_x), this));
        return;
    }
    Range all;
    for (const ChartLine& line : m_lines) {
        for (const auto& segment : line.segments)
            all.include(segment->xRange());
    }
    auto* place = new QDoubleSpinBox(this);
    place->setObjectName(QStringLiteral("place"));
    place->setDecimals(axes.x.unit == AxisMeasure::Unit::Step ? 0 : 6);
    if (!all.isEmpty())
        place->setRange(all.lo, all.hi);
    place->setGroupSeparatorShown(true);
    place->setValue(m_x);
    form.addRow(axes.x.unit == AxisMeasure::Unit::Duration ? tr("%1, seconds").arg(name) : name, place);
    connect(place, &QDoubleSpinBox::valueChanged, this, [this](double x) {
        m_x = x;
        refresh();
    });
}

void RunsByValueDialog::makeChoice(QFormLayout& form)
{
    using Kind = ValueChoice::Kind;
    m_kind->setObjectName(QStringLiteral("kind"));
    m_kind->addItem(tr("Highest values"), static_cast<int>(Kind::Highest));
    m_kind->addItem(tr("Lowest values"), static_cast<int>(Kind::Lowest));
    m_kind->addItem(tr("Values in a range"), static_cast<int>(Kind::Between));
    m_count->setObjectName(QStringLiteral("count"));
    m_count->setRange(1, static_cast<int>(std::max<std::size_t>(1, m_lines.size())));
    m_count->setValue(kUsualCount);
    for (QLineEdit* edit : {m_least, m_most}) {
        auto* validator = new QDoubleValidator(edit);
        validator->setLocale(QLocale::c());
        edit->setValidator(validator);
        edit->setPlaceholderText(tr("no bound"));
        connect(edit, &QLineEdit::textChanged, this, &RunsByValueDialog::refresh);
    }
    m_least->setObjectName(QStringLiteral("least"));
    m_most->setObjectName(QStringLiteral("most"));
    form.addRow(tr("Runs with"), m_kind);
    form.addRow(tr("Number of runs"), m_count);
    form.addRow(tr("From"), m_least);
    form.addRow(tr("To"), m_most);
    connect(m_kind, &QComboBox::currentIndexChanged, this, &RunsByValueDialog::refresh);
    connect(m_count, &QSpinBox::valueChanged, this, &RunsByValueDialog::refresh);
}

ValueChoice RunsByValueDialog::choice() const
{
    return {static_cast<ValueChoice::Kind>(m_kind->currentData().toInt()), m_count->value(), numberIn(*m_least),
            numberIn(*m_most)};
}

void RunsByValueDialog::refresh()
{
    const ValueChoice wanted = choice();
    const bool isRange = wanted.kind == ValueChoice::Kind::Between;
    m_form->setRowVisible(m_count, !isRange);
    m_form->setRowVisible(m_least, isRange);
    m_form->setRowVisible(m_most, isRange);
    m_runs = runsByValue(m_lines, m_x, wanted);
    QStringList names;
    for (const RunRef& run : m_runs) {
        const auto line = std::find_if(m_lines.begin(), m_lines.end(),
                                       [&run](const ChartLine& candidate) { return candidate.run.ref == run; });
        if (names.size() < kNamed)
            names += line->run.name;
    }
    QString text = tr("%n run(s)", nullptr, static_cast<int>(m_runs.size()));
    if (!names.isEmpty())
        //: how many runs, and the names of the first of them
        text = tr("%1: %2").arg(text, names.join(QStringLiteral(", ")));
    if (static_cast<int>(m_runs.size()) > kNamed)
        text += QStringLiteral(", …");
    m_result->setText(text);
    if (m_select)
        m_select->setEnabled(!m_runs.empty());
}

} // namespace runglass
