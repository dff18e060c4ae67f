// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>
#include <QMouseEvent>

class QHelpEvent;

namespace runglass
{

class Theme;

/// The column heads of the runs table: a click sorts, a drag puts the column elsewhere, a drag on the edge sets the
/// width, a double click on it asks for the width in which the content fits. The first ones stay in sight while the
/// others are scrolled to the side. What keys have in common stands above them. "…" in the head opens the column's
/// menu; so does Alt+Down or the menu key on the head that the keyboard is on. A box in the head of the names ticks all
/// runs that are listed.
class RunsHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RunsHeader(Theme& theme, QWidget* parent = nullptr);

    /// How many sections, from the first, stay in sight.
    void setPinned(int count);
    /// Of them, those for which there is room beside others.
    int pinnedCount() const;
    /// How wide they are.
    int pinnedWidth() const;
    /// Where a section is in the viewport.
    QRect sectionRect(int section) const;
    /// The section at a place in the viewport; -1: there is none.
    int sectionAt(int x) const;
    /// Gives the keyboard to a head.
    void enter(int section);

    QSize sectionSizeFromContents(int logicalIndex) const override;

public slots:
    /// What is painted over the sections does not scroll with them.
    void repaintPinned(int scrolledBy);
    void menuClosed();

signals:
    /// A click on a head.
    /// @param also  the keys that the runs are sorted by already stay
    void sortClicked(int logicalIndex, bool also);
    /// A person drags the edge, and has let it go.
    void sectionDragged(int logicalIndex, int width);
    void sectionDropped(int logicalIndex, int width);
    /// A person dragged a head to another place among them.
    void sectionPut(int from, int to);
    void menuRequested(int section, const QPoint& globalPosition);
    /// A head is being dragged at an edge of what is in sight.
    void scrollRequested(int by);
    /// The keyboard came to this head.
    void headEntered(int section);
    /// The keyboard leaves for the cells below.
    void headLeft();

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    QPoint inSections(const QPoint& position) const;
    QMouseEvent inSections(const QMouseEvent& event) const;
    bool isNested() const;
    int nameHeight() const;
    int bandHeight() const;
    QRect nameRect(const QRect& head) const;
    QRect boxOf(const QRect& head) const;
    QString words(int section) const;
    bool pressPart(const QMouseEvent& event);
    bool isOnBox(const QPoint& position) const;
    bool isOnDots(const QPoint& position) const;
    bool isOnEdge(const QPoint& position) const;
    int edgeAt(const QPoint& position) const;
    QRect dotsOf(const QRect& head) const;
    bool showsDots(int section) const;
    bool showToolTip(QHelpEvent* event);
    void setHovered(int section, bool onDots);
    void dragTo(const QPoint& position);
    void drop();
    void endDrag();
    void setCurrent(int section);
    void openMenu(int section);
    int dropPlace(int x) const;
    bool isDropWanted() const;

    void paintBands(QPainter& painter, int first, int end, int left) const;
    void paintBand(QPainter& painter, int first, int last, int left) const;
    bool sharesParents(int one, int other) const;
    void paintDrag(QPainter& painter) const;
    void paintBox(QPainter* painter, const QRect& place, Qt::CheckState state) const;
    void paintWords(QPainter* painter, QRect place, int logicalIndex, bool right, bool sorted) const;
    int paintSortMark(QPainter* painter, const QRect& place, int logicalIndex, bool right) const;
    void paintDots(QPainter& painter, const QRect& head, int section) const;

    Theme& m_theme;
    int m_pinned = 0;
    int m_current = 0;       ///< where the keyboard is
    int m_hovered = -1;      ///< section under the pointer
    bool m_onDots = false;   ///< the pointer is on its "…"
    int m_open = -1;         ///< section whose menu is open
    bool m_pressed = false;  ///< on a head or an edge
    bool m_inPinned = false; ///< began in a pinned section
    bool m_also = false;     ///< Shift was held when the button went down
    int m_sized = -1;        ///< pinned section whose edge is being dragged while the others are scrolled
    int m_sizedFrom = 0;     ///< how wide it was
    int m_dragged = -1;      ///< section whose edge is being dragged
    int m_moved = -1;        ///< section that may become, or is being dragged
    bool m_isMoving = false;
    QPoint m_pressedAt, m_pointer;
    int m_draggedFrom = 0; ///< where its left edge was
};

} // namespace runglass
