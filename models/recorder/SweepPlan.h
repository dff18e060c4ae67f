// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/SweepDomain.h"

#include <string>

namespace runglass
{

/// When runs that do worse than others are to end before their time.
struct EarlyEnd {
    std::vector<std::uint64_t> bands; ///< after how many values of the metric they are compared, rising
    double kept = 1.0 / 3;            ///< which part of them goes on
};

/// What a sweep is to try, as its YAML says.
/// @source docs.wandb.ai, "Sweep configuration structure"
class SweepPlan
{
public:
    /// @errors InvalidArgument, worded for who wrote the YAML: it is none, or asks for what is not done here, as a
    ///         search by Bayes
    static Result<SweepPlan> read(const std::string& yaml);

    /// "random" or "grid"
    const std::string& method() const { return m_method; }
    const std::string& name() const { return m_name; }
    const std::string& description() const { return m_description; }
    const std::string& program() const { return m_program; }
    const std::string& metric() const { return m_metric; } ///< empty: none
    bool isMaximized() const { return m_isMaximized; }
    const std::optional<EarlyEnd>& earlyEnd() const { return m_earlyEnd; }
    /// How many runs there will be at most; nothing: no end.
    std::optional<std::uint64_t> runCount() const;

    /// The parameters of the run at a place, as an agent is given them: {"lr": {"value": 0.1}}. The same ones each
    /// time.
    /// @param seed  of the sweep
    Value arguments(std::uint64_t place, std::uint64_t seed) const;

private:
    struct Parameter {
        KeyPath key;
        SweepDomain domain;
    };

    Status takeParameters(const Value& parameters, const KeyPath& above);
    Status takeEarlyEnd(const Value& early);
    Status countGrid();

    std::string m_method, m_name, m_description, m_program, m_metric;
    bool m_isMaximized = false;
    std::vector<Parameter> m_parameters;
    std::optional<std::uint64_t> m_cap, m_combinations;
    std::optional<EarlyEnd> m_earlyEnd;
};

} // namespace runglass
