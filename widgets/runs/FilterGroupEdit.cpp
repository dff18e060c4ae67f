// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterGroupEdit.h"

#include "widgets/common/Theme.h"
#include "widgets/runs/FilterConditionEdit.h"
#include "widgets/runs/FilterSubject.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <type_traits>

namespace runglass
{

namespace
{

constexpr int kIndent = 24;
constexpr int kLine = 2;
constexpr int kGap = 8;
constexpr int kRemove = 28;
constexpr int kArrowAndPadding = 40;
constexpr int kLeastColumn = 120, kMostColumn = 200;
constexpr int kUsualValue = 150, kMostValue = 320;

/// A new line asks for the name, which every run has; of logged rows for their first column.
FilterRow newRow(const FilterSubject& subject)
{
    FilterRow row;
    row.test.column = {FilterColumn::Origin::Field, {"name"}};
    row.test.op = FilterOperator::Equal;
    const auto list = subject.list();
    if (list->table->isOfLoggedRows())
        row.test.column = {FilterColumn::Origin::Key, list->keyColumns.empty()
                                                          ? KeyPath{"run"}
                                                          : list->table->columns()[list->keyColumns.front()]->id().key};
    return row;
}

/// What can join a line with those above it, and what a first one begins with.
QStringList joinNames(bool first)
{
    return first ? QStringList{FilterGroupEdit::tr("Where"), FilterGroupEdit::tr("or"),
                               FilterGroupEdit::tr("Where not"), FilterGroupEdit::tr("or not")}
                 : QStringList{FilterGroupEdit::tr("and"), FilterGroupEdit::tr("or"), FilterGroupEdit::tr("and not"),
                               FilterGroupEdit::tr("or not")};
}

int joinWidth(const QFontMetrics& metrics)
{
    int width = 0;
    for (const bool first : {true, false})
        for (const QString& name : joinNames(first))
            width = std::max(width, metrics.horizontalAdvance(name));
    return width + kArrowAndPadding;
}

/// A group of one line means that line.
bool meansTheSame(const FilterRow& one, const FilterRow& other)
{
    return one.join == other.join && filterOfRows({one}) == filterOfRows({other});
}

} // namespace

FilterGroupEdit::FilterGroupEdit(FilterSubject& subject, Theme& theme, int depth, QWidget* parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_theme(theme)
    , m_depth(depth)
    , m_widths{kMostColumn, kMostValue}
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(depth > 0 ? kIndent : 0, 0, 0, 0);
    m_layout->setSpacing(kGap);
}

void FilterGroupEdit::clear()
{
    for (const Line& line : m_lines) {
        line.widget->hide();
        line.widget->deleteLater();
    }
    m_lines.clear();
}

void FilterGroupEdit::setRows(const std::vector<FilterRow>& rows)
{
    std::vector<std::size_t> places; // of the lines that are whole
    std::vector<FilterRow> shown;
    for (std::size_t i = 0; i < m_lines.size(); ++i) {
        std::optional<FilterRow> whole = row(m_lines[i]);
        if (!whole || (whole->kind == FilterRow::Kind::Group && filterOfRows(whole->rows).kind == Filter::Kind::All))
            continue;
        if (shown.empty())
            whole->join = FilterRow::Join::And;
        places.push_back(i);
        shown.push_back(std::move(*whole));
    }
    std::size_t front = 0, back = 0;
    const std::size_t least = std::min(shown.size(), rows.size());
    while (front < least && meansTheSame(shown[front], rows[front]))
        ++front;
    while (back < least - front && meansTheSame(shown[shown.size() - 1 - back], rows[rows.size() - 1 - back]))
        ++back;
    const std::size_t oldEnd = shown.size() - back, newEnd = rows.size() - back;
    std::size_t at = front;
    for (; at < std::min(oldEnd, newEnd); ++at)
        setRow(m_lines[places[at]], rows[at]);
    std::size_t place = at > 0 ? places[at - 1] + 1 : 0;
    for (std::size_t added = at; added < newEnd; ++added)
        insertLine(place++, rows[added]);
    for (std::size_t gone = oldEnd; gone > at; --gone)
        removeLine(m_lines[places[gone - 1]].widget);
    nameJoins();
}

std::optional<FilterRow> FilterGroupEdit::row(const Line& line) const
{
    FilterRow row;
    if (line.group) {
        row.kind = FilterRow::Kind::Group;
        row.rows = line.group->rows();
    } else if (auto whole = line.condition->row()) {
        row = std::move(*whole);
    } else {
        return std::nullopt;
    }
    const bool isOr = line.join->currentIndex() % 2 == 1 && line.join != m_lines.front().join;
    row.join = isOr ? FilterRow::Join::Or : FilterRow::Join::And;
    row.negated = line.join->currentData().toBool();
    return row;
}

std::vector<FilterRow> FilterGroupEdit::rows() const
{
    std::vector<FilterRow> rows;
    for (const Line& line : m_lines) {
        if (auto whole = row(line))
            rows.push_back(std::move(*whole));
    }
    return rows;
}

/// Another condition in the same line; of another kind in a line of its own.
void FilterGroupEdit::setRow(const Line& line, const FilterRow& row)
{
    const bool isGroup = row.kind == FilterRow::Kind::Group;
    if (isGroup != (line.group != nullptr)) {
        const auto same = [&line](const Line& each) { return each.widget == line.widget; };
        const auto place = std::find_if(m_lines.begin(), m_lines.end(), same) - m_lines.begin();
        line.widget->hide();
        line.widget->deleteLater();
        m_lines.erase(m_lines.begin() + place);
        insertLine(static_cast<std::size_t>(place), row);
        return;
    }
    const QSignalBlocker quiet(line.join);
    line.join->setCurrentIndex((row.join == FilterRow::Join::Or ? 1 : 0) + (row.negated ? 2 : 0));
    if (isGroup)
        line.group->setRows(row.rows);
    else
        line.condition->setRow(row);
}

void FilterGroupEdit::insertLine(std::size_t place, const FilterRow& row)
{
    Line line;
    line.widget = new QWidget(this);
    auto* whole = new QVBoxLayout(line.widget);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->setSpacing(kGap);
    auto* top = new QHBoxLayout;
    top->setSpacing(0);
    whole->addLayout(top);
    line.join = new QComboBox(line.widget);
    line.join->setObjectName(QStringLiteral("filterJoin"));
    line.join->setFixedWidth(joinWidth(fontMetrics()));
    auto* label = new QLabel(tr("And or or"), line.widget);
    label->setFixedSize(0, 0);
    label->setBuddy(line.join);
    line.join->setToolTip(tr(R"(How the condition is joined with those above it. "and" goes before "or".)"));
    for (const bool negated : {false, false, true, true})
        line.join->addItem(QString(), negated);
    line.join->setCurrentIndex((row.join == FilterRow::Join::Or ? 1 : 0) + (row.negated ? 2 : 0));
    top->addWidget(label);
    top->addWidget(line.join);
    top->addSpacing(kGap);
    addParts(line, top, row);
    addRemove(line, top);
    if (line.group)
        whole->addWidget(line.group);
    connect(line.join, &QComboBox::currentIndexChanged, this, &FilterGroupEdit::changed);
    m_layout->insertWidget(static_cast<int>(place), line.widget);
    m_lines.insert(m_lines.begin() + static_cast<std::ptrdiff_t>(place), line);
    nameJoins();
    setWidths(m_widths);
    line.widget->show();
}

/// The condition; or the lines of a group, and at its head the buttons for more of them.
void FilterGroupEdit::addParts(Line& line, QLayout* top, const FilterRow& row)
{
    const auto relay = [this](auto* part) {
        using Part = std::remove_pointer_t<decltype(part)>;
        connect(part, &Part::changed, this, &FilterGroupEdit::changed);
        connect(part, &Part::typed, this, &FilterGroupEdit::typed);
        connect(part, &Part::finished, this, &FilterGroupEdit::finished);
    };
    if (row.kind != FilterRow::Kind::Group) {
        line.condition = new FilterConditionEdit(m_subject, m_theme, row, line.widget);
        relay(line.condition);
        top->addWidget(line.condition);
        return;
    }
    line.group = new FilterGroupEdit(m_subject, m_theme, m_depth + 1, line.widget);
    line.group->setRows(row.rows);
    relay(line.group);
    connect(line.group, &FilterGroupEdit::lineAdded, this, &FilterGroupEdit::lineAdded);
    auto* condition = new QPushButton(tr("Add filter to group"), line.widget);
    auto* group = new QPushButton(tr("Add group to group"), line.widget);
    for (QPushButton* button : {condition, group}) {
        button->setAutoDefault(false);
        button->setFlat(true);
        top->addWidget(button);
    }
    connect(condition, &QPushButton::clicked, line.group, qOverload<>(&FilterGroupEdit::addCondition));
    connect(group, &QPushButton::clicked, line.group, &FilterGroupEdit::addGroup);
    connect(line.group, &FilterGroupEdit::emptied, condition, [condition] { condition->setFocus(); });
    static_cast<QHBoxLayout*>(top)->addStretch(1);
}

void FilterGroupEdit::addRemove(Line& line, QLayout* top)
{
    line.remove = new QToolButton(line.widget);
    const QString name = line.group ? tr("Remove this group") : tr("Remove this condition");
    line.remove->setObjectName(QStringLiteral("filterRemove"));
    line.remove->setText(name);
    line.remove->setToolTip(name);
    line.remove->setIcon(m_theme.icon(QStringLiteral("close")));
    line.remove->setAutoRaise(true);
    line.remove->setFixedSize(kRemove, kRemove);
    line.remove->setFocusPolicy(Qt::TabFocus);
    top->addWidget(line.remove);
    connect(line.remove, &QToolButton::clicked, this, [this, widget = line.widget] { onRemoveClicked(widget); });
}

/// The focus goes to what removes the line that comes to its place.
void FilterGroupEdit::onRemoveClicked(QWidget* widget)
{
    const auto same = [widget](const Line& line) { return line.widget == widget; };
    const auto place = static_cast<std::size_t>(std::find_if(m_lines.begin(), m_lines.end(), same) - m_lines.begin());
    removeLine(widget);
    if (m_lines.empty())
        emit emptied();
    else
        m_lines[std::min(place, m_lines.size() - 1)].remove->setFocus(Qt::OtherFocusReason);
    emit changed();
}

void FilterGroupEdit::removeLine(QWidget* widget)
{
    widget->hide();
    widget->deleteLater();
    m_lines.erase(std::find_if(m_lines.begin(), m_lines.end(), [widget](const Line& l) { return l.widget == widget; }));
    nameJoins();
}

/// Nothing stands above a first line: it begins, and is only denied or not.
void FilterGroupEdit::nameJoins()
{
    for (const Line& line : m_lines) {
        const bool first = &line == &m_lines.front();
        const QSignalBlocker blocker(line.join);
        const QStringList names = joinNames(first);
        for (int i = 0; i < line.join->count(); ++i)
            line.join->setItemText(i, names[i]);
        if (first)
            line.join->setCurrentIndex(line.join->currentData().toBool() ? 2 : 0);
    }
}

int FilterGroupEdit::depthBelow() const
{
    int depth = 0;
    for (const Line& line : m_lines)
        depth = std::max(depth, line.group ? line.group->depthBelow() + 1 : 0);
    return depth;
}

void FilterGroupEdit::fitTo(int width)
{
    const int others = joinWidth(fontMetrics()) + FilterConditionEdit::leastWidth(fontMetrics()) + kGap + kRemove;
    Widths widths;
    widths.column = std::clamp(width - others - kIndent * depthBelow() - kUsualValue, kLeastColumn, kMostColumn);
    widths.value = std::min(kMostValue, width - others - widths.column);
    // Where there is room, what removes a line stays beside it.
    setMaximumWidth(others + widths.column + std::max(widths.value, 0));
    setWidths(widths);
}

int FilterGroupEdit::mostWidth() const
{
    return joinWidth(fontMetrics()) + FilterConditionEdit::leastWidth(fontMetrics()) + kGap + kRemove + kMostColumn +
           kMostValue;
}

void FilterGroupEdit::setWidths(const Widths& widths)
{
    m_widths = widths;
    for (const Line& line : m_lines) {
        if (line.group)
            line.group->setWidths({widths.column, widths.value - kIndent});
        else
            line.condition->setWidths(widths.column, widths.value);
    }
}

void FilterGroupEdit::addCondition()
{
    FilterRow row = newRow(m_subject);
    if (!m_lines.empty() && m_lines.back().condition) {
        if (const auto last = m_lines.back().condition->row(); last && last->kind == FilterRow::Kind::Condition)
            row.test.column = last->test.column;
    }
    addCondition(row.test.column);
}

void FilterGroupEdit::addCondition(const FilterColumn& column)
{
    FilterRow row = newRow(m_subject);
    row.test.column = column;
    insertLine(m_lines.size(), row);
    emit lineAdded();
    m_lines.back().condition->focusValue();
}

void FilterGroupEdit::addGroup()
{
    FilterRow row;
    row.kind = FilterRow::Kind::Group;
    row.rows = {newRow(m_subject)};
    insertLine(m_lines.size(), row);
    emit lineAdded();
    m_lines.back().group->m_lines.back().condition->focusValue();
}

void FilterGroupEdit::paintEvent(QPaintEvent*)
{
    if (m_depth == 0)
        return;
    QPainter painter(this);
    const int x = (kIndent - kLine) / 2 - kLine;
    const QRect line(x, 0, kLine, height());
    painter.fillRect(QStyle::visualRect(layoutDirection(), rect(), line), m_theme.color(Theme::Token::Border));
}

} // namespace runglass
