// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterEditor.h"

#include "models/items/FilterText.h"
#include "widgets/common/ActionButton.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/FilterExpression.h"
#include "widgets/runs/FilterGroupEdit.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace runglass
{

namespace
{
constexpr int kInset = 12;
constexpr int kGap = 8;
constexpr int kMostLinesHeight = 36 * 8;
constexpr int kPauseMs = 500;
constexpr int kMostSentences = 3;
} // namespace

FilterEditor::FilterEditor(Context& context, QWidget* parent)
    : FilterEditor(*new RunsFilterSubject(context.session), context.theme, parent)
{
    m_subject.setParent(this);
}

FilterEditor::FilterEditor(FilterSubject& subject, Theme& theme, QWidget* parent)
    : QWidget(parent)
    , m_subject(subject)
    , m_theme(theme)
    , m_halves(new QBoxLayout(QBoxLayout::LeftToRight, this))
    , m_textRow(new QHBoxLayout)
    , m_lines(new FilterGroupEdit(subject, theme, 0))
    , m_scroll(new QScrollArea(this))
    , m_buttons(new QHBoxLayout)
    , m_text(new FilterExpression([&subject] { return subject.list()->table; }, theme, this))
    , m_hint(new QLabel(this))
{
    setObjectName(QStringLiteral("filterEditor"));
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    m_halves->setContentsMargins(kInset, kGap, kInset, kGap + 1);
    m_halves->setSpacing(2 * kGap);
    m_halves->addWidget(makeLines(), 3);
    m_halves->addWidget(makeText(), 2);
    connect(m_lines, &FilterGroupEdit::lineAdded, this, &FilterEditor::fitLines);
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &FilterEditor::apply);
    connect(m_lines, &FilterGroupEdit::changed, this, [this] {
        writeText();
        apply();
    });
    connect(m_lines, &FilterGroupEdit::typed, this, [this] {
        writeText();
        m_waits = true;
        m_pause.start();
    });
    connect(m_text, &QPlainTextEdit::textChanged, this, &FilterEditor::onTyped);
    connect(m_lines, &FilterGroupEdit::finished, this, &FilterEditor::applyWhatWaits);
    connect(m_text, &FilterExpression::finished, this, &FilterEditor::applyWhatWaits);
    connect(&theme, &Theme::changed, this, [this] {
        const std::optional<FilterError> error = m_said;
        say(error ? &*error : nullptr);
    });
    connect(&subject, &FilterSubject::filterChanged, this, &FilterEditor::followState);
    connect(&subject, &FilterSubject::listChanged, this, &FilterEditor::followList);
    showFilter(subject.filter());
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
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->viewport()->installEventFilter(this);
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
    connect(m_lines, &FilterGroupEdit::emptied, add, [add] { add->setFocus(); });
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
    // By itself it would take the role that goes with the background of the page.
    m_hint->setForegroundRole(QPalette::WindowText);
    m_hint->setWordWrap(true);
    m_textRow->setSpacing(kGap);
    m_textRow->addWidget(m_text, 1);
    layout->addLayout(m_textRow);
    layout->addWidget(m_hint);
    layout->addStretch(1);
    return half;
}

void FilterEditor::setCompact(const QList<QWidget*>& beside)
{
    m_isCompact = true;
    QWidget* lines = m_scroll->parentWidget();
    m_halves->setContentsMargins(0, 0, 0, 0);
    m_halves->setSpacing(4);
    m_halves->setDirection(QBoxLayout::TopToBottom);
    m_halves->removeWidget(lines);
    m_halves->addWidget(lines);
    lines->hide();
    for (QWidget* widget : beside)
        m_textRow->addWidget(widget, 0, Qt::AlignTop);
}

/// Columns may have come since the lines were made.
void FilterEditor::setLinesShown(bool shown, const std::optional<FilterColumn>& begin)
{
    m_scroll->parentWidget()->setVisible(shown);
    if (!shown)
        return;
    m_lines->clear();
    m_lines->setRows(rowsOfFilter(m_applied));
    fitLines();
    if (begin)
        m_lines->addCondition(*begin);
    else if (m_lines->count() == 0)
        m_lines->addCondition();
}

