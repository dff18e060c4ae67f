// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/WideRuns.h"

#include <cmath>

namespace runglass::benchmark
{

namespace
{

constexpr TimeNs kSecond = 1'000'000'000;
constexpr TimeNs kFirstStart = 1'767'225'600 * kSecond; // 2026-01-01T00:00Z
constexpr std::size_t kPercent = 8;

std::string numbered(const char* word, std::size_t number)
{
    return word + std::to_string(number);
}

} // namespace

KeyPath WideRuns::keyOf(std::size_t column)
{
    static const char* const groups[] = {"model", "optimizer", "data", "eval"};
    return isConfig(column) ? KeyPath{groups[column % 4], numbered("key", column)}
                            : KeyPath{numbered("metric", column / 10) + numbered("/value", column % 10)};
}

bool WideRuns::isConfig(std::size_t column)
{
    return column % 3 == 0;
}

WideRuns::Kind WideRuns::kindOf(std::size_t column)
{
    return column % 10 == 7 ? Kind::Text : column % 10 == 4 ? Kind::Integer : Kind::Real;
}

Value WideRuns::valueOf(std::size_t column, std::mt19937_64& random) const
{
    switch (kindOf(column)) {
    case Kind::Text:
        return numbered("choice-", random() % kTexts);
    case Kind::Integer:
        return static_cast<std::int64_t>(random() % 10'000);
    case Kind::Real:
        break;
    }
    return std::exp(std::normal_distribution<double>(0, 2)(random));
}

Run WideRuns::run(std::size_t number)
{
    std::mt19937_64 random(number + 1);
    Run run;
    run.path = {"bench", numbered("wide-", number % 20), numbered("w", 10'000'000 + number)};
    run.name = numbered("run of wide columns ", random() % 1'000'000);
    run.state = random() % 10 == 0 ? RunState::Failed : RunState::Finished;
    run.startedAt = kFirstStart + static_cast<TimeNs>(random() % 20'000'000) * kSecond;
    run.runtimeSeconds = static_cast<double>(random() % 100'000) / 10;
    run.group = numbered("group-", random() % 50);
    run.author = numbered("author-", random() % 5);
    run.tags = {numbered("tag-", random() % kTexts)};
    for (std::size_t column = 0; column < kKeys; ++column) {
        if (column >= kDense && random() % 100 >= kPercent)
            continue;
        setPath(isConfig(column) ? run.config : run.summary, keyOf(column), valueOf(column, random));
    }
    return run;
}

} // namespace runglass::benchmark
