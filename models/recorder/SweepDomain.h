// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Value.h"

#include <optional>
#include <random>
#include <vector>

namespace runglass
{

/// The values that one parameter of a sweep may take.
/// @source docs.wandb.ai, "Sweep configuration structure"
class SweepDomain
{
public:
    /// Reads {"value": …}, {"values": […], "probabilities": […]} or {"distribution": …, "min": …, "max": …, …}. Without
    /// a distribution whole bounds mean int_uniform, others uniform, and mu or sigma normal.
    /// @errors InvalidArgument: what is missing or contradicts itself
    static Result<SweepDomain> read(const Value& parameter);

    /// One of them, by its probability.
    Value draw(std::mt19937_64& random) const;
    /// How many there are; nothing when they cannot be counted.
    std::optional<std::uint64_t> count() const;
    /// The one at a place below count().
    Value at(std::uint64_t place) const;

private:
    enum class Kind { Listed, Uniform, Integers, Normal, Beta };

    static Result<SweepDomain> readList(const Value& parameter, const Value& values);
    Status takeRange(const std::string& name, const Value& parameter);
    Status takeShape(Kind kind, const Value& parameter);
    Status takeBounds(const Value& parameter);
    Value rounded(double number) const;

    Kind m_kind = Kind::Listed;
    std::vector<Value> m_values;
    std::vector<double> m_weights; ///< empty: all the same
    double m_low = 0, m_high = 0;  ///< of Uniform, before m_isExponent is applied; mu and sigma, a and b of others
    bool m_isExponent = false;     ///< e to the power of what is drawn
    bool m_isInverse = false;      ///< one divided by that
    double m_step = 0;             ///< rounded to a multiple of it; 0: not
    bool m_isWhole = false;        ///< multiples of a whole step are integers
};

} // namespace runglass