QList<QWidget*> FilterEditor::tabStops() const
{
    QList<QWidget*> stops;
    for (QWidget* widget : m_scroll->parentWidget()->findChildren<QWidget*>())
        if (widget->focusPolicy() & Qt::TabFocus && widget->isVisibleTo(this))
            stops.append(widget);
    return stops;
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

/// What the text says already stays as somebody wrote it.
void FilterEditor::writeText()
{
    const Filter filter = filterOfRows(m_lines->rows());
    const TypedFilter written = readFilter(*m_subject.list()->table, m_text->toPlainText().toStdString());
    if (!written.error && written.filter == filter)
        return;
    const QScopedValueRollback<bool> writing(m_writing, true);
    m_text->setPlainText(QString::fromStdString(toText(filter)));
    m_text->moveCursor(QTextCursor::End);
}

/// Each letter of a word would be another filter, and the runs would come and go: it waits for a pause, or Enter. The
/// name of a column is rarely what somebody searches for: it waits for an operator, or Enter.
void FilterEditor::onTyped()
{
    if (m_writing)
        return;
    TypedFilter read = readFilter(*m_subject.list()->table, m_text->toPlainText().toStdString());
    m_pause.stop();
    m_waits = read.ending != TypedFilter::Ending::Whole;
    if (!m_waits)
        use(std::move(read));
    else if (read.ending == TypedFilter::Ending::Open)
        m_pause.start();
    else
        sayThatItWaits();
}

void FilterEditor::sayThatItWaits()
{
    m_wrong = false;
    say(nullptr);
    showHint(tr("Go on with an operator, or press Enter to search for the word."), false);
}

void FilterEditor::applyWhatWaits()
{
    if (m_waits)
        apply();
}

void FilterEditor::apply()
{
    use(readFilter(*m_subject.list()->table, m_text->toPlainText().toStdString()));
}

void FilterEditor::use(TypedFilter read)
{
    m_pause.stop();
    m_waits = false;
    m_wrong = read.error.has_value();
    say(read.error ? &*read.error : nullptr);
    if (m_wrong)
        return;
    if (filterOfRows(m_lines->rows()) != read.filter) {
        m_lines->setRows(rowsOfFilter(read.filter));
        fitLines();
    }
    if (read.filter == m_applied)
        return;
    m_applied = read.filter;
    m_subject.setFilter(std::move(read.filter));
}

void FilterEditor::showFilter(const Filter& filter)
{
    m_pause.stop();
    m_waits = false;
    m_applied = filter;
    m_wrong = false;
    const QScopedValueRollback<bool> writing(m_writing, true);
    m_text->setPlainText(QString::fromStdString(toText(filter)));
    // What is cleared, or of other runs, has no lines that somebody is still writing.
    const RunScope scope = m_subject.scope();
    if (filter.kind == Filter::Kind::All || scope != m_scope)
        m_lines->clear();
    m_scope = scope;
    m_lines->setRows(rowsOfFilter(filter));
    fitLines();
    say(nullptr);
}

/// It was changed elsewhere: cleared, undone, another project.
void FilterEditor::followState()
{
    if (m_subject.filter() != m_applied)
        showFilter(m_subject.filter());
}

void FilterEditor::followList()
{
    if (m_wrong || m_waits)
        return;
    const auto list = m_subject.list();
    say(list->filterError ? &*list->filterError : nullptr);
}

void FilterEditor::say(const FilterError* error)
{
    m_said = error ? std::optional(*error) : std::nullopt;
    m_text->setError(error);
    const auto list = m_subject.list();
    QString text;
    int sentences = 0;
    const auto add = [&](const QString& sentence) {
        if (sentences++ < kMostSentences)
            text = text.isEmpty() ? sentence : tr("%1 %2", "two sentences").arg(text, sentence);
    };
    if (error) {
        add(filterErrorText(*error));
        if (m_wrong)
            add(tr("The last valid filter is still applied."));
    } else {
        for (const FilterError& warning : list->filterWarnings)
            add(filterErrorText(warning));
    }
    if (text.isEmpty())
        text = m_subject.countText();
    showHint(text, error != nullptr);
}

void FilterEditor::showHint(const QString& text, bool isError)
{
    m_hint->setText(text);
    m_hint->setVisible(!text.isEmpty());
    m_text->setAccessibleDescription(text);
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, m_theme.color(isError ? Theme::Token::Worse : Theme::Token::Muted));
    m_hint->setPalette(colours);
}

void FilterEditor::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    if (m_isCompact)
        return;
    const bool beside = window()->width() >= kSideBySideFrom;
    m_halves->setDirection(beside ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_scroll->parentWidget()->setMaximumWidth(beside ? m_lines->mostWidth() + m_scroll->verticalScrollBar()->width()
                                                     : QWIDGETSIZE_MAX);
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
    if (watched == m_scroll->viewport() && event->type() == QEvent::Resize)
        m_lines->fitTo(m_scroll->viewport()->width());
    return QWidget::eventFilter(watched, event);
}

void FilterEditor::paintEvent(QPaintEvent*)
{
    if (m_isCompact)
        return;
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Window));
    painter.fillRect(0, height() - 1, width(), 1, palette().color(QPalette::Mid));
}

} // namespace runglass
