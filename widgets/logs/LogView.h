// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/LogSearch.h"
#include "widgets/logs/LogLayout.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QCache>

namespace runglass
{

class Theme;

/// Lines on a grid of equal cells, as a terminal shows them: a run's console or a file's text. Only rows in view are
/// laid out, so that a million lines scroll as fast as ten. Its content is there for assistive technology as text.
/// @thread GUI
class LogView : public QAbstractScrollArea
{
    Q_OBJECT

public:
    explicit LogView(Theme& theme, QWidget* parent = nullptr);
    ~LogView() override;

    /// What a document is to the one before: another, shown from its beginning; or the same console with news, where
    /// scroll and selection stay, and its end where that is followed.
    enum class Document { Another, Continued };
    void setDocument(std::shared_ptr<const LogDocument> document, Document kind = Document::Another);
    /// The end stays in view when lines come, until somebody scrolls away from it.
    void setFollowing(bool following);
    bool isFollowing() const { return m_isFollowing; }
    void setStream(LogStream stream);
    void setTimesShown(bool shown);
    void setWrapped(bool wrapped);
    const LogLayout& layoutOfLines() const { return m_layout; }

    /// Marks what was found; current is an index in matches, -1 for none.
    void setMatches(std::shared_ptr<const LogMatches> matches, int current);
    /// Brings the current match into view.
    void showMatch();

    bool hasSelection() const { return m_anchor != m_caret; }
    QString selectedText() const;
    /// For assistive technology: what a line is called out as ("stderr" is said before its text).
    QString spokenLine(std::size_t place) const;
    LogPosition selectionStart() const { return std::min(m_anchor, m_caret); }
    LogPosition selectionEnd() const { return std::max(m_anchor, m_caret); }
    void setSelection(const LogPosition& anchor, const LogPosition& caret);
    /// The cell of a position in the viewport, also when it is scrolled out of it.
    QRect cellAt(const LogPosition& position) const;
    LogPosition positionAt(const QPoint& viewportPoint) const;
    void ensureVisible(const LogPosition& position);

public slots:
    void selectAll();
    /// Puts the selection on the clipboard, if there is one.
    void copy() const;

signals:
    void selectionChanged();
    /// Somebody scrolled away from the end, or setFollowing was called.
    void followingChanged(bool following);

protected:
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void timerEvent(QTimerEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    struct Line; ///< a decoded line, kept while it is in view
    struct Geometry;

    const Line& line(std::size_t place) const;
    void readFont();
    Geometry geometry() const;
    void updateScrollBars();
    void dropMatchesFrom(std::size_t place);
    void onScrolled();
    void scrollToEnd();
    int rowsInView() const;
    void paintRow(QPainter& painter, const Geometry& at, std::size_t row, int y) const;
    void paintGutter(QPainter& painter, const Geometry& at, std::size_t place, int y) const;
    void paintText(QPainter& painter, const Geometry& at, std::size_t place, std::uint32_t firstColumn, int y) const;
    void paintSelection(QPainter& painter, const Geometry& at, std::size_t place, std::uint32_t firstColumn,
                        int y) const;
    LogPosition moved(const LogPosition& from, int key, bool byPage) const;
    void scrollByKey(int key, bool toEnd);

    Theme& m_theme;
    LogLayout m_layout;
    std::shared_ptr<const LogMatches> m_matches;
    int m_currentMatch = -1;
    LogPosition m_anchor, m_caret;
    bool m_showsTimes = false;
    bool m_isWrapped = false;
    bool m_isFollowing = false;
    bool m_isArranging = false; ///< the scroll bars move by themselves
    qreal m_cellWidth = 8;
    int m_rowHeight = 20;
    int m_ascent = 15;
    QPoint m_dragPoint;
    QBasicTimer m_dragTimer;
    mutable QCache<std::size_t, Line> m_lines;
};

} // namespace runglass
