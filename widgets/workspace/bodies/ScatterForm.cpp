// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/ScatterForm.h"

#include "widgets/workspace/bodies/AxisEdit.h"
#include "widgets/workspace/bodies/ColumnBox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QSignalBlocker>

#include <algorithm>

namespace runglass
{

ScatterForm::ScatterForm(const RunList& list, QWidget* parent)
    : PanelForm(parent)
    , m_colour(new ColumnBox(plotColumns(list), tr("Colour"), tr("As the runs are"), this))
{
    const std::vector<ColumnId> columns = plotColumns(list);
    addSide(m_x, columns, tr("X axis"));
    addSide(m_y, columns, tr("Y axis"));
    QFormLayout* layout = makePlotForm(this);
    layout->addRow(tr("X axis"), m_x.axis);
    layout->addRow(tr("Y axis"), m_y.axis);
    layout->addRow(tr("Colour"), m_colour);
    addMarks(layout);
    setTabOrder(m_x.axis, m_y.axis);
    setTabOrder(m_y.axis, m_colour);
    connect(m_colour, &ColumnBox::columnChanged, this, &ScatterForm::edited);
    onEdited();
}

void ScatterForm::addSide(Side& side, const std::vector<ColumnId>& columns, const QString& name)
{
    side.axis = new AxisEdit(columns, name, this);
    side.better = new QComboBox(this);
    //: Name of a choice; %1 is an axis: "X axis".
    side.better->setAccessibleName(tr("Better on the frontier: %1").arg(name));
    side.better->setToolTip(tr("Which values of the axis the frontier takes for the better ones"));
    //: %1 is an axis: "X axis".
    side.better->addItems({tr("%1: smaller").arg(name), tr("%1: larger").arg(name)});
    connect(side.axis, &AxisEdit::edited, this, [this, &side] {
        guess(side);
        onEdited();
    });
    connect(side.better, &QComboBox::currentIndexChanged, this, &ScatterForm::edited);
}

void ScatterForm::addMarks(QFormLayout* layout)
{
    const auto box = [this](const QString& text, const QString& tip) {
        auto* made = new QCheckBox(text, this);
        made->setToolTip(tip);
        connect(made, &QCheckBox::toggled, this, &ScatterForm::onEdited);
        return made;
    };
    const auto row = [](std::initializer_list<QWidget*> widgets) {
        auto* line = new QHBoxLayout;
        line->setSpacing(12);
        for (QWidget* widget : widgets)
            line->addWidget(widget);
        line->addStretch(1);
        return line;
    };
    auto* mean = box(tr("Mean"), tr("Of the y values of all points up to there, from left to right"));
    auto* min = box(tr("Min"), tr("The least y value of all points up to there, from left to right"));
    auto* max = box(tr("Max"), tr("The greatest y value of all points up to there, from left to right"));
    //: Names of switches of a scatter plot.
    mean->setAccessibleName(tr("Running mean"));
    min->setAccessibleName(tr("Running min"));
    max->setAccessibleName(tr("Running max"));
    auto* labels = box(tr("Names of runs"), tr("Beside their points, as far as there is room"));
    auto* frontier = box(tr("Frontier"), tr("The line through the points that no other is better than on both axes"));
    auto* dims = box(tr("Dim points that are not on the frontier"), tr("They stay readable by pointer and keys"));
    m_marks = {{{&ScatterLook::runningMean, mean},
                {&ScatterLook::runningMin, min},
                {&ScatterLook::runningMax, max},
                {&ScatterLook::labels, labels},
                {&ScatterLook::frontier, frontier},
                {&ScatterLook::dimsOthers, dims}}};
    layout->addRow(tr("Running"), row({mean, min, max}));
    layout->addRow(tr("Points"), row({labels, frontier}));
    layout->addRow(QString(), row({dims}));
    layout->addRow(tr("Better"), row({m_x.better, m_y.better}));
}

void ScatterForm::guess(Side& side)
{
    const std::optional<ValueAxis> axis = side.axis->axis();
    if (!axis || axis->column == side.guessed)
        return;
    side.guessed = axis->column;
    const QSignalBlocker quiet(side.better);
    side.better->setCurrentIndex(isLargerBetter(axis->column) ? 1 : 0);
}

void ScatterForm::onEdited()
{
    ScatterLook look;
    for (const auto& [part, box] : m_marks)
        look.*part = box->isChecked();
    for (QComboBox* better : {m_x.better, m_y.better})
        better->setEnabled(look.frontier || look.dimsOthers);
    emit edited();
}

void ScatterForm::setContent(const PanelContent& content)
{
    Side* const sides[] = {&m_x, &m_y};
    for (std::size_t i = 0; i < std::min<std::size_t>(2, content.axes.size()); ++i) {
        sides[i]->axis->setAxis(content.axes[i]);
        sides[i]->better->setCurrentIndex(content.axes[i].largerIsBetter ? 1 : 0);
    }
    m_colour->setColumn(content.axes.size() > 2 ? std::optional(content.axes[2].column) : std::nullopt);
    for (const auto& [part, box] : m_marks)
        box->setChecked(content.scatter.*part);
}

PanelContent ScatterForm::content() const
{
    PanelContent content;
    content.kind = PanelKind::Scatter;
    for (const Side* side : {&m_x, &m_y}) {
        if (std::optional<ValueAxis> axis = side->axis->axis()) {
            axis->largerIsBetter = side->better->currentIndex() == 1;
            content.axes.push_back(std::move(*axis));
        }
    }
    if (const std::optional<ColumnId> colour = m_colour->column(); colour && content.axes.size() == 2)
        content.axes.push_back({*colour});
    for (const auto& [part, box] : m_marks)
        content.scatter.*part = box->isChecked();
    return content;
}

QString ScatterForm::problem() const
{
    if (!m_x.axis->axis())
        return tr("Choose a column for the x axis.");
    if (!m_y.axis->axis())
        return tr("Choose a column for the y axis.");
    return m_x.axis->problem().isEmpty() ? m_y.axis->problem() : m_x.axis->problem();
}

bool isLargerBetter(const ColumnId& column)
{
    static constexpr std::string_view kLarger[] = {"acc",  "accuracy", "auc",       "auroc",  "ap",    "map",
                                                   "f1",   "score",    "reward",    "return", "bleu",  "psnr",
                                                   "ssim", "iou",      "miou",      "dice",   "r2",    "win",
                                                   "gain", "success",  "precision", "recall", "speed", "throughput"};
    if (column.origin == ColumnOrigin::Field)
        return false;
    std::string word;
    const auto isMeant = [&word] {
        return std::find(std::begin(kLarger), std::end(kLarger), std::exchange(word, {})) != std::end(kLarger);
    };
    for (const char letter : displayKey(column.key)) {
        const bool isInWord =
            (letter >= '0' && letter <= '9') || (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
        if (isInWord)
            word += static_cast<char>(letter >= 'A' && letter <= 'Z' ? letter - 'A' + 'a' : letter);
        else if (isMeant())
            return true;
    }
    return isMeant();
}

} // namespace runglass
