// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/session/RunMedia.h"

#include "models/run/ValueMember.h"

#include <algorithm>
#include <charconv>
#include <utility>

namespace runglass
{

namespace
{

int sideOf(const Value& value)
{
    constexpr std::int64_t kMost = 1'000'000'000;
    return static_cast<int>(std::clamp<std::int64_t>(value.toInteger(), 0, kMost));
}

/// {"predictions": {"_type": "mask", "path": …}}
std::vector<MediaOverlay> overlaysOf(const Value& named)
{
    std::vector<MediaOverlay> overlays;
    for (const auto& [name, file] : named.object())
        if (const std::string& path = member(file, "path").text(); !path.empty())
            overlays.push_back({name, path});
    return overlays;
}

void describeAs(MediaItem& item, const Value& object)
{
    item.caption = member(object, "caption").text();
    item.width = sideOf(member(object, "width"));
    item.height = sideOf(member(object, "height"));
    if (const Value& size = member(object, "size"); size.isNumber() && size.toInteger() > 0)
        item.sizeBytes = static_cast<std::uint64_t>(size.toInteger());
    item.masks = overlaysOf(member(object, "masks"));
    item.boxes = overlaysOf(member(object, "boxes"));
}

/// A list of objects, each with its own path.
const Value::Array* listedObjects(const Value& logged)
{
    for (const auto& [name, value] : logged.object()) {
        if (value.isArray() && !value.array().empty() && member(value.array().front(), "path").isText())
            return &value.array();
    }
    return nullptr;
}

std::vector<MediaItem> itemsOf(const Value& logged, int segment, std::size_t most)
{
    std::vector<MediaItem> items;
    const LoggedKind kind = loggedKind(logged);
    if (!isMedia(kind))
        return items;
    const auto add = [&](const std::string& path, const Value& facts) {
        if (path.empty() || items.size() >= most)
            return;
        MediaItem& item = items.emplace_back();
        item.kind = kind;
        item.path = path;
        item.segment = segment;
        describeAs(item, facts);
    };
    const Value& names = member(logged, "filenames");
    const Value::Array& captions = member(logged, "captions").array();
    const Value::Array& masks = member(logged, "all_masks").array();
    const Value::Array& boxes = member(logged, "all_boxes").array();
    if (names.isArray()) {
        for (std::size_t i = 0; i < names.array().size(); ++i) {
            const std::size_t before = items.size();
            add(names.array()[i].text(), logged);
            if (items.size() == before)
                continue;
            items.back().caption = i < captions.size() ? captions[i].text() : std::string();
            items.back().masks = overlaysOf(i < masks.size() ? masks[i] : Value());
            items.back().boxes = overlaysOf(i < boxes.size() ? boxes[i] : Value());
        }
    } else if (const Value::Array* list = listedObjects(logged)) {
        for (std::size_t i = 0; i < list->size(); ++i) {
            const std::size_t before = items.size();
            add(member((*list)[i], "path").text(), (*list)[i]);
            if (items.size() > before && items.back().caption.empty() && i < captions.size())
                items.back().caption = captions[i].text();
        }
    } else {
        add(member(logged, "path").text(), logged);
    }
    return items;
}

} // namespace

const MediaEntry* RunMedia::at(std::optional<std::int64_t> step) const
{
    const auto found = std::find_if(entries.rbegin(), entries.rend(),
                                    [step](const MediaEntry& entry) { return !step || entry.step <= *step; });
    return found == entries.rend() ? nullptr : &*found;
}

RunMedia mediaOf(const LoggedValues& logged, std::size_t most)
{
    RunMedia media{logged.run, {}};
    for (const auto& series : logged.segments) {
        const auto* values = std::get_if<std::vector<Value>>(&series->values);
        for (std::size_t i = 0; values && i < values->size(); ++i) {
            std::vector<MediaItem> items = itemsOf((*values)[i], series->id.segment, most);
            if (!items.empty())
                media.entries.push_back({series->step[i], std::move(items)});
        }
    }
    return media;
}

std::map<int, std::string> classLabels(const Value& labels)
{
    std::map<int, std::string> named;
    for (const auto& [number, label] : labels.object()) {
        int id = 0;
        const auto end = std::from_chars(number.data(), number.data() + number.size(), id);
        if (end.ec == std::errc() && end.ptr == number.data() + number.size() && label.isText())
            named[id] = label.text();
    }
    return named;
}

std::map<int, std::string> maskLabels(const Value& config, const KeyPath& key, const std::string& name)
{
    std::string joined;
    for (const std::string& part : key)
        joined += (joined.empty() ? "" : ".") + part;
    const Value& all = member(member(config, "_wandb"), "mask/class_labels");
    return classLabels(member(member(all, joined + "_wandb_delimeter_" + name), "value"));
}

std::vector<std::int64_t> stepsOf(const std::vector<RunMedia>& runs)
{
    std::vector<std::int64_t> steps;
    for (const RunMedia& run : runs)
        for (const MediaEntry& entry : run.entries)
            steps.push_back(entry.step);
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

} // namespace runglass
