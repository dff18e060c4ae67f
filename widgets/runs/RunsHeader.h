// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace runglass
{

class Theme;

/// The column heads of the runs table: a click sorts, with Shift by one more column, a drag sets the width, a double
/// click on the edge asks for the width in which the content fits. A box in the head of the names ticks all runs that
/// are listed.
class RunsHeader : public QHeaderView
{
    Q_OBJECT

public:
    explicit RunsHeader(Theme& theme, QWidget* parent = nullptr);

    QSize sectionSizeFromContents(int logicalIndex) const override;

signals:
    /// A click on a head.
    /// @param also  the keys that the runs are sorted by already stay
    void sortClicked(int logicalIndex, bool also);
    /// A person drags the edge, and has let it go.
    void sectionDragged(int logicalIndex, int width);
    void sectionDropped(int logicalIndex, int width);

protected:
    void mousePressEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const override;

private:
    bool pressBox(const QMouseEvent& event);
    bool isOnBox(const QPoint& position) const;
    void paintBox(QPainter* painter, const QRect& place, Qt::CheckState state) const;
    int paintSortMark(QPainter* painter, const QRect& place, int logicalIndex, bool right) const;
    void paintWords(QPainter* painter, QRect place, int logicalIndex, bool right, bool sorted) const;

    Theme& m_theme;
    bool m_pressed = false;
    bool m_also = false; ///< Shift was held when the button went down
    int m_dragged = -1;  ///< the section whose edge is being dragged
};

} // namespace runglass
