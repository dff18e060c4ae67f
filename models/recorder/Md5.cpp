// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Md5.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>

namespace runglass
{

namespace
{

constexpr std::size_t kSteps = 64, kRound = 16, kWords = 16;

/// The standard's constants: the first 32 bits behind the point of |sin(i + 1)|.
const std::array<std::uint32_t, kSteps>& sines()
{
    static const std::array<std::uint32_t, kSteps> table = [] {
        constexpr double kTwoTo32 = 4294967296.0;
        std::array<std::uint32_t, kSteps> made = {};
        for (std::size_t i = 0; i < kSteps; ++i)
            made.at(i) = static_cast<std::uint32_t>(std::abs(std::sin(static_cast<double>(i) + 1)) * kTwoTo32);
        return made;
    }();
    return table;
}

constexpr std::array<std::array<int, 4>, 4> kShifts = {
    {{7, 12, 17, 22}, {5, 9, 14, 20}, {4, 11, 16, 23}, {6, 10, 15, 21}}};

/// What mixes b, c and d in a step, and which word it takes.
std::uint32_t mixed(std::size_t step, std::uint32_t b, std::uint32_t c, std::uint32_t d, std::size_t& word)
{
    switch (step / kRound) {
    case 0:
        word = step;
        return (b & c) | (~b & d);
    case 1:
        word = (5 * step + 1) % kWords;
        return (d & b) | (~d & c);
    case 2:
        word = (3 * step + 5) % kWords;
        return b ^ c ^ d;
    default:
        word = (7 * step) % kWords;
        return c ^ (b | ~d);
    }
}

} // namespace

void Md5::take(const char* block)
{
    static_assert(std::endian::native == std::endian::little);
    std::array<std::uint32_t, kWords> words = {};
    std::memcpy(words.data(), block, kBlock);
    auto [a, b, c, d] = m_state;
    for (std::size_t step = 0; step < kSteps; ++step) {
        std::size_t word = 0;
        const std::uint32_t sum = a + mixed(step, b, c, d, word) + sines()[step] + words.at(word);
        a = d;
        d = c;
        c = b;
        b += std::rotl(sum, kShifts.at(step / kRound).at(step % 4));
    }
    m_state[0] += a;
    m_state[1] += b;
    m_state[2] += c;
    m_state[3] += d;
}

void Md5::add(std::string_view bytes)
{
    std::size_t held = m_size % kBlock;
    m_size += bytes.size();
    while (!bytes.empty()) {
        if (held == 0 && bytes.size() >= kBlock) {
            take(bytes.data());
            bytes.remove_prefix(kBlock);
            continue;
        }
        const std::size_t count = std::min(kBlock - held, bytes.size());
        std::copy_n(bytes.data(), count, m_rest.begin() + static_cast<std::ptrdiff_t>(held));
        bytes.remove_prefix(count);
        held = (held + count) % kBlock;
        if (held == 0)
            take(m_rest.data());
    }
}

std::string Md5::finish()
{
    constexpr std::size_t kLengthAt = 56;
    const std::uint64_t bits = m_size * 8;
    std::string end(1, '\x80');
    while ((m_size + end.size()) % kBlock != kLengthAt)
        end += '\0';
    end.append(reinterpret_cast<const char*>(&bits), sizeof(bits));
    add(end);
    return {reinterpret_cast<const char*>(m_state.data()), sizeof(m_state)};
}

} // namespace runglass
