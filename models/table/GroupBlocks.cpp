// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/table/GroupBlocks.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

constexpr double kBlank = std::numeric_limits<double>::quiet_NaN();

/// The number in the middle of the first three by size, so that it is hardly ever the one that is like no other.
void start(RunningNumbers& running, const double* numbers, std::span<const std::uint16_t> places)
{
    std::array<double, 3> found = {};
    std::size_t count = 0;
    for (std::size_t i = 0; i < places.size() && count < found.size(); ++i)
        if (const double number = numbers[places[i]]; std::isfinite(number))
            found[count++] = number;
    std::sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count));
    running.from = found[count / 2];
    running.isStarted = count > 0;
}

/// Of an even number of places.
void addRun(RunningNumbers& running, const double* numbers, std::span<const std::uint16_t> places,
            const NumberBars& bars)
{
    if (!running.isStarted)
        start(running, numbers, places);
    const Two from = {running.from, running.from};
    Two sum = running.sum, squares = running.squares, min = running.min, max = running.max;
    TwoBits blanks = {};
    for (const std::uint16_t *place = places.data(), *end = place + places.size(); place != end; place += 2) {
        const Two number = {numbers[place[0]], numbers[place[1]]};
        // All bits set where it is one; what is none comes to be 0, adds nothing and is neither less nor greater.
        const TwoBits isNumber = number <= RunningNumbers::kInfinity;
        blanks += isNumber + 1;
        const Two away = std::bit_cast<Two>(std::bit_cast<TwoBits>(number - from) & isNumber);
        sum += away;
        squares += away * away;
        min = number < min ? number : min;
        max = number > max ? number : max;
        const TwoBits edges = bars.edgesBy(number);
        ++running.tallies[0][bars.slotAt(static_cast<std::uint32_t>(edges[0]), number[0])];
        ++running.tallies[1][bars.slotAt(static_cast<std::uint32_t>(edges[1]), number[1])];
    }
    running.sum = sum;
    running.squares = squares;
    running.min = min;
    running.max = max;
    running.blanks += static_cast<std::uint32_t>(blanks[0] + blanks[1]);
}

} // namespace

GroupBlocks::GroupBlocks(std::vector<std::uint32_t> groupOf, std::uint32_t groups)
    : m_groups(groups)
    , m_groupOf(std::move(groupOf))
    , m_rows(groups + std::size_t{1})
{
    // Near, but so large that runs are not short. A place has 16 bits.
    constexpr std::uint32_t kNear = 2048, kMost = 65'472, kRun = 64;
    m_size = std::clamp(std::min(groups, kMost) * kRun, kNear, kMost);
    m_groupOf.resize((m_groupOf.size() + m_size - 1) / m_size * m_size, groups);
    m_places.reserve(m_groupOf.size());
    std::vector<std::uint32_t> ends(groups + std::size_t{1});
    for (std::uint32_t first = 0; first < m_groupOf.size(); first += m_size)
        arrange(first, ends);
}

/// @param ends  memory that is used again
void GroupBlocks::arrange(std::uint32_t first, std::vector<std::uint32_t>& ends)
{
    const std::span<const std::uint32_t> groupOf = std::span(m_groupOf).subspan(first, m_size);
    std::fill(ends.begin(), ends.end(), 0);
    for (const std::uint32_t group : groupOf)
        ++ends[group];
    auto begin = static_cast<std::uint32_t>(m_places.size());
    for (std::uint32_t group = 0; group < m_groups; ++group) {
        const std::uint32_t count = ends[group];
        ends[group] = begin;
        if (count == 0)
            continue;
        m_rows[group] += count;
        begin += count + count % 2;
        m_runs.push_back({group, begin});
    }
    m_places.resize(begin, static_cast<std::uint16_t>(m_size));
    for (std::uint32_t place = 0; place < m_size; ++place)
        if (groupOf[place] != m_groups)
            m_places[ends[groupOf[place]]++] = static_cast<std::uint16_t>(place);
    m_blockEnds.push_back(static_cast<std::uint32_t>(m_runs.size()));
}

/// A row without a value becomes NaN, and is no longer counted as present.
void GroupBlocks::readBlock(std::uint32_t first, const Cells<double>& cells, std::span<double> numbers,
                            std::span<RunningNumbers> running) const
{
    const std::size_t size = cells.values().size();
    const std::size_t some = first < size ? std::min<std::size_t>(m_size, size - first) : 0;
    std::copy_n(cells.values().data() + (some > 0 ? first : 0), some, numbers.data());
    const RowBits& valid = cells.valid();
    for (std::uint32_t row = first; row < first + m_size; row += 64) {
        for (std::uint64_t bits = row / 64 < valid.size() ? ~valid[row / 64] : ~std::uint64_t{0}; bits != 0;
             bits &= bits - 1) {
            const std::uint32_t absent = row + static_cast<std::uint32_t>(std::countr_zero(bits));
            numbers[absent - first] = kBlank;
            --running[m_groupOf[absent]].present;
        }
    }
}

void GroupBlocks::addTo(std::span<RunningNumbers> running, const Cells<double>& cells, const NumberBars& bars) const
{
    for (std::uint32_t group = 0; group <= m_groups; ++group)
        running[group].present += m_rows[group];
    std::vector<double> numbers(m_size + std::size_t{1}, kBlank);
    std::uint32_t run = 0, place = 0;
    for (std::uint32_t block = 0; block < m_blockEnds.size(); ++block) {
        readBlock(block * m_size, cells, numbers, running);
        for (; run < m_blockEnds[block]; ++run) {
            const auto [group, end] = m_runs[run];
            addRun(running[group], numbers.data(), std::span(m_places).subspan(place, end - place), bars);
            place = end;
        }
    }
}

} // namespace runglass
