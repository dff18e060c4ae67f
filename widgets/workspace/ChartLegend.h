// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ChartModel.h"
#include "widgets/common/Theme.h"

#include <QWidget>

#include <optional>

namespace runglass
{

/// One line with the names of a chart's runs beside a dash of their colour; those without room are counted.
/// @thread GUI
class ChartLegend : public QWidget
{
    Q_OBJECT

public:
    explicit ChartLegend(const Theme& theme, QWidget* parent = nullptr);
    void setLines(const std::vector<ChartLine>& lines);
    /// The run that stands out.
    void setHovered(const std::optional<RunRef>& run);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

signals:
    /// The pointer is on a name; unset: not any more.
    void runHovered(const std::optional<runglass::RunRef>& run);
    /// A name was clicked.
    void runChosen(const runglass::RunRef& run);

protected:
    void paintEvent(QPaintEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

private:
    struct Entry {
        ShownRun run;
        QString name;
        bool operator==(const Entry&) const = default;
    };
    struct Placed {
        QRect rect;
        QString text;
        std::size_t entry = 0;
    };
    /// Names that fit beside each other; the last one counts those that do not.
    std::vector<Placed> placed() const;
    std::optional<RunRef> runAt(const QPoint& place) const;

    const Theme& m_theme;
    std::vector<Entry> m_entries; ///< the first of them, more than ever fit
    std::optional<RunRef> m_hovered;
    std::size_t m_count = 0;
};

} // namespace runglass
