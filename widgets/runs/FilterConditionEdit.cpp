// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterConditionEdit.h"

#include "models/items/FilterText.h"
#include "models/session/WhenAnswered.h"
#include "models/table/ColumnBinder.h"
#include "models/table/FilterOperators.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterColumnBox.h"
#include "widgets/runs/FilterSubject.h"

#include <QComboBox>
#include <QCompleter>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QSignalBlocker>
#include <QtConcurrent>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr std::size_t kMostValues = 200;
constexpr int kGap = 8;
constexpr int kLeastValue = 80;
constexpr int kArrowAndPadding = 40;

/// Completes what stands behind the last comma.
class ValueCompleter : public QCompleter
{
public:
    using QCompleter::QCompleter;

    QStringList splitPath(const QString& path) const override
    {
        return {path.mid(path.lastIndexOf(QLatin1Char(',')) + 1).trimmed()};
    }
    QString pathFromIndex(const QModelIndex& index) const override
    {
        const QString chosen = index.data(Qt::EditRole).toString();
        const auto* field = qobject_cast<QLineEdit*>(widget());
        const qsizetype comma = field && m_list ? field->text().lastIndexOf(QLatin1Char(',')) : -1;
        return comma < 0 ? chosen : field->text().left(comma + 1) + QLatin1Char(' ') + chosen;
    }
    void setList(bool list) { m_list = list; }

private:
    bool m_list = false;
};

/// A combo box takes its text as its accessible name: the label says what it is, and has no place.
QLabel* nameOf(QComboBox* box, const QString& name, QWidget* parent)
{
    auto* label = new QLabel(name, parent);
    label->setFixedSize(0, 0);
    label->setBuddy(box);
    if (box->toolTip().isEmpty())
        box->setToolTip(name);
    return label;
}

const std::vector<FilterOperator>& allOperators()
{
    using enum FilterOperator;
    static const std::vector<FilterOperator> all = {Equal, NotEqual, Less,   LessOrEqual, Greater,  GreaterOrEqual, In,
                                                    NotIn, IsNull,   Exists, WithinLast,  Contains, Matches};
    return all;
}

/// As wide as the longest one, so that conditions stand one below the other.
int operatorWidth(const QFontMetrics& metrics)
{
    int width = 0;
    for (const FilterOperator op : allOperators())
        width = std::max(width, metrics.horizontalAdvance(filterOperatorName(op)));
    return width + kArrowAndPadding;
}

} // namespace

