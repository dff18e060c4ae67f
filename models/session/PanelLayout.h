// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/ChartSettings.h"
#include "models/table/ColumnId.h"
#include "models/table/RunView.h"

#include <cstdint>
#include <optional>
#include <set>
#include <string>
#include <vector>

namespace runglass
{

/// A metric as panels name it.
struct MetricRef {
    bool system = false;
    KeyPath key;

    auto operator<=>(const MetricRef&) const = default;
};

/// Which panel of a workspace: the one that a metric has by itself, or one that a person made.
struct PanelRef {
    MetricRef metric;      ///< of the panel that a metric has by itself
    std::uint32_t own = 0; ///< above 0: one that a person made, by number; then metric is empty
    /// Of one of the panels that the capture groups of an expression make: which. A layout knows only the whole of
    /// them: what it is asked or told of one holds for all.
    std::string part = {};

    bool isOwn() const { return own != 0; }
    PanelRef whole() const { return {metric, own}; }
    /// It is that panel, or one of those that the panel is made into.
    bool isOf(const PanelRef& panel) const
    {
        return own == panel.own && metric == panel.metric && (panel.part.empty() || part == panel.part);
    }
    auto operator<=>(const PanelRef&) const = default;
};

/// Which section of a workspace.
struct SectionRef {
    bool system = false;   ///< the hardware's
    std::string name;      ///< what the keys of its metrics begin with; empty: those without such a part
    std::uint32_t own = 0; ///< above 0: one that a person made, by number; then name is empty

    bool isOwn() const { return own != 0; }
    auto operator<=>(const SectionRef&) const = default;
};

/// How much room a panel takes.
struct PanelSize {
    static constexpr int kMostColumns = 6, kLeastHeight = 160, kMostHeight = 2000;

    int columns = 1;  ///< of the page, 1 … kMostColumns; no more than the page has
    int height = 248; ///< px, kLeastHeight … kMostHeight

    bool operator==(const PanelSize&) const = default;
};

/// An axis of a panel over config and summary.
struct ValueAxis {
    ColumnId column;
    AxisScale scale = AxisScale::Linear;
    AxisLimits limits = {};      ///< of parallel coordinates: what is brushed
    bool flipped = false;        ///< small values above
    std::string name = {};       ///< as a person named it; empty: as the column is called
    bool largerIsBetter = false; ///< for the frontier of a scatter plot

    bool operator==(const ValueAxis&) const = default;
};

/// At which step a panel shows what was logged.
struct StepChoice {
    std::optional<std::int64_t> step = {}; ///< unset: the last of each run
    bool linked = true;                    ///< of Images: the step is that of all panels that are linked

    bool operator==(const StepChoice&) const = default;
};

/// What of the masks and boxes over pictures is shown.
struct OverlayChoice {
    bool masks = true, boxes = true;
    std::set<std::string> hidden = {}; ///< names of classes, as they are shown

    bool operator==(const OverlayChoice&) const = default;
};

enum class PanelKind {
    Lines,               ///< metrics over an x axis
    Bars,                ///< axes: one, a bar a run or group
    Scatter,             ///< axes: x, y and, when there is a third, what colours the points
    ParallelCoordinates, ///< axes: any number; the last one colours the lines
    Histogram,           ///< metrics: one that holds histograms, over time
    Table,               ///< metrics: one that holds tables
    Images,              ///< metrics: one that holds images
    Comparer,            ///< config and summary of the shown runs, side by side
    Markdown,            ///< text
};

/// What a scatter plot shows besides its points. Its running lines are over the y values of all points up to a place,
/// from left to right.
struct ScatterLook {
    bool runningMean = false, runningMin = false, runningMax = false;
    bool frontier = false;   ///< the line through the points that no other is better than on both axes
    bool dimsOthers = false; ///< points that are not on the frontier are faint
    bool labels = false;     ///< names of runs beside their points, as far as there is room

    bool operator==(const ScatterLook&) const = default;
};

/// How a bar chart draws a group of runs.
enum class GroupShape {
    Bars,   ///< the mean, with a whisker from the least to the greatest
    Boxes,  ///< quartiles, with whiskers as far as 1.5 times their distance, and points beyond
    Violins ///< how dense the values lie, with the quartiles
};

/// How histograms over steps or time are drawn.
enum class HistogramShape {
    Cells,      ///< a column of cells each, the darker the more values lie in a cell
    Offset,     ///< an outline each, one above the other
    Overlay,    ///< an outline each, over one another
    Percentiles ///< bands between percentiles
};

/// What a panel that a person made shows.
struct PanelContent {
    PanelKind kind = PanelKind::Lines;
    std::vector<MetricRef> metrics = {}; ///< in order
    /// Of Lines: a regular expression of RE2; metrics whose display key it matches are drawn too. Empty: none. Where
    /// splits is set and it has capture groups, there is a panel for each text that they capture; metrics are then
    /// drawn in each of them, but for those that it matches.
    std::string pattern = {};
    bool splits = false;
    std::vector<ValueAxis> axes = {};
    bool onlyDiffering = true;                ///< of Comparer
    std::string text = {};                    ///< of Markdown
    ScatterLook scatter = {};                 ///< of Scatter
    GroupShape groupShape = GroupShape::Bars; ///< of Bars
    bool drawsHidden = true;                  ///< of ParallelCoordinates: in grey, runs whose eye is closed
    HistogramShape histogramShape = HistogramShape::Cells; ///< of Histogram
    XAxisKind histogramX = XAxisKind::Step;                ///< of Histogram: Step, RelativeWall or WallTime
    RunView rows = {};           ///< of Table: filter, order, groups, columns and widths of its rows
    StepChoice step = {};        ///< of Table and Images
    OverlayChoice overlays = {}; ///< of Images

