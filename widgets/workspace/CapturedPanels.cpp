// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/CapturedPanels.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"
#include "widgets/workspace/PanelSections.h"

#include <QStringList>

#include <algorithm>
#include <unordered_map>

namespace runglass
{

namespace
{

/// Between captured texts, and before the first, so that no part is empty. No key that people type has it.
constexpr char kSeparator = '\x1f';

struct Gathered {
    CapturedPanel panel;
    std::string common;       ///< what the places found begin with
    std::size_t captured = 0; ///< how much of that holds all that was captured
    QStringList texts;        ///< what was captured
};

std::string partOf(const TextPattern::Match& match)
{
    std::string part;
    for (const std::string_view text : match.groups) {
        part += kSeparator;
        part += text;
    }
    return part;
}

QStringList textsOf(const TextPattern::Match& match)
{
    QStringList texts;
    for (const std::string_view text : match.groups) {
        if (!text.empty())
            texts += visibleExcerpt(text, kPanelNameLength);
    }
    return texts;
}

/// From the beginning of what was found to behind the last text captured.
std::size_t capturedEnd(const TextPattern::Match& match, const std::string& key)
{
    std::size_t end = 0;
    for (const std::string_view text : match.groups) {
        if (text.data())
            end = std::max(end, static_cast<std::size_t>(text.data() + text.size() - key.data()) - match.begin);
    }
    return end;
}

/// Without half a letter, and what only joins it to what follows.
QString titleOf(const Gathered& gathered)
{
    std::string text = gathered.common;
    if (text.size() < gathered.captured || text.empty())
        return gathered.texts.isEmpty() ? format::missing() : gathered.texts.join(QStringLiteral(", "));
    const std::string_view joints = "/._-: ";
    while (text.size() > gathered.captured && joints.find(text.back()) != std::string_view::npos)
        text.pop_back();
    return visibleExcerpt(text, kPanelNameLength);
}

void shorten(std::string& common, std::string_view found)
{
    const auto end = std::mismatch(common.begin(), common.end(), found.begin(), found.end()).first;
    auto size = static_cast<std::size_t>(end - common.begin());
    while (size > 0 && size < common.size() && (static_cast<unsigned char>(common[size]) & 0xc0U) == 0x80)
        --size;
    common.resize(size);
}

} // namespace

std::vector<CapturedPanel> capturedPanels(const PanelContent& content, const std::vector<MetricEntry>& metrics)
{
    if (content.kind != PanelKind::Lines || !content.splits || content.pattern.empty())
        return {};
    const Result<TextPattern> pattern = searchPattern(content.pattern);
    if (!pattern || pattern->groupCount() == 0)
        return {};
    std::vector<Gathered> gathered;
    std::unordered_map<std::string, std::size_t> places;
    std::vector<MetricRef> everywhere = content.metrics;
    for (const MetricEntry& metric : metrics) {
        const std::string key = displayKey(metric.key);
        const std::optional<TextPattern::Match> match = pattern->find(key);
        if (!match)
            continue;
        const std::string_view found = std::string_view(key).substr(match->begin, match->end - match->begin);
        std::string part = partOf(*match);
        const auto [place, isNew] = places.try_emplace(part, gathered.size());
        if (isNew)
            gathered.push_back({{std::move(part), {}, {}}, std::string(found), 0, textsOf(*match)});
        Gathered& its = gathered[place->second];
        shorten(its.common, found);
        its.captured = std::max(its.captured, capturedEnd(*match, key));
        its.panel.metrics.push_back({metric.system, metric.key});
        std::erase(everywhere, its.panel.metrics.back());
    }
    std::vector<CapturedPanel> result;
    result.reserve(gathered.size());
    for (Gathered& one : gathered) {
        one.panel.title = titleOf(one);
        one.panel.metrics.insert(one.panel.metrics.begin(), everywhere.begin(), everywhere.end());
        result.push_back(std::move(one.panel));
    }
    return result;
}

} // namespace runglass
