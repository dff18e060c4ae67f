// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/series/PackedNumbers.h"

#include <gtest/gtest.h>

#include <bit>
#include <limits>
#include <random>
#include <thread>
#include <vector>

namespace runglass
{
namespace
{

using Type = PackedNumbers::Type;

template <typename T> PackedNumbers packed(const std::vector<T>& numbers)
{
    PackedNumbers column(std::is_same_v<T, double> ? Type::Double : Type::Integer);
    column.append(std::span(numbers));
    return column;
}

void expectBits(const PackedNumbers& column, const std::vector<double>& numbers)
{
    ASSERT_EQ(column.size(), numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i)
        ASSERT_EQ(std::bit_cast<std::uint64_t>(column[i]), std::bit_cast<std::uint64_t>(numbers[i])) << i;
}

std::vector<double> made(std::size_t count, double (*number)(std::size_t))
{
    std::vector<double> numbers(count);
    for (std::size_t i = 0; i < count; ++i)
        numbers[i] = number(i);
    return numbers;
}

double bytesEach(const PackedNumbers& column)
{
    return static_cast<double>(column.bytes()) / static_cast<double>(column.size());
}

TEST(PackedNumbers, LosesNoBit)
{
    const unsigned seed = std::random_device{}();
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    std::mt19937_64 random(seed);
    std::vector<double> numbers(5000);
    for (double& number : numbers)
        number = std::bit_cast<double>(random()); // NaNs with payloads, subnormals, ±0 and all others
    expectBits(packed(numbers), numbers);
    const double odd[] = {0.0,
                          -0.0,
                          std::numeric_limits<double>::infinity(),
                          5e-324,
                          1e300,
                          0.5,
                          3.4028235e38,
                          std::bit_cast<double>(std::uint64_t{0x7ff8000000001234}),
                          std::bit_cast<double>(std::uint64_t{0xfff8000000000000})};
    std::vector<double> blocks;
    for (const double number : odd)
        blocks.insert(blocks.end(), PackedNumbers::kBlock - 1, number); // blocks of one and of two numbers
    expectBits(packed(blocks), blocks);
}

TEST(PackedNumbers, KeepsIntegersExactly)
{
    const std::int64_t least = std::numeric_limits<std::int64_t>::min(),
                       most = std::numeric_limits<std::int64_t>::max();
    std::vector<std::int64_t> numbers;
    for (std::int64_t i = 0; i < 1024; ++i)
        numbers.push_back(i % 2 ? most - i : least + i);
    for (std::int64_t i = 0; i < 1024; ++i)
        numbers.push_back(-3 + i * (i % 3)); // around 0
    for (std::int64_t i = 0; i < 1500; ++i)
        numbers.push_back(least + 7 * i);
    const PackedNumbers column = packed(numbers);
    ASSERT_EQ(column.size(), numbers.size());
    for (std::size_t i = 0; i < numbers.size(); ++i) {
        ASSERT_EQ(column.integer(i), numbers[i]) << i;
        ASSERT_EQ(column[i], static_cast<double>(numbers[i]));
    }
}

TEST(PackedNumbers, TakesLittleRoomForWhatIsRegular)
{
    std::vector<std::int64_t> steps(100'000);
    for (std::size_t i = 0; i < steps.size(); ++i)
        steps[i] = static_cast<std::int64_t>(i) * 10;
    EXPECT_LT(bytesEach(packed(steps)), 0.2);
    EXPECT_LT(bytesEach(packed(made(100'000, [](std::size_t) { return 0.001; }))), 0.2) << "a constant";
    EXPECT_LT(bytesEach(packed(made(100'000, [](std::size_t i) { return static_cast<double>(i * i % 1000); }))), 4.3);
    // Seconds since 1970, about one a step.
    const auto time = [](std::size_t i) {
        return 1.7e9 + 0.9 * static_cast<double>(i) + 1e-3 * static_cast<double>(i % 7);
    };
    EXPECT_LT(bytesEach(packed(made(100'000, time))), 4.3);
    const auto noisy = [](std::size_t i) { return 1.0 / static_cast<double>(i + 3); };
    EXPECT_LT(bytesEach(packed(made(100'000, noisy))), 8.3);
    EXPECT_LT(packed(made(3, noisy)).bytes(), 200U);
}

TEST(PackedNumbers, AppendingInPiecesIsAppendingAtOnce)
{
    const auto number = [](std::size_t i) { return i % 3000 < 1500 ? 0.25 * static_cast<double>(i) : 0.1; };
    const std::vector<double> numbers = made(20'000, number);
    PackedNumbers column;
    for (std::size_t done = 0, i = 0; done < numbers.size(); ++i) {
        const std::size_t piece = std::min(numbers.size() - done, i * i % 1777);
        column.append(std::span(numbers).subspan(done, piece));
        done += piece;
        ASSERT_EQ(column.size(), done);
    }
    expectBits(column, numbers);
    std::vector<double> part(777);
    column.copy(1000, part);
    EXPECT_TRUE(std::equal(part.begin(), part.end(), numbers.begin() + 1000));
}

TEST(PackedNumbers, ReadersSeeTheirsWhileOneAppends)
{
    // For the thread sanitizer as much as for the eye.
    PackedNumbers column;
    std::vector<std::thread> readers;
    std::atomic<int> wrong = 0;
    for (int round = 0; round < 200; ++round) {
        const std::vector<double> piece(37, round);
        column.append(std::span(piece));
        if (round % 20 != 0)
            continue;
        readers.emplace_back([mine = column, &wrong] {
            for (std::size_t i = 0; i < mine.size(); ++i)
                wrong += mine[i] != static_cast<double>(i / 37);
        });
        readers.emplace_back([mine = column, &wrong]() mutable {
            const std::size_t before = mine.size();
            const std::vector<double> other(100, -1.0);
            mine.append(std::span(other));
            for (std::size_t i = 0; i < mine.size(); ++i)
                wrong += mine[i] != (i < before ? static_cast<double>(i / 37) : -1.0);
        });
    }
    for (std::thread& reader : readers)
        reader.join();
    EXPECT_EQ(wrong, 0);
    for (std::size_t i = 0; i < column.size(); ++i)
        ASSERT_EQ(column[i], static_cast<double>(i / 37));
}

} // namespace
} // namespace runglass
