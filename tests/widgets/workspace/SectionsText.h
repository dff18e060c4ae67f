// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/PanelSections.h"

#include <string>
#include <vector>

namespace runglass::test
{

inline PanelSections sectionsOf(const std::vector<std::string>& keys, const std::vector<std::string>& system = {})
{
    std::vector<MetricEntry> metrics;
    for (const std::string& key : keys)
        metrics.push_back({false, {key}, 1});
    for (const std::string& key : system)
        metrics.push_back({true, {key}, 1});
    PanelSections result;
    result.setMetrics(metrics);
    return result;
}

/// "train: train/acc train/loss | System: cpu"
inline std::string text(const PanelSections& sections)
{
    QStringList parts;
    for (const PanelSection& section : sections.sections()) {
        QStringList keys;
        for (const auto& panel : section.panels)
            keys += panel->key;
        parts += section.title + u": " + keys.join(u' ');
    }
    return parts.join(QStringLiteral(" | ")).toStdString();
}

inline PanelRef ref(const std::string& key, bool system = false)
{
    return {{system, {key}}, 0};
}

inline SectionRef section(const std::string& name)
{
    return {false, name, 0};
}

} // namespace runglass::test
