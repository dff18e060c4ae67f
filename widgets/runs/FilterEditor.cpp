// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterEditor.h"

#include "models/session/Session.h"
#include "models/table/FilterCheck.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterExpression.h"
#include "widgets/runs/FilterGroupEdit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace runglass
{

namespace
{
constexpr int kInset = 12;
constexpr int kGap = 8;
constexpr int kMostLinesHeight = 220;
} // namespace

FilterEditor::FilterEditor(Context& context, QWidget* parent)
    : QWidget(parent)
    , m_context(context)
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_lines(new FilterGroupEdit(context.session, context.theme, 0))
    , m_scroll(new QScrollArea(this))
    , m_buttons(new QHBoxLayout)
    , m_text(new FilterExpression(context.session, context.theme, this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("filterEditor"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_halves->setContentsMargins(kInset, kGap, kInset, kGap + 1);
    m_halves->setSpacing(2 * kGap);
    m_halves->addWidget(makeLines(), 3);
    m_halves->addWidget(makeText(), 2);
    connect(m_lines, &FilterGroupEdit::lineAdded, this, &FilterEditor::fitLines);
    connect(m_lines, &FilterGroupEdit::changed, this, [this] {
        const QScopedValueRollback<bool> writing(m_writing, true);
        m_text->setPlainText(QString::fromStdString(toText(filterOfRows(m_lines->rows()))));
        apply(true);
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
        if (!m_writing)
            apply(false);
    });
    connect(&context.session, &Session::stateChanged, this, &FilterEditor::followState);
    connect(&context.session, &Session::listChanged, this, &FilterEditor::followList);
    showFilter(context.session.state().filter);
    followList();
}

QWidget* FilterEditor::makeLines()
{
    auto* half = new QWidget(this);
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(kGap);
    m_scroll->setObjectName(QStringLiteral("filterLines"));
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setWidget(m_lines);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_lines->setAutoFillBackground(false);
    m_lines->installEventFilter(this);
    auto* add = new QPushButton(tr("Add filter"), half);
    auto* group = new QPushButton(tr("Add group"), half);
    add->setToolTip(tr("Add a condition"));
    group->setToolTip(tr("Add conditions in parentheses"));
    for (QPushButton* button : {add, group}) {
        button->setAutoDefault(false);
        m_buttons->addWidget(button);
    }
    m_buttons->addStretch(1);
    connect(add, &QPushButton::clicked, m_lines, qOverload<>(&FilterGroupEdit::addCondition));
    connect(group, &QPushButton::clicked, m_lines, &FilterGroupEdit::addGroup);
    layout->addWidget(m_scroll);
    layout->addLayout(m_buttons);
    layout->addStretch(1);
    return half;
}

QWidget* FilterEditor::makeText()
{
    auto* half = new QWidget(this);
    auto* layout = new QVBoxLayout(half);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    m_hint->setObjectName(QStringLiteral("filterHint"));
    m_hint->setTextFormat(Qt::PlainText);
    m_hint->setWordWrap(true);
    layout->addWidget(m_text);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    return half;
}

void FilterEditor::addButton(QAction* action)
{
    m_buttons->insertWidget(m_buttons->count() - 1, new ActionButton(action, this));
}

void FilterEditor::addCondition(const FilterColumn& column)
{
    m_lines->addCondition(column);
}

void FilterEditor::begin()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void FilterEditor::apply(bool fromLines)
{
    TypedFilter parse = readFilter(*m_context.session.list()->table, m_text->toPlainText().toStdString());
    const std::optional<FilterError>& error = parse.error;
    m_wrong = error.has_value();
    say(error ? &*error : nullptr);
    if (m_wrong)
        return;
    if (!fromLines && filterOfRows(m_lines->rows()) != parse.filter) {
        m_lines->setRows(rowsOfFilter(parse.filter));
        fitLines();
    }
    if (parse.filter == m_applied)
        return;
    m_applied = parse.filter;
    RunListState state = m_context.session.state();
    state.filter = std::move(parse.filter);
    m_context.session.setState(std::move(state));
}

void FilterEditor::showFilter(const Filter& filter)
{
    m_applied = filter;
    m_wrong = false;
    const QScopedValueRollback<bool> writing(m_writing, true);
    m_text->setPlainText(QString::fromStdString(toText(filter)));
    m_lines->setRows(rowsOfFilter(filter));
    fitLines();
    say(nullptr);
}

/// It was changed elsewhere: cleared, undone, another project.
void FilterEditor::followState()
{
    if (m_context.session.state().filter != m_applied)
        showFilter(m_context.session.state().filter);
}

void FilterEditor::followList()
{
    if (m_wrong)
        return;
    const auto list = m_context.session.list();
    say(list->filterError ? &*list->filterError : nullptr);
}

void FilterEditor::say(const FilterError* error)
{
    m_text->setError(error);
    const auto list = m_context.session.list();
    QString text;
    if (error) {
        text = sentence(*error);
        if (m_wrong)
            text += QLatin1Char(' ') + tr("The last valid filter is still applied.");
    } else if (!list->filterWarnings.empty()) {
        text = QString::fromStdString(list->filterWarnings.front().detail);
    } else {
        const QLocale locale;
        text = tr("Rows and expression stay in step. %1 of %2 runs match.")
                   .arg(locale.toString(list->rows.size()), locale.toString(list->inScope));
    }
    m_hint->setText(text);
    m_text->setAccessibleDescription(text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_context.theme.color(error ? Theme::Token::Worse : Theme::Token::Muted));
    m_hint->setPalette(colours);
}

/// What was found and what may stand there. Where that says too little, in the words of the language itself.
QString FilterEditor::sentence(const FilterError& error) const
{
    const std::map<std::string, QString> words = {
        {"a condition", tr("a condition")}, {"an operator", tr("an operator")},           {"a value", tr("a value")},
        {"a text", tr("a text")},           {"a duration as 7d", tr("a duration as 7d")}, {"the end", tr("the end")}};
    if (error.expected.empty())
        return QString::fromStdString(error.detail);
    const auto named = [&words](const std::string& word) {
        const auto found = words.find(word);
        return found != words.end() ? found->second : QString::fromStdString(word);
    };
    QStringList expected;
    for (const std::string& word : error.expected)
        expected.append(named(word));
    const QString last = expected.takeLast();
    const QString all =
        expected.isEmpty() ? last : tr("%1 or %2", "what may stand in a filter").arg(expected.join(tr(", ")), last);
    return tr("At character %1: found %2, expected %3.")
        .arg(QLocale().toString(error.span.position), named(error.found), all);
}

void FilterEditor::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    m_halves->setDirection(window()->width() >= kSideBySideFrom ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
}

/// As high as its lines, up to some; then they are scrolled.
void FilterEditor::fitLines()
{
    const int height = m_lines->count() == 0 ? 0 : m_lines->sizeHint().height();
    m_scroll->setFixedHeight(std::min(height, kMostLinesHeight));
    m_scroll->setVisible(height > 0);
}

bool FilterEditor::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_lines && event->type() == QEvent::LayoutRequest)
        fitLines();
    return QWidget::eventFilter(watched, event);
}

void FilterEditor::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

} // namespace runglass
