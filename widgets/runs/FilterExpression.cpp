// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterExpression.h"

#include "models/session/Session.h"
#include "models/table/FilterWords.h"
#include "widgets/common/Theme.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMimeData>
#include <QScrollBar>
#include <QTextBlock>
#include <QtConcurrent>

#include <algorithm>

namespace runglass
{

namespace
{

constexpr int kMostLines = 4;
constexpr int kPopupRows = 8;
constexpr int kPopupWidth = 360;

QTextEdit::ExtraSelection selection(const FilterExpression& edit, const FilterSpan& span, std::size_t least)
{
    const QString text = edit.toPlainText();
    QTextEdit::ExtraSelection part;
    part.cursor = QTextCursor(edit.document());
    qsizetype from = positionOf(text, span.position);
    const qsizetype to = positionOf(text, span.position + std::max(span.length, least));
    // At the end nothing stands that could be underlined: what stands before it is.
    if (from == to && from > 0 && least > 0)
        from = std::max<qsizetype>(0, from - 1);
    part.cursor.setPosition(static_cast<int>(from));
    part.cursor.setPosition(static_cast<int>(to), QTextCursor::KeepAnchor);
    return part;
}

} // namespace

FilterExpression::FilterExpression(Session& session, Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_session(session)
    , m_theme(theme)
    , m_completer(new QCompleter(this))
{
    setObjectName(QStringLiteral("filterExpression"));
    setAccessibleName(tr("Filter expression"));
    setToolTip(tr("Such as: state = Running and summary.loss < 1. Ctrl+Space offers what could follow."));
    setPlaceholderText(tr("Filter expression"));
    setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    setTabChangesFocus(true);
    setLineWrapMode(QPlainTextEdit::WidgetWidth);
    setWordWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    m_completer->setWidget(this);
    m_completer->setModel(&m_model);
    m_completer->setCompletionMode(QCompleter::UnfilteredPopupCompletion);
    m_completer->setMaxVisibleItems(kPopupRows);
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { take(index.row()); });
    connect(this, &QPlainTextEdit::textChanged, this, &FilterExpression::colourWords);
    connect(this, &QPlainTextEdit::textChanged, this, &FilterExpression::fitHeight);
    connect(&theme, &Theme::changed, this, &FilterExpression::colourWords);
    fitHeight();
}

void FilterExpression::colourWords()
{
    m_words.clear();
    for (const FilterWord& word : filterWords(toPlainText().toStdString())) {
        QTextEdit::ExtraSelection part = selection(*this, word.span, 0);
        part.format.setForeground(
            m_theme.color(word.kind == FilterWord::Kind::Text ? Theme::Token::Better : Theme::Token::Link));
        m_words.append(part);
    }
    setExtraSelections(m_words + m_errors);
}

void FilterExpression::setError(const FilterError* error)
{
    m_errors.clear();
    if (error) {
        QTextEdit::ExtraSelection part = selection(*this, error->span, 1);
        part.format.setUnderlineStyle(QTextCharFormat::WaveUnderline);
        part.format.setUnderlineColor(m_theme.color(Theme::Token::Worse));
        m_errors.append(part);
    }
    setExtraSelections(m_words + m_errors);
}

void FilterExpression::fitHeight()
{
    int lines = 0;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next())
        lines += std::max(1, block.layout() ? block.layout()->lineCount() : 1);
    const int shown = std::clamp(lines, 1, kMostLines);
    const int frame = 2 * frameWidth() + static_cast<int>(2 * document()->documentMargin());
    setFixedHeight(std::max(28, fontMetrics().lineSpacing() * shown + frame + 2));
    setVerticalScrollBarPolicy(lines > kMostLines ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff);
}

void FilterExpression::resizeEvent(QResizeEvent* event)
{
    QPlainTextEdit::resizeEvent(event);
    fitHeight();
}

/// A filter is one text: line breaks in what is pasted are spaces.
void FilterExpression::insertFromMimeData(const QMimeData* source)
{
    insertPlainText(source->text().simplified());
}

void FilterExpression::keyPressEvent(QKeyEvent* event)
{
    QAbstractItemView* popup = m_completer->popup();
    const bool open = popup->isVisible();
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (open && (enter || event->key() == Qt::Key_Tab)) {
        const int row = popup->currentIndex().isValid() ? popup->currentIndex().row() : 0;
        popup->hide();
        take(row);
        return;
    }
    if (open && event->key() == Qt::Key_Escape) {
        popup->hide();
        return;
    }
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::ControlModifier) {
        askForCompletions(true);
        return;
    }
    if (enter)
        return;
    const QString before = toPlainText();
    QPlainTextEdit::keyPressEvent(event);
    if (toPlainText() != before)
        askForCompletions(false);
    else
        popup->hide();
}

/// Tab takes a completion while some are offered.
bool FilterExpression::focusNextPrevChild(bool next)
{
    return !m_completer->popup()->isVisible() && QPlainTextEdit::focusNextPrevChild(next);
}

/// What a column holds is counted for it, over all runs: a worker does it.
void FilterExpression::askForCompletions(bool always)
{
    const int asked = ++m_asked;
    const QString text = toPlainText();
    const std::size_t cursor = charactersBefore(text, textCursor().position());
    const auto complete = [table = m_session.list()->table, typed = text.toStdString(), cursor] {
        return completeFilter(*table, typed, cursor);
    };
    QtConcurrent::run(complete).then(this, [this, asked, always](const FilterCompletion& completion) {
        if (asked != m_asked || !hasFocus())
            return;
        // While somebody types, nothing is offered between two words.
        if (always || completion.length > 0)
            showCompletions(completion);
        else
            m_completer->popup()->hide();
    });
}

void FilterExpression::showCompletions(const FilterCompletion& completion)
{
    m_position = completion.position;
    m_length = completion.length;
    m_offeredFor = toPlainText();
    m_model.setItems(completion.items);
    if (completion.items.empty()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(kPopupWidth);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

void FilterExpression::take(int row)
{
    const QString text = toPlainText();
    // What is offered may be for letters before the last ones: their answer is still to come.
    if (row < 0 || row >= m_model.rowCount() || text != m_offeredFor)
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(positionOf(text, m_position)));
    cursor.setPosition(static_cast<int>(positionOf(text, m_position + m_length)), QTextCursor::KeepAnchor);
    ++m_asked;
    cursor.insertText(QString::fromStdString(m_model.item(row).text));
    setTextCursor(cursor);
}

} // namespace runglass
