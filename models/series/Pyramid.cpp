// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Pyramid.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

template <typename T> void addAll(Extent& extent, const std::vector<T>& items, std::size_t begin, std::size_t end)
{
    for (std::size_t i = begin; i < end; ++i) {
        if constexpr (std::is_same_v<T, double>)
            extent.add(items[i]);
        else
            extent.merge(items[i]);
    }
}

template <typename T> void renew(std::vector<Extent>& level, const std::vector<T>& below, std::size_t firstDirty)
{
    constexpr std::size_t factor = Pyramid::kFactor;
    const std::size_t count = (below.size() + factor - 1) / factor;
    level.resize(count);
    for (std::size_t i = firstDirty; i < count; ++i) {
        level[i] = {};
        addAll(level[i], below, i * factor, std::min(below.size(), (i + 1) * factor));
    }
}

} // namespace

void Extent::add(double value)
{
    if (std::isfinite(value)) {
        min = std::min(min, value);
        max = std::max(max, value);
        return;
    }
    hasNaN |= std::isnan(value);
    hasPositiveInfinity |= value > 0;
    hasNegativeInfinity |= value < 0;
}

void Extent::merge(const Extent& other)
{
    min = std::min(min, other.min);
    max = std::max(max, other.max);
    hasNaN |= other.hasNaN;
    hasPositiveInfinity |= other.hasPositiveInfinity;
    hasNegativeInfinity |= other.hasNegativeInfinity;
}

Pyramid::Pyramid(std::vector<double> values)
    : m_values(std::move(values))
{
    grow(0);
}

void Pyramid::append(std::span<const double> values)
{
    const std::size_t firstNew = m_values.size();
    m_values.insert(m_values.end(), values.begin(), values.end());
    grow(firstNew);
}

void Pyramid::grow(std::size_t firstNew)
{
    std::size_t dirty = firstNew / kFactor;
    std::size_t below = m_values.size();
    for (std::size_t n = 0; below > kFactor; ++n) {
        if (n == m_levels.size()) {
            // A level that is new must be built from its beginning, also when values were there before.
            m_levels.emplace_back();
            dirty = 0;
        }
        if (n == 0)
            renew(m_levels[0], m_values, dirty);
        else
            renew(m_levels[n], m_levels[n - 1], dirty);
        below = m_levels[n].size();
        dirty /= kFactor;
    }
}

Extent Pyramid::extent(std::size_t begin, std::size_t end) const
{
    Extent result;
    const auto take = [&](std::size_t level, std::size_t from, std::size_t to) {
        if (level == 0)
            addAll(result, m_values, from, to);
        else
            addAll(result, m_levels[level - 1], from, to);
    };
    std::size_t level = 0;
    while (level < m_levels.size() && end - begin > 2 * kFactor) {
        const std::size_t firstWhole = (begin + kFactor - 1) / kFactor;
        const std::size_t lastWhole = end / kFactor;
        take(level, begin, firstWhole * kFactor);
        take(level, lastWhole * kFactor, end);
        begin = firstWhole;
        end = lastWhole;
        ++level;
    }
    take(level, begin, end);
    return result;
}

} // namespace runglass