FilterConditionEdit::FilterConditionEdit(FilterSubject& subject, Theme& theme, const FilterRow& row, QWidget* parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_theme(theme)
    , m_column(new FilterColumnBox(subject, theme, this))
    , m_operator(new QComboBox(this))
    , m_value(new QLineEdit(this))
{
    m_operator->setObjectName(QStringLiteral("filterOperator"));
    m_operator->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_operator->setFixedWidth(operatorWidth(fontMetrics()));
    makeValue();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(nameOf(m_column, tr("Column"), this));
    layout->addWidget(m_column);
    layout->addSpacing(kGap);
    layout->addWidget(nameOf(m_operator, tr("Operator"), this));
    layout->addWidget(m_operator);
    layout->addSpacing(kGap);
    layout->addWidget(m_value, 1);
    setRow(row);
    connectParts();
}

void FilterConditionEdit::makeValue()
{
    m_value->setObjectName(QStringLiteral("filterValue"));
    m_value->setAccessibleName(tr("Value"));
    m_value->setPlaceholderText(tr("Value"));
    m_value->setMinimumWidth(kLeastValue);
    m_value->setTextMargins(4, 0, 4, 0);
    m_value->installEventFilter(this);
    // Where an operator needs no value, what follows stays where it is.
    QSizePolicy policy = m_value->sizePolicy();
    policy.setRetainSizeWhenHidden(true);
    m_value->setSizePolicy(policy);
    auto* completer = new ValueCompleter(this);
    completer->setModel(&m_values);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    completer->setFilterMode(Qt::MatchContains);
    completer->setMaxVisibleItems(8);
    m_value->setCompleter(completer);
}

void FilterConditionEdit::connectParts()
{
    connect(m_column, &QComboBox::currentIndexChanged, this, [this] {
        fillOperators(op());
        follow();
        emit changed();
    });
    connect(m_operator, &QComboBox::currentIndexChanged, this, [this] {
        follow();
        emit changed();
    });
    connect(m_value, &QLineEdit::textChanged, this, &FilterConditionEdit::onValueChanged);
    connect(m_value, &QLineEdit::editingFinished, this, &FilterConditionEdit::finished);
    // What was chosen is whole.
    connect(m_value->completer(), qOverload<const QString&>(&QCompleter::activated), this,
            &FilterConditionEdit::finished, Qt::QueuedConnection);
}

void FilterConditionEdit::setRow(const FilterRow& row)
{
    const QSignalBlocker column(m_column), op(m_operator), value(m_value);
    const bool word = row.kind == FilterRow::Kind::Word;
    m_column->setColumn(word ? std::optional<FilterColumn>() : std::optional(row.test.column));
    fillOperators(word ? FilterOperator::Contains : row.test.op);
    m_value->setText(QString::fromStdString(word ? row.word : rowValueText(row.test, m_textsOnly)));
    follow();
}

void FilterConditionEdit::setWidths(int column, int mostValue)
{
    m_column->setFixedWidth(column);
    m_value->setMaximumWidth(std::max(mostValue, kLeastValue));
}

int FilterConditionEdit::leastWidth(const QFontMetrics& metrics)
{
    return operatorWidth(metrics) + 2 * kGap;
}

/// A number is one with each digit; the letters of a text are none before the last.
void FilterConditionEdit::onValueChanged()
{
    follow();
    const std::optional<FilterRow> whole = row();
    const bool isText = whole && (whole->kind == FilterRow::Kind::Word ||
                                  std::any_of(whole->test.values.begin(), whole->test.values.end(),
                                              [](const auto& v) { return v.kind == FilterValue::Kind::Text; }));
    if (isText && m_value->hasFocus())
        emit typed();
    else
        emit changed();
}

FilterOperator FilterConditionEdit::op() const
{
    return static_cast<FilterOperator>(m_operator->currentData().toInt());
}

void FilterConditionEdit::fillOperators(FilterOperator wanted)
{
    const QSignalBlocker blocker(m_operator);
    const auto named = m_column->column();
    std::vector<FilterOperator> fitting = {FilterOperator::Contains};
    m_textsOnly = true;
    if (named) {
        const ColumnBinding bound = bindColumn(*m_subject.list()->table, *named);
        fitting = bound.error ? std::vector<FilterOperator>() : fittingOperators(bound.column);
        m_textsOnly = !bound.error && holdsOnlyTexts(bound.column);
        if (fitting.empty())
            fitting = allOperators();
    }
    m_operator->clear();
    for (const FilterOperator each : fitting) {
        m_operator->addItem(filterOperatorName(each), static_cast<int>(each));
        m_operator->setItemData(m_operator->count() - 1, filterOperatorToolTip(each), Qt::ToolTipRole);
    }
    m_operator->setCurrentIndex(std::max(0, m_operator->findData(static_cast<int>(wanted))));
    askForValues();
}

/// Counting what a column holds looks at each run: a worker does it.
void FilterConditionEdit::askForValues()
{
    m_values.setStringList({});
    const int asked = ++m_asked;
    const auto named = m_column->column();
    if (!named)
        return;
    const auto count = [table = m_subject.list()->table, named = *named, textsOnly = m_textsOnly] {
        QStringList values;
        const ColumnBinding bound = bindColumn(*table, named);
        if (bound.error)
            return values;
        for (const ColumnValue& value : frequentValues(bound.column, kMostValues))
            values.append(QString::fromStdString(rowValueText(value.value, FilterOperator::Equal, textsOnly)));
        return values;
    };
    whenAnswered(this, QtConcurrent::run(count), [this, asked](const QStringList& values) {
        if (asked == m_asked)
            m_values.setStringList(values);
    });
}

RowTest FilterConditionEdit::test() const
{
    return readRowTest(*m_column->column(), op(), m_value->text().toStdString(), m_textsOnly);
}

std::optional<FilterRow> FilterConditionEdit::row() const
{
    FilterRow row;
    if (!m_column->column()) {
        row.kind = FilterRow::Kind::Word;
        row.word = m_value->text().trimmed().toStdString();
        return row.word.empty() ? std::nullopt : std::optional(row);
    }
    RowTest read = test();
    if (read.problem != RowTest::Problem::None)
        return std::nullopt;
    row.test = std::move(read.test);
    return row;
}

/// What the value is for, and what is wrong with it.
void FilterConditionEdit::follow()
{
    const bool word = !m_column->column();
    m_value->setVisible(word || valueCount(op()) != ValueCount::None);
    static_cast<ValueCompleter*>(m_value->completer())->setList(!word && valueCount(op()) == ValueCount::List);
    QString tip = word ? anyTextToolTip(m_subject.list()->table->isOfLoggedRows()) : filterOperatorToolTip(op());
    const RowTest::Problem problem = word ? RowTest::Problem::None : test().problem;
    m_wrong = problem != RowTest::Problem::None && problem != RowTest::Problem::Empty;
    if (problem == RowTest::Problem::NoDuration)
        tip = tr("Write how long: 30m, 12h, 7d, 4w");
    else if (problem == RowTest::Problem::NullHasNoOrder)
        tip = tr("null is neither less nor greater than a value");
    else if (problem == RowTest::Problem::UnclosedQuote)
        tip = tr("The closing quote is missing");
    m_value->setToolTip(tip);
    m_value->setAccessibleDescription(tip);
    update();
}

void FilterConditionEdit::focusValue()
{
    m_value->setFocus(Qt::OtherFocusReason);
}

bool FilterConditionEdit::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_value && event->type() == QEvent::KeyPress) {
        if (static_cast<QKeyEvent*>(event)->key() == Qt::Key_Down && m_values.rowCount() > 0) {
            m_value->completer()->setCompletionPrefix(m_value->text());
            m_value->completer()->complete();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void FilterConditionEdit::paintEvent(QPaintEvent*)
{
    if (!m_wrong || m_value->isHidden())
        return;
    QPainter painter(this);
    painter.fillRect(m_value->geometry().adjusted(-2, -2, 2, 2), m_theme.color(Theme::Token::Worse));
}

} // namespace runglass
