// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/FilterExpression.h"

#include "models/session/WhenAnswered.h"
#include "models/table/FilterWords.h"
#include "models/table/RunTable.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/NotedItemDelegate.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QFontDatabase>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QPolygonF>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextLayout>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

namespace runglass
{

namespace
{

constexpr int kMostLines = 4;
constexpr int kPopupRows = 8;
constexpr int kPopupWidth = 360;

/// A wave below a piece of a line, at least so wide that it is seen below one narrow character.
void drawWave(QPainter& painter, qreal left, qreal right, qreal bottom)
{
    constexpr qreal kStep = 2, kLeast = 8;
    right = std::max(right, left + kLeast);
    QPolygonF wave;
    const int steps = static_cast<int>((right - left) / kStep);
    for (int i = 0; i <= steps; ++i)
        wave.append({left + i * kStep, bottom - (i % 2 == 0 ? 0.0 : kStep)});
    painter.drawPolyline(wave);
}

} // namespace

FilterExpression::FilterExpression(TableOf table, Theme& theme, QWidget* parent)
    : QPlainTextEdit(parent)
    , m_table(std::move(table))
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
    // After the popup has made one of its own.
    m_completer->popup()->setItemDelegate(
        new NotedItemDelegate(theme, Qt::DisplayRole, CompletionModel::NoteRole, m_completer->popup()));
    connect(m_completer, qOverload<const QModelIndex&>(&QCompleter::activated), this,
            [this](const QModelIndex& index) { take(index.row()); });
    connect(this, &QPlainTextEdit::textChanged, this, &FilterExpression::colourWords);
    connect(this, &QPlainTextEdit::textChanged, this, &FilterExpression::fitHeight);
    connect(&theme, &Theme::changed, this, &FilterExpression::colourWords);
    fitHeight();
}

void FilterExpression::colourWords()
{
    QList<QTextEdit::ExtraSelection> words;
    const QString text = toPlainText();
    for (const FilterWord& word : filterWords(text.toStdString())) {
        QTextEdit::ExtraSelection part;
        part.cursor = QTextCursor(document());
        part.cursor.setPosition(static_cast<int>(positionOf(text, word.span.position)));
        part.cursor.setPosition(static_cast<int>(positionOf(text, word.span.position + word.span.length)),
                                QTextCursor::KeepAnchor);
        part.format.setForeground(
            m_theme.color(word.kind == FilterWord::Kind::Text ? Theme::Token::Better : Theme::Token::Link));
        words.append(part);
    }
    setExtraSelections(words);
}

void FilterExpression::setError(const FilterError* error)
{
    m_wrong = error ? std::optional(error->span) : std::nullopt;
    viewport()->update();
}

/// At the end nothing stands that could be underlined: what stands before it is.
std::pair<qsizetype, qsizetype> FilterExpression::wrongPart() const
{
    const QString text = toPlainText();
    qsizetype from = positionOf(text, m_wrong->position);
    const qsizetype to = positionOf(text, m_wrong->position + std::max<std::size_t>(m_wrong->length, 1));
    if (from == to) {
        while (from > 0 && text[from - 1].isSpace())
            --from;
        while (from > 0 && !text[from - 1].isSpace())
            --from;
    }
    return {from, to};
}

/// Qt's own wave is a pixel of a pale red in a font of this size.
void FilterExpression::paintEvent(QPaintEvent* event)
{
    QPlainTextEdit::paintEvent(event);
    if (!m_wrong)
        return;
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(m_theme.color(Theme::Token::Worse), 1.2));
    const auto [from, to] = wrongPart();
    for (QTextBlock block = firstVisibleBlock(); block.isValid(); block = block.next()) {
        const QPointF corner = blockBoundingGeometry(block).translated(contentOffset()).topLeft();
        for (int i = 0; i < block.layout()->lineCount(); ++i) {
            const QTextLine line = block.layout()->lineAt(i);
            const int start = std::max(static_cast<int>(from) - block.position(), line.textStart());
            const int end = std::min(static_cast<int>(to) - block.position(), line.textStart() + line.textLength());
            if (start < end)
                drawWave(painter, corner.x() + line.cursorToX(start), corner.x() + line.cursorToX(end),
                         corner.y() + line.y() + line.height() + 1);
        }
    }
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
    if (enter) {
        emit finished();
        return;
    }
    const QString before = toPlainText();
    QPlainTextEdit::keyPressEvent(event);
    if (toPlainText() != before)
        askForCompletions(false);
    else
        popup->hide();
}

void FilterExpression::focusOutEvent(QFocusEvent* event)
{
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        emit finished();
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
    const auto complete = [table = m_table(), typed = text.toStdString(), cursor] {
        return completeFilter(*table, typed, cursor);
    };
    whenAnswered(this, QtConcurrent::run(complete), [this, asked, always](const FilterCompletion& completion) {
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
    m_model.setItems(completion.items, m_table()->isOfLoggedRows());
    if (completion.items.empty()) {
        m_completer->popup()->hide();
        return;
    }
    QRect place = cursorRect();
    place.setWidth(kPopupWidth);
    m_completer->complete(place);
    m_completer->popup()->setCurrentIndex(m_completer->completionModel()->index(0, 0));
}

/// What is offered may be for letters before the last ones, whose answer is still to come: it is taken if it fits them.
void FilterExpression::take(int row)
{
    if (row < 0 || row >= m_model.rowCount())
        return;
    const QString text = toPlainText();
    const qsizetype from = positionOf(m_offeredFor, m_position);
    const qsizetype offeredEnd = positionOf(m_offeredFor, m_position + m_length);
    const qsizetype to = offeredEnd + text.size() - m_offeredFor.size();
    const QString chosen = QString::fromStdString(m_model.item(row).text);
    const bool sameAround = to >= from && QStringView(text).left(from) == QStringView(m_offeredFor).left(from) &&
                            QStringView(text).mid(to) == QStringView(m_offeredFor).mid(offeredEnd);
    if (!sameAround ||
        (text != m_offeredFor && !chosen.contains(QStringView(text).mid(from, to - from), Qt::CaseInsensitive)))
        return;
    QTextCursor cursor = textCursor();
    cursor.setPosition(static_cast<int>(from));
    cursor.setPosition(static_cast<int>(to), QTextCursor::KeepAnchor);
    ++m_asked;
    cursor.insertText(chosen);
    setTextCursor(cursor);
}

} // namespace runglass
