// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/Pyramid.h"

#include <array>
#include <cmath>
#include <cstring>
#include <utility>

namespace runglass
{

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

void Extent::add(std::span<const double> values)
{
    // Several at a time: one after the other each would wait for the one before.
    using Pack = double __attribute__((vector_size(16)));
    constexpr std::size_t width = sizeof(Pack) / sizeof(double), packs = 4, stride = width * packs;
    std::array<Pack, packs> low{}, high{}, strange{};
    low.fill(Pack{min, min});
    high.fill(Pack{max, max});
    const auto take = [&](const double* from) {
        for (std::size_t k = 0; k < packs; ++k) {
            Pack value;
            std::memcpy(&value, from + k * width, sizeof value);
            low[k] = value < low[k] ? value : low[k];
            high[k] = value > high[k] ? value : high[k];
            strange[k] += value * 0.0; // 0 for a finite value, else NaN
        }
    };
    bool allFinite = values.size() >= stride;
    if (allFinite) {
        for (std::size_t i = 0; i + stride <= values.size(); i += stride)
            take(values.data() + i);
        // Some of the last count twice, which changes nothing.
        take(values.data() + values.size() - stride);
        const Pack sum = (strange[0] + strange[1]) + (strange[2] + strange[3]);
        allFinite = sum[0] + sum[1] == 0;
    }
    if (!allFinite) {
        for (const double value : values)
            add(value);
        return;
    }
    for (std::size_t k = 1; k < packs; ++k) {
        low[0] = low[k] < low[0] ? low[k] : low[0];
        high[0] = high[k] > high[0] ? high[k] : high[0];
    }
    min = std::min(low[0][0], low[0][1]);
    max = std::max(high[0][0], high[0][1]);
}

void Extent::merge(const Extent& other)
{
    min = std::min(min, other.min);
    max = std::max(max, other.max);
    hasNaN |= other.hasNaN;
    hasPositiveInfinity |= other.hasPositiveInfinity;
    hasNegativeInfinity |= other.hasNegativeInfinity;
}

void Pyramid::reserve(std::size_t count)
{
    m_values.reserve(count);
    if (m_levels.empty() && count >= kLeaf)
        m_levels.emplace_back();
    if (count >= kLeaf)
        m_levels.front().whole.reserve(count / kLeaf);
}

void Pyramid::append(std::span<const double> values)
{
    const std::size_t before = size();
    m_values.append(values);
    measure(values, before);
}

void Pyramid::append(std::span<const std::int64_t> values)
{
    std::array<double, kLeaf> numbers{};
    for (std::size_t done = 0; done < values.size();) {
        const auto piece = values.subspan(done, std::min(kLeaf, values.size() - done));
        std::transform(piece.begin(), piece.end(), numbers.begin(),
                       [](std::int64_t value) { return static_cast<double>(value); });
        measure(std::span(numbers).first(piece.size()), size() + done);
        done += piece.size();
    }
    m_values.append(values);
}

void Pyramid::measure(std::span<const double> values, std::size_t before)
{
    while (!values.empty()) {
        const std::size_t count = std::min(values.size(), kLeaf - before % kLeaf);
        m_leaf.add(values.first(count));
        values = values.subspan(count);
        before += count;
        if (before % kLeaf == 0) {
            m_whole.merge(m_leaf);
            close(0, std::exchange(m_leaf, {}));
        }
    }
}

void Pyramid::close(std::size_t level, const Extent& extent)
{
    if (level == m_levels.size())
        m_levels.emplace_back();
    Level& at = m_levels[level];
    at.whole.push(extent);
    at.begun.merge(extent);
    if (at.whole.size() % kFactor == 0)
        close(level + 1, std::exchange(at.begun, {}));
}

void Pyramid::addValues(Extent& extent, std::size_t begin, std::size_t end) const
{
    std::array<double, kLeaf> numbers{};
    while (begin < end) {
        const auto piece = std::span(numbers).first(std::min(kLeaf, end - begin));
        m_values.copy(begin, piece);
        extent.add(piece);
        begin += piece.size();
    }
}

Extent Pyramid::extent(std::size_t begin, std::size_t end) const
{
    Extent result;
    // Up the levels, taking on each what does not fill one of the next at either end.
    std::size_t factor = kLeaf;
    for (std::size_t level = 0;; ++level, factor = kFactor) {
        const auto take = [&](std::size_t from, std::size_t to) {
            if (level == 0)
                addValues(result, from, to);
            else
                for (const Extent& whole : m_levels[level - 1].whole.all().subspan(from, to - from))
                    result.merge(whole);
        };
        const std::size_t first = (begin + factor - 1) / factor, last = end / factor;
        if (level == m_levels.size() || first >= last) {
            take(begin, end);
            return result;
        }
        take(begin, first * factor);
        take(last * factor, end);
        begin = first;
        end = last;
    }
}

Extent Pyramid::extent() const
{
    Extent result = m_whole;
    result.merge(m_leaf);
    return result;
}

std::size_t Pyramid::bytes() const
{
    std::size_t bytes = m_values.bytes() + m_levels.size() * sizeof(Level);
    for (const Level& level : m_levels)
        bytes += level.whole.bytes();
    return bytes;
}

} // namespace runglass
