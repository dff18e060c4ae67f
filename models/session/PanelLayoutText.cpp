// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/PanelLayoutText.h"

#include "models/run/ValueMember.h"
#include "models/session/ChartSettingsText.h"
#include "models/session/ColumnText.h"
#include "models/session/RunViewText.h"

#include <algorithm>
#include <limits>
#include <set>
#include <utility>

namespace runglass
{

namespace
{

constexpr const char* kSystem = "system";
constexpr std::pair<PanelKind, const char*> kKinds[] = {
    {PanelKind::Lines, "lines"},         {PanelKind::Bars, "bars"},
    {PanelKind::Scatter, "scatter"},     {PanelKind::ParallelCoordinates, "parallel-coordinates"},
    {PanelKind::Histogram, "histogram"}, {PanelKind::Table, "table"},
    {PanelKind::Images, "images"},       {PanelKind::Comparer, "comparer"},
    {PanelKind::Markdown, "markdown"}};
constexpr std::pair<bool ScatterLook::*, const char*> kScatterParts[] = {
    {&ScatterLook::runningMean, "mean"},  {&ScatterLook::runningMin, "min"},  {&ScatterLook::runningMax, "max"},
    {&ScatterLook::frontier, "frontier"}, {&ScatterLook::dimsOthers, "dims"}, {&ScatterLook::labels, "labels"}};
constexpr std::pair<GroupShape, const char*> kGroupShapes[] = {
    {GroupShape::Bars, "bars"}, {GroupShape::Boxes, "boxes"}, {GroupShape::Violins, "violins"}};
constexpr std::pair<HistogramShape, const char*> kHistogramShapes[] = {{HistogramShape::Cells, "cells"},
                                                                       {HistogramShape::Offset, "offset"},
                                                                       {HistogramShape::Overlay, "overlay"},
                                                                       {HistogramShape::Percentiles, "percentiles"}};
constexpr std::pair<XAxisKind, const char*> kHistogramAxes[] = {
    {XAxisKind::Step, "step"}, {XAxisKind::RelativeWall, "relative"}, {XAxisKind::WallTime, "time"}};
constexpr std::pair<PanelOrder, const char*> kOrders[] = {
    {PanelOrder::Ascending, "ascending"}, {PanelOrder::Descending, "descending"}, {PanelOrder::ByHand, "by-hand"}};

std::optional<std::uint32_t> ownFrom(const Value& value)
{
    const bool isOwn = value.kind() == Value::Kind::Integer && value.toInteger() > 0 &&
                       value.toInteger() < std::numeric_limits<std::uint32_t>::max();
    return isOwn ? std::optional(static_cast<std::uint32_t>(value.toInteger())) : std::nullopt;
}

/// Its key, that of hardware inside an object.
Value metricValue(const MetricRef& metric)
{
    return metric.system ? Value(Value::Object{{kSystem, keyValue(metric.key)}}) : keyValue(metric.key);
}

std::optional<MetricRef> metricFrom(const Value& value)
{
    auto key = keyFrom(value.isObject() ? member(value, kSystem) : value);
    return key ? std::optional(MetricRef{value.isObject(), std::move(*key)}) : std::nullopt;
}

/// A metric, or a number.
Value panelValue(const PanelRef& panel)
{
    return panel.isOwn() ? Value(static_cast<std::int64_t>(panel.own)) : metricValue(panel.metric);
}

std::optional<PanelRef> panelFrom(const Value& value)
{
    if (const auto own = ownFrom(value))
        return PanelRef{{}, *own};
    auto metric = metricFrom(value);
    return metric ? std::optional(PanelRef{std::move(*metric), 0}) : std::nullopt;
}

/// A name, a number, or an object for that of the hardware.
Value sectionValue(const SectionRef& section)
{
    if (section.isOwn())
        return static_cast<std::int64_t>(section.own);
    return section.system ? Value(Value::Object{{kSystem, true}}) : Value(section.name);
}

std::optional<SectionRef> sectionFrom(const Value& value)
{
    if (const auto own = ownFrom(value))
        return SectionRef{false, {}, *own};
    if (value.isText())
        return SectionRef{false, value.text()};
    return member(value, kSystem).toBool() ? std::optional(SectionRef{true, {}}) : std::nullopt;
}

template <typename Item, typename ToValue> Value listValue(const std::vector<Item>& items, const ToValue& toValue)
{
    Value::Array entries;
    for (const Item& item : items)
        entries.push_back(toValue(item));
    return entries;
}

template <typename From> auto listFrom(const Value& value, const From& from)
{
    std::vector<typename decltype(from(value))::value_type> items;
    for (const Value& entry : value.array())
        if (auto item = from(entry))
            items.push_back(std::move(*item));
    return items;
}

/// Of names that are there twice the first.
template <typename From> auto distinctFrom(const Value& value, const From& from)
{
    auto items = listFrom(value, from);
    std::set<typename decltype(items)::value_type> met;
    std::erase_if(items, [&met](const auto& item) { return !met.insert(item).second; });
    return items;
}

Value sizeValue(const PanelSize& size)
{
    return Value::Array{size.columns, size.height};
}

std::optional<PanelSize> sizeFrom(const Value& value)
{
    const Value::Array& parts = value.array();
    const auto isWithin = [](const Value& part, std::int64_t least, std::int64_t most) {
        return part.kind() == Value::Kind::Integer && part.toInteger() >= least && part.toInteger() <= most;
    };
    if (parts.size() != 2 || !isWithin(parts[0], 1, PanelSize::kMostColumns) ||
        !isWithin(parts[1], PanelSize::kLeastHeight, PanelSize::kMostHeight))
        return std::nullopt;
    return PanelSize{static_cast<int>(parts[0].toInteger()), static_cast<int>(parts[1].toInteger())};
}

Value axisValue(const ValueAxis& axis)
{
    Value::Object parts{{"column", columnValue(axis.column)}};
    if (axis.scale != AxisScale::Linear)
        parts["scale"] = scaleValue(axis.scale);
    if (axis.limits != AxisLimits())
        parts["limits"] = limitsValue(axis.limits);
    if (axis.flipped)
        parts["flipped"] = true;
    if (!axis.name.empty())
        parts["name"] = axis.name;
    if (axis.largerIsBetter)
        parts["largerIsBetter"] = true;
    return parts;
}

std::optional<ValueAxis> axisFrom(const Value& value)
{
    auto column = columnFrom(member(value, "column"));
    if (!column)
        return std::nullopt;
    return ValueAxis{std::move(*column),
                     scaleFrom(member(value, "scale")).value_or(AxisScale::Linear),
                     limitsFrom(member(value, "limits")).value_or(AxisLimits()),
                     member(value, "flipped").toBool(),
                     member(value, "name").text(),
                     member(value, "largerIsBetter").toBool()};
}

/// What is set, by name.
Value scatterValue(const ScatterLook& look)
{
    Value::Array names;
    for (const auto& [part, name] : kScatterParts)
        if (look.*part)
            names.push_back(name);
    return names;
}

ScatterLook scatterFrom(const Value& value)
{
    ScatterLook look;
    for (const Value& entry : value.array())
        for (const auto& [part, name] : kScatterParts)
            look.*part = look.*part || (entry.isText() && entry.text() == name);
    return look;
}

Value overlaysValue(const OverlayChoice& overlays)
{
    Value::Object parts;
    if (!overlays.masks)
        parts["noMasks"] = true;
    if (!overlays.boxes)
        parts["noBoxes"] = true;
    Value::Array hidden;
    for (const std::string& name : overlays.hidden)
        hidden.emplace_back(name);
    if (!hidden.empty())
        parts["hidden"] = std::move(hidden);
    return parts;
}

OverlayChoice overlaysFrom(const Value& value)
{
    OverlayChoice overlays{!member(value, "noMasks").toBool(), !member(value, "noBoxes").toBool()};
    for (const Value& name : member(value, "hidden").array())
        if (name.isText())
            overlays.hidden.insert(name.text());
    return overlays;
}

Value contentValue(const PanelContent& content)
{
    Value::Object parts{{"kind", enumValue(kKinds, content.kind)}};
    if (!content.metrics.empty())
        parts["metrics"] = listValue(content.metrics, metricValue);
    if (!content.pattern.empty())
        parts["pattern"] = content.pattern;
    if (content.splits)
        parts["splits"] = true;
    if (!content.axes.empty())
        parts["axes"] = listValue(content.axes, axisValue);
    if (!content.onlyDiffering)
        parts["all"] = true;
    if (!content.text.empty())
        parts["text"] = content.text;
    if (content.scatter != ScatterLook())
        parts["scatter"] = scatterValue(content.scatter);
    if (content.groupShape != GroupShape::Bars)
        parts["groupShape"] = enumValue(kGroupShapes, content.groupShape);
    if (!content.drawsHidden)
        parts["withoutHidden"] = true;
    if (content.histogramShape != HistogramShape::Cells)
        parts["histogramShape"] = enumValue(kHistogramShapes, content.histogramShape);
    if (content.histogramX != XAxisKind::Step)
        parts["histogramX"] = enumValue(kHistogramAxes, content.histogramX);
    if (content.rows != RunView())
        parts["rows"] = viewParts(content.rows);
    if (content.step.step)
        parts["step"] = *content.step.step;
    if (!content.step.linked)
        parts["unlinked"] = true;
    if (content.overlays != OverlayChoice())
        parts["overlays"] = overlaysValue(content.overlays);
    return parts;
}

/// A panel of a kind that is not known is none.
std::optional<PanelContent> contentFrom(const Value& value)
{
    const auto kind = enumFrom(kKinds, member(value, "kind"));
    if (!kind)
        return std::nullopt;
    PanelContent content;
    content.kind = *kind;
    content.metrics = distinctFrom(member(value, "metrics"), metricFrom);
    content.pattern = member(value, "pattern").text();
    content.splits = member(value, "splits").toBool();
    content.axes = listFrom(member(value, "axes"), axisFrom);
    content.onlyDiffering = !member(value, "all").toBool();
    content.text = member(value, "text").text();
    content.scatter = scatterFrom(member(value, "scatter"));
    content.groupShape = enumFrom(kGroupShapes, member(value, "groupShape")).value_or(GroupShape::Bars);
    content.drawsHidden = !member(value, "withoutHidden").toBool();
    content.histogramShape =
        enumFrom(kHistogramShapes, member(value, "histogramShape")).value_or(HistogramShape::Cells);
    content.histogramX = enumFrom(kHistogramAxes, member(value, "histogramX")).value_or(XAxisKind::Step);
    content.rows = viewFrom(member(value, "rows"));
    if (const Value& step = member(value, "step"); step.kind() == Value::Kind::Integer)
        content.step.step = step.toInteger();
    content.step.linked = !member(value, "unlinked").toBool();
    content.overlays = overlaysFrom(member(value, "overlays"));
    return content;
}

Value sectionEntryValue(const SectionEntry& entry)
{
    Value::Object parts{{"section", sectionValue(entry.section)}};
    if (!entry.title.empty())
        parts["title"] = entry.title;
    if (entry.collapsed)
        parts["collapsed"] = true;
    if (entry.order != PanelOrder::Ascending)
        parts["order"] = enumValue(kOrders, entry.order);
    if (!entry.panels.empty())
        parts["panels"] = listValue(entry.panels, panelValue);
    if (entry.size)
        parts["size"] = sizeValue(*entry.size);
    if (!entry.settings.isEmpty())
        parts["settings"] = settingsValue(entry.settings);
    if (!entry.devices.empty())
        parts["devices"] = listValue(entry.devices, [](const std::string& device) { return Value(device); });
    return parts;
}

std::optional<std::string> deviceFrom(const Value& value)
{
    return value.isText() && !value.text().empty() ? std::optional(value.text()) : std::nullopt;
}

std::optional<SectionEntry> sectionEntryFrom(const Value& value)
{
    auto section = sectionFrom(member(value, "section"));
    if (!section)
        return std::nullopt;
    return SectionEntry{std::move(*section),
                        member(value, "title").text(),
                        member(value, "collapsed").toBool(),
                        enumFrom(kOrders, member(value, "order")).value_or(PanelOrder::Ascending),
                        distinctFrom(member(value, "panels"), panelFrom),
                        sizeFrom(member(value, "size")),
                        settingsFrom(member(value, "settings")),
                        distinctFrom(member(value, "devices"), deviceFrom)};
}

Value panelEntryValue(const PanelEntry& entry)
{
    Value::Object parts{{"panel", panelValue(entry.panel)}};
    if (entry.section)
        parts["section"] = sectionValue(*entry.section);
    if (entry.removed)
        parts["removed"] = true;
    if (!entry.title.empty())
        parts["title"] = entry.title;
    if (entry.size)
        parts["size"] = sizeValue(*entry.size);
    if (!entry.settings.isEmpty())
        parts["settings"] = settingsValue(entry.settings);
    if (entry.content)
        parts["content"] = contentValue(*entry.content);
    return parts;
}

/// What a person made shows something and stands somewhere, or it is not there.
std::optional<PanelEntry> panelEntryFrom(const Value& value)
{
    auto panel = panelFrom(member(value, "panel"));
    if (!panel)
        return std::nullopt;
    PanelEntry entry{std::move(*panel),
                     sectionFrom(member(value, "section")),
                     member(value, "removed").toBool(),
                     member(value, "title").text(),
                     sizeFrom(member(value, "size")),
                     settingsFrom(member(value, "settings")),
                     contentFrom(member(value, "content"))};
    const bool isWhole = !entry.panel.isOwn() || (entry.section && entry.content);
    return isWhole ? std::optional(std::move(entry)) : std::nullopt;
}

/// Of entries of the same name the first.
template <typename Entries, typename Name> void keepFirst(Entries& entries, Name name)
{
    std::stable_sort(entries.begin(), entries.end(),
                     [name](const auto& a, const auto& b) { return a.*name < b.*name; });
    const auto isSame = [name](const auto& a, const auto& b) { return a.*name == b.*name; };
    entries.erase(std::unique(entries.begin(), entries.end(), isSame), entries.end());
}

} // namespace

Value panelsValue(const PanelLayout& layout)
{
    Value::Object parts;
    if (!layout.automatic)
        parts["manual"] = true;
    if (layout.prefix == PanelLayout::Prefix::Last)
        parts["prefix"] = "last";
    if (!layout.settings.isEmpty())
        parts["settings"] = settingsValue(layout.settings);
    if (!layout.sections.empty())
        parts["sections"] = listValue(layout.sections, sectionEntryValue);
    if (!layout.order.empty())
        parts["order"] = listValue(layout.order, sectionValue);
    if (!layout.panels.empty())
        parts["panels"] = listValue(layout.panels, panelEntryValue);
    if (layout.lastOwn != 0)
        parts["lastOwn"] = static_cast<std::int64_t>(layout.lastOwn);
    return parts;
}

PanelLayout panelsFrom(const Value& value)
{
    PanelLayout layout;
    layout.automatic = !member(value, "manual").toBool();
    if (member(value, "prefix").text() == "last")
        layout.prefix = PanelLayout::Prefix::Last;
    layout.settings = settingsFrom(member(value, "settings"));
    layout.sections = listFrom(member(value, "sections"), sectionEntryFrom);
    layout.order = distinctFrom(member(value, "order"), sectionFrom);
    layout.panels = listFrom(member(value, "panels"), panelEntryFrom);
    keepFirst(layout.sections, &SectionEntry::section);
    keepFirst(layout.panels, &PanelEntry::panel);
    // A number is never given twice, whatever the text says.
    layout.lastOwn = ownFrom(member(value, "lastOwn")).value_or(0);
    for (const SectionEntry& entry : layout.sections)
        layout.lastOwn = std::max(layout.lastOwn, entry.section.own);
    for (const PanelEntry& entry : layout.panels)
        layout.lastOwn = std::max(layout.lastOwn, entry.panel.own);
    return normalized(std::move(layout));
}

} // namespace runglass
