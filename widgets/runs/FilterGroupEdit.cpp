// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterGroupEdit.h"

#include "models/session/Session.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterConditionEdit.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kIndent = 12;
constexpr int kLine = 2;
constexpr int kGap = 8;

/// A new line asks for the name, which every run has.
FilterRow newRow()
{
    FilterRow row;
    row.test.column = {FilterColumn::Origin::Field, {"name"}};
    row.test.op = FilterOperator::Equal;
    return row;
}

} // namespace

FilterGroupEdit::FilterGroupEdit(Session& session, Theme& theme, int depth, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_theme(theme)
    , m_depth(depth)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(depth > 0 ? kIndent : 0, 0, 0, 0);
    m_layout->setSpacing(kGap);
    if (depth == 0)
        return;
    auto* buttons = new QHBoxLayout;
    auto* condition = new QPushButton(tr("Add filter to group"), this);
    auto* group = new QPushButton(tr("Add group to group"), this);
    for (QPushButton* button : {condition, group}) {
        button->setAutoDefault(false);
        button->setFlat(true);
        buttons->addWidget(button);
    }
    buttons->addStretch(1);
    m_layout->addLayout(buttons);
    connect(condition, &QPushButton::clicked, this, qOverload<>(&FilterGroupEdit::addCondition));
    connect(group, &QPushButton::clicked, this, &FilterGroupEdit::addGroup);
}

void FilterGroupEdit::setRows(const std::vector<FilterRow>& rows)
{
    for (const Line& line : m_lines) {
        line.widget->hide();
        line.widget->deleteLater();
    }
    m_lines.clear();
    for (const FilterRow& row : rows)
        addLine(row);
}

std::vector<FilterRow> FilterGroupEdit::rows() const
{
    std::vector<FilterRow> rows;
    for (const Line& line : m_lines) {
        FilterRow row;
        if (line.group) {
            row.kind = FilterRow::Kind::Group;
            row.rows = line.group->rows();
        } else if (auto whole = line.condition->row()) {
            row = std::move(*whole);
        } else {
            continue;
        }
        const int join = line.join->currentIndex();
        row.join = join % 2 == 1 && line.join != m_lines.front().join ? FilterRow::Join::Or : FilterRow::Join::And;
        row.negated = line.join->currentData().toBool();
        rows.push_back(std::move(row));
    }
    return rows;
}

void FilterGroupEdit::addLine(const FilterRow& row)
{
    Line line;
    line.widget = new QWidget(this);
    auto* layout = new QHBoxLayout(line.widget);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    line.join = new QComboBox(line.widget);
    auto* label = new QLabel(tr("And or or"), line.widget);
    label->setFixedSize(0, 0);
    label->setBuddy(line.join);
    line.join->setToolTip(tr(R"(How the condition is joined with those above it. "and" goes before "or".)"));
    line.join->addItem(tr("and"), false);
    line.join->addItem(tr("or"), false);
    line.join->addItem(tr("and not"), true);
    line.join->addItem(tr("or not"), true);
    line.join->setCurrentIndex((row.join == FilterRow::Join::Or ? 1 : 0) + (row.negated ? 2 : 0));
    layout->addWidget(label);
    layout->addWidget(line.join, 0, Qt::AlignTop);
    if (row.kind == FilterRow::Kind::Group) {
        line.group = new FilterGroupEdit(m_session, m_theme, m_depth + 1, line.widget);
        line.group->setRows(row.rows);
        connect(line.group, &FilterGroupEdit::changed, this, &FilterGroupEdit::changed);
        connect(line.group, &FilterGroupEdit::lineAdded, this, &FilterGroupEdit::lineAdded);
        layout->addWidget(line.group, 1);
    } else {
        line.condition = new FilterConditionEdit(m_session, m_theme, row, line.widget);
        connect(line.condition, &FilterConditionEdit::changed, this, &FilterGroupEdit::changed);
        layout->addWidget(line.condition, 1);
    }
    auto* remove = new QToolButton(line.widget);
    const QString name = line.group ? tr("Remove this group") : tr("Remove this condition");
    remove->setText(name);
    remove->setToolTip(name);
    remove->setIcon(m_theme.icon(QStringLiteral("close")));
    remove->setAutoRaise(true);
    remove->setFixedSize(28, 28);
    remove->setFocusPolicy(Qt::TabFocus);
    layout->addWidget(remove, 0, Qt::AlignTop);
    connect(line.join, &QComboBox::currentIndexChanged, this, &FilterGroupEdit::changed);
    connect(remove, &QToolButton::clicked, this, [this, widget = line.widget] { removeLine(widget); });
    m_layout->insertWidget(count(), line.widget);
    m_lines.push_back(line);
    nameJoins();
    line.widget->show();
}

void FilterGroupEdit::removeLine(QWidget* widget)
{
    widget->hide();
    widget->deleteLater();
    m_lines.erase(std::find_if(m_lines.begin(), m_lines.end(), [widget](const Line& l) { return l.widget == widget; }));
    nameJoins();
    emit changed();
}

/// Nothing stands above a first line: it begins, and is only denied or not.
void FilterGroupEdit::nameJoins()
{
    for (const Line& line : m_lines) {
        const bool first = &line == &m_lines.front();
        const QSignalBlocker blocker(line.join);
        line.join->setItemText(0, first ? tr("Where") : tr("and"));
        line.join->setItemText(2, first ? tr("Where not") : tr("and not"));
        if (first && line.join->count() == 4) {
            const bool negated = line.join->currentData().toBool();
            line.join->setCurrentIndex(negated ? 2 : 0);
        }
    }
}

void FilterGroupEdit::addCondition()
{
    FilterRow row = newRow();
    if (!m_lines.empty() && m_lines.back().condition) {
        if (const auto last = m_lines.back().condition->row(); last && last->kind == FilterRow::Kind::Condition)
            row.test.column = last->test.column;
    }
    addCondition(row.test.column);
}

void FilterGroupEdit::addCondition(const FilterColumn& column)
{
    FilterRow row = newRow();
    row.test.column = column;
    addLine(row);
    emit lineAdded();
    m_lines.back().condition->focusValue();
}

void FilterGroupEdit::addGroup()
{
    FilterRow row;
    row.kind = FilterRow::Kind::Group;
    row.rows = {newRow()};
    addLine(row);
    emit lineAdded();
    m_lines.back().group->m_lines.back().condition->focusValue();
}

void FilterGroupEdit::paintEvent(QPaintEvent*)
{
    if (m_depth == 0)
        return;
    QPainter painter(this);
    const int x = layoutDirection() == Qt::RightToLeft ? width() - kLine : 0;
    painter.fillRect(x, 0, kLine, height(), m_theme.color(Theme::Token::Border));
}

} // namespace runglass
