// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/PackedNumbers.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>
#include <cstring>
#include <limits>
#include <optional>
#include <type_traits>
#include <vector>

namespace runglass
{

namespace
{

/// Words of doubles as numbers.
struct AsDouble {
    double operator()(std::uint64_t word) const { return std::bit_cast<double>(word); }
};

template <typename T> std::uint64_t wordOf(T number)
{
    return std::bit_cast<std::uint64_t>(number);
}

/// @param words  as many as out has room for
template <typename ToNumber> void toNumbers(const std::uint64_t* words, std::span<double> out, const ToNumber& toNumber)
{
    if constexpr (std::is_same_v<ToNumber, AsDouble>)
        std::memcpy(out.data(), words, out.size_bytes());
    else
        std::transform(words, words + out.size(), out.begin(), toNumber);
}

} // namespace

/// kBlock numbers.
struct PackedNumbers::Block {
    enum class Format {
        Progression, ///< base + i × stride
        Offsets,     ///< base + narrow[i]
        Floats,      ///< narrow[i] is the bits of a float
        Words        ///< wide[i]
    };

    /// @param numbers  of the type, or their words
    template <typename T> Block(std::span<const T> numbers, Type type);
    Word word(std::size_t i) const;
    /// Words [begin, begin + out.size()), each as a number.
    template <typename ToNumber> void copy(std::size_t begin, std::span<double> out, const ToNumber& toNumber) const;
    std::size_t bytes() const
    {
        return sizeof(Block) + narrow.size() * sizeof narrow[0] + (wide ? kBlock * sizeof wide[0] : 0);
    }