    bool operator==(const PanelContent&) const = default;
};

/// What a person changed of one panel.
struct PanelEntry {
    PanelRef panel;
    std::optional<SectionRef> section = {}; ///< where it was put; unset: where its metric belongs. Own ones have one
    bool removed = false;                   ///< taken off the workspace, though its metric is there
    std::string title = {};                 ///< empty: as it is called by itself
    std::optional<PanelSize> size = {};     ///< unset: as its section says
    ChartSettings settings = {};
    std::optional<PanelContent> content = {}; ///< of own panels; of others set when more than their metric is drawn

    bool operator==(const PanelEntry&) const = default;
};

/// In which order the panels of a section stand.
enum class PanelOrder { Ascending, Descending, ByHand };

/// What a person changed of one section.
struct SectionEntry {
    SectionRef section;
    std::string title = {}; ///< empty: as it is called by itself
    bool collapsed = false;
    PanelOrder order = PanelOrder::Ascending; ///< natural order of their names; or as panels says
    std::vector<PanelRef> panels = {};        ///< by hand, in order; those that are not in it stand behind
    std::optional<PanelSize> size = {};       ///< of its panels that have none of their own
    ChartSettings settings = {};
    /// Of the hardware's: panels of these devices only, by their names ("cpu", "gpu.0"); empty: of all.
    std::vector<std::string> devices = {};

    bool operator==(const SectionEntry&) const = default;
};

/// How the panels of a project's workspace are arranged, as far as a person changed it. What is not in it, as metrics
/// that come later, is as in a new workspace: a panel a metric, in sections by their keys.
/// Entries that say nothing are not kept (see normalized()).
struct PanelLayout {
    /// By which part of "a/b/c" metrics fall into sections: "a", or "a/b".
    enum class Prefix { First, Last };

    bool automatic = true; ///< false: only panels that a person made or put somewhere are there
    Prefix prefix = Prefix::First;
    ChartSettings settings;
    std::vector<SectionEntry> sections; ///< one a section, in any order
    std::vector<SectionRef> order;      ///< sections by hand, in order; empty: in their own. Others stand behind
    std::vector<PanelEntry> panels;     ///< one a panel, in any order
    std::uint32_t lastOwn = 0;          ///< the highest number that a panel or section of a person ever had

    bool operator==(const PanelLayout&) const = default;

    /// Null: a person changed nothing of it.
    const SectionEntry* find(const SectionRef& section) const;
    const PanelEntry* find(const PanelRef& panel) const;
    /// For changing; made when it is not there.
    SectionEntry& at(const SectionRef& section);
    PanelEntry& at(const PanelRef& panel);

    /// How a panel that stands in a section looks.
    ChartLook look(const SectionRef& section, const PanelRef& panel) const;
    /// How large it is.
    PanelSize size(const SectionRef& section, const PanelRef& panel) const;

    /// Makes a panel in a section, at its end.
    PanelRef addPanel(const SectionRef& section, PanelContent content);
    /// Makes a section with a title. Without a place in order it stands behind the others.
    SectionRef addSection(std::string title);
    /// Takes a panel off: its own is gone, that of a metric is marked as removed.
    void remove(const PanelRef& panel);
    /// A section that a person made is gone with the panels made in it; panels of metrics go back where they belong.
    void remove(const SectionRef& section);
    /// Puts a panel into a section, before the panel at a place of it.
    /// @param shown  the section's panels as they stand now, in order; whole ones, each once
    /// @param place  in shown without the panel itself; beyond its end: behind all
    void place(const PanelRef& part, const SectionRef& section, std::vector<PanelRef> shown, std::size_t place);
    /// Gives the step of a panel of images that is linked to all others that are.
    void shareStep(const PanelRef& panel);
    /// Back to the panels that metrics have by themselves, without changes of their place, order, size and titles.
    /// Settings and what a person made stay.
    void resetArrangement();
};

/// The section that a metric belongs to by its key.
SectionRef sectionOf(const MetricRef& metric, PanelLayout::Prefix prefix = PanelLayout::Prefix::First);

/// The same layout without entries that say nothing, as it is kept and compared.
PanelLayout normalized(PanelLayout layout);

/// The parts of a layout, as a person changes them one at a time.
enum class PanelsPart {
    Settings,  ///< of charts, on any level
    Size,      ///< of one panel or section
    RowFilter, ///< of panels of tables
    Rows,      ///< order, groups and columns of panels of tables
    Media,     ///< which step, and what over the pictures, panels of images and tables show
    Arrangement
};

/// Which part differs; Arrangement when more than one does. Only for layouts that are normalized and not equal.
PanelsPart changedPart(const PanelLayout& before, const PanelLayout& after);
/// Whether a person changes the part little by little: with a slider, by pulling an edge.
bool isGradual(PanelsPart part);

} // namespace runglass
