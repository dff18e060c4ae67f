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

    Block(std::span<const Word> words, Type type);
    Word word(std::size_t i) const;
    /// Words [begin, begin + out.size()), each as a number.
    template <typename ToNumber> void copy(std::size_t begin, std::span<double> out, const ToNumber& toNumber) const;
    std::size_t bytes() const
    {
        return sizeof(Block) + narrow.size() * sizeof narrow[0] + wide.size() * sizeof wide[0];
    }

    Format format = Format::Words;
    Word base = 0, stride = 0;
    std::vector<std::uint32_t> narrow;
    std::vector<Word> wide;

private:
    bool isProgression(std::span<const Word> words);
    bool packFloats(std::span<const Word> words);
    bool packOffsets(std::span<const Word> words);
};

PackedNumbers::Block::Block(std::span<const Word> words, Type type)
{
    if (isProgression(words))
        format = Format::Progression;
    else if (type == Type::Double && packFloats(words))
        format = Format::Floats;
    else if (packOffsets(words))
        format = Format::Offsets;
    else
        wide.assign(words.begin(), words.end());
}

bool PackedNumbers::Block::isProgression(std::span<const Word> words)
{
    base = words[0];
    stride = words[1] - words[0];
    for (std::size_t i = 2; i < words.size(); ++i)
        if (words[i] - words[i - 1] != stride)
            return false;
    return true;
}

bool PackedNumbers::Block::packFloats(std::span<const Word> words)
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
    if (!narrowed(words.front()) || !narrowed(words.back()))
        return false;
    std::vector<std::uint32_t> floats(words.size());
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::optional<float> number = narrowed(words[i]);
        if (!number)
            return false;
        floats[i] = std::bit_cast<std::uint32_t>(*number);
    }
    narrow = std::move(floats);
    return true;
}

/// Bits of doubles that lie near each other are near each other too: those of one sign are in their order.
bool PackedNumbers::Block::packOffsets(std::span<const Word> words)
{
    Word least = words.front(), most = least;
    for (const Word word : words) {
        least = std::min(least, word);
        most = std::max(most, word);
        if (most - least > std::numeric_limits<std::uint32_t>::max())
            return false;
    }
    base = least;
    narrow.resize(words.size());
    std::transform(words.begin(), words.end(), narrow.begin(),
                   [this](Word word) { return static_cast<std::uint32_t>(word - base); });
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
    toNumbers(wide.data() + begin, out, toNumber);
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
    std::array<Word, kBlock> words{};
    while (!numbers.empty()) {
        const std::span<const T> piece = numbers.first(std::min(numbers.size(), kBlock - m_open.size()));
        std::transform(piece.begin(), piece.end(), words.begin(), [](T number) { return std::bit_cast<Word>(number); });
        appendWords(std::span(words).first(piece.size()));
        numbers = numbers.subspan(piece.size());
    }
}

/// @param words  no more than fill the open block
void PackedNumbers::appendWords(std::span<const Word> words)
{
    const bool isWhole = words.size() == kBlock;
    if (!isWhole)
        m_open.append(words);
    if (!isWhole && m_open.size() < kBlock)
        return;
    auto block = std::make_shared<const Block>(isWhole ? words : m_open.all(), m_type);
    m_blockBytes += block->bytes();
    m_blocks.push(std::move(block));
    m_open = {};
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