    Format format = Format::Words;
    Word base = 0, stride = 0;
    std::vector<std::uint32_t> narrow;
    std::unique_ptr<Word[]> wide;

private:
    template <typename T> bool isProgression(std::span<const T> numbers);
    template <typename T> bool packFloats(std::span<const T> numbers);
    template <typename T> bool packOffsets(std::span<const T> numbers);
};

template <typename T> PackedNumbers::Block::Block(std::span<const T> numbers, Type type)
{
    static_assert(sizeof(T) == sizeof(Word));
    if (isProgression(numbers)) {
        format = Format::Progression;
    } else if (type == Type::Double && packFloats(numbers)) {
        format = Format::Floats;
    } else if (packOffsets(numbers)) {
        format = Format::Offsets;
    } else {
        wide = std::make_unique_for_overwrite<Word[]>(kBlock);
        std::memcpy(wide.get(), numbers.data(), numbers.size_bytes());
    }
}

template <typename T> bool PackedNumbers::Block::isProgression(std::span<const T> numbers)
{
    base = wordOf(numbers[0]);
    stride = wordOf(numbers[1]) - base;
    for (std::size_t i = 2; i < numbers.size(); ++i)
        if (wordOf(numbers[i]) - wordOf(numbers[i - 1]) != stride)
            return false;
    return true;
}

template <typename T> bool PackedNumbers::Block::packFloats(std::span<const T> numbers)
{
    constexpr double largest = std::numeric_limits<float>::max();
    const auto narrowed = [](Word word) -> std::optional<float> {
        const auto number = std::bit_cast<double>(word);
        if (std::isfinite(number) && std::abs(number) > largest)
            return std::nullopt;
        const auto result = static_cast<float>(number);
        // Bit by bit: −0 and what a NaN carries count.
        const bool isSame = std::bit_cast<Word>(static_cast<double>(result)) == word;
        return isSame ? std::optional(result) : std::nullopt;
    };
    // Most blocks are told by their ends, before there is room for all.
    if (!narrowed(wordOf(numbers.front())) || !narrowed(wordOf(numbers.back())))
        return false;
    std::vector<std::uint32_t> floats(numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        const std::optional<float> number = narrowed(wordOf(numbers[i]));
        if (!number)
            return false;
        floats[i] = std::bit_cast<std::uint32_t>(*number);
    }
    narrow = std::move(floats);
    return true;
}

/// Bits of doubles that lie near each other are near each other too: those of one sign are in their order.
template <typename T> bool PackedNumbers::Block::packOffsets(std::span<const T> numbers)
{
    Word least = wordOf(numbers.front()), most = least;
    for (const T number : numbers) {
        least = std::min(least, wordOf(number));
        most = std::max(most, wordOf(number));
        if (most - least > std::numeric_limits<std::uint32_t>::max())
            return false;
    }
    base = least;
    narrow.resize(numbers.size());
    std::transform(numbers.begin(), numbers.end(), narrow.begin(),
                   [this](T number) { return static_cast<std::uint32_t>(wordOf(number) - base); });
    return true;
}

PackedNumbers::Word PackedNumbers::Block::word(std::size_t i) const
{
    switch (format) {
    case Format::Progression:
        return base + stride * i;
    case Format::Offsets:
        return base + narrow[i];
    case Format::Floats:
        return std::bit_cast<Word>(static_cast<double>(std::bit_cast<float>(narrow[i])));
    case Format::Words:
        break;
    }
    return wide[i];
}

/// Asks for the format once, not for each of them.
template <typename ToNumber>
void PackedNumbers::Block::copy(std::size_t begin, std::span<double> out, const ToNumber& toNumber) const
{
    switch (format) {
    case Format::Progression:
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = toNumber(base + stride * (begin + i));
        return;
    case Format::Offsets:
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = toNumber(base + narrow[begin + i]);
        return;
    case Format::Floats:
        for (std::size_t i = 0; i < out.size(); ++i)
            out[i] = static_cast<double>(std::bit_cast<float>(narrow[begin + i]));
        return;
    case Format::Words:
        break;
    }
    toNumbers(wide.get() + begin, out, toNumber);
}

void PackedNumbers::append(std::span<const double> numbers)
{
    appendAll(numbers);
}

void PackedNumbers::append(std::span<const std::int64_t> numbers)
{
    appendAll(numbers);
}

template <typename T> void PackedNumbers::appendAll(std::span<const T> numbers)
{
    while (m_open.empty() && numbers.size() >= kBlock) {
        close(numbers.first(kBlock));
        numbers = numbers.subspan(kBlock);
    }
    while (!numbers.empty()) {
        std::array<Word, kBlock> words{};
        const std::span<const T> piece = numbers.first(std::min(numbers.size(), kBlock - m_open.size()));
        std::transform(piece.begin(), piece.end(), words.begin(), wordOf<T>);
        m_open.append(std::span<const Word>(words).first(piece.size()));
        numbers = numbers.subspan(piece.size());
        if (m_open.size() == kBlock) {
            close(m_open.all());
            m_open = {};
        }
    }
}

/// @param numbers  kBlock of them
template <typename T> void PackedNumbers::close(std::span<const T> numbers)
{
    auto block = std::make_shared<const Block>(numbers, m_type);
    m_blockBytes += block->bytes();
    m_blocks.push(std::move(block));
}

PackedNumbers::Word PackedNumbers::word(std::size_t i) const
{
    const std::size_t block = i / kBlock;
    return block < m_blocks.size() ? m_blocks[block]->word(i % kBlock) : m_open[i % kBlock];
}

double PackedNumbers::toNumber(Word word) const
{
    return m_type == Type::Double ? std::bit_cast<double>(word) : static_cast<double>(static_cast<std::int64_t>(word));
}

double PackedNumbers::operator[](std::size_t i) const
{
    return toNumber(word(i));
}

void PackedNumbers::copy(std::size_t begin, std::span<double> out) const
{
    const auto copyAll = [&](const auto& toNumber) {
        while (!out.empty()) {
            const std::size_t block = begin / kBlock, inside = begin % kBlock;
            const auto piece = out.first(std::min(out.size(), kBlock - inside));
            if (block < m_blocks.size())
                m_blocks[block]->copy(inside, piece, toNumber);
            else
                toNumbers(m_open.all().data() + inside, piece, toNumber);
            out = out.subspan(piece.size());
            begin += piece.size();
        }
    };
    if (m_type == Type::Double)
        copyAll(AsDouble());
    else
        copyAll([](Word word) { return static_cast<double>(static_cast<std::int64_t>(word)); });
}

std::optional<double> PackedNumbers::evenStep(std::size_t begin, std::size_t count) const
{
    const std::size_t block = begin / kBlock;
    if (count == 0 || block >= m_blocks.size() || begin % kBlock + count > kBlock ||
        m_blocks[block]->format != Block::Format::Progression)
        return std::nullopt;
    const auto step = static_cast<std::int64_t>(m_blocks[block]->stride);
    // Bits of doubles are no measure of how far apart these are, and of large integers doubles are not.
    constexpr std::int64_t exact = std::int64_t{1} << 53;
    const auto isExact = [](std::int64_t number) { return number > -exact && number < exact; };
    if (m_type == Type::Double ? step != 0
                               : !isExact(step) || !isExact(integer(begin)) || !isExact(integer(begin + count - 1)))
        return std::nullopt;
    return static_cast<double>(step);
}

bool PackedNumbers::continues(const PackedNumbers& before) const
{
    if (type() != before.type() || size() < before.size())
        return false;
    // A block is made once, by what has all blocks before it.
    const std::size_t blocks = before.m_blocks.size();
    if (blocks > 0 && m_blocks[blocks - 1] != before.m_blocks[blocks - 1])
        return false;
    for (std::size_t i = blocks * kBlock; i < before.size(); ++i)
        if (word(i) != before.word(i))
            return false;
    return true;
}

std::size_t PackedNumbers::bytes() const
{
    return m_blocks.bytes() + m_open.bytes() + m_blockBytes;
}

} // namespace runglass
