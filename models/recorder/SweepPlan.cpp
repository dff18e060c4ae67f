// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/SweepPlan.h"

#include "models/formats/Yaml.h"
#include "models/run/ValueMember.h"

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr std::size_t kMostParameters = 10'000;
constexpr std::uint64_t kMostCombinations = 1'000'000'000'000;

Error wrong(const std::string& words)
{
    return {Error::Kind::InvalidArgument, words, {}};
}

/// The bands of Hyperband: so many values of the metric, and eta times as many each further one.
std::vector<std::uint64_t> bandsOf(const Value& early, double eta)
{
    constexpr double kMost = 1e15;
    constexpr std::size_t kMostBands = 100;
    std::vector<std::uint64_t> bands;
    const Value &least = member(early, "min_iter"), &most = member(early, "max_iter");
    if (least.isNumber())
        for (double band = least.toDouble(); band >= 1 && band < kMost && bands.size() < kMostBands; band *= eta)
            bands.push_back(static_cast<std::uint64_t>(band));
    else if (most.isNumber() && member(early, "s").isNumber())
        for (double band = most.toDouble() / eta, s = member(early, "s").toDouble();
             band >= 1 && band < kMost && static_cast<double>(bands.size()) < s; band /= eta)
            bands.insert(bands.begin(), static_cast<std::uint64_t>(band));
    bands.erase(std::unique(bands.begin(), bands.end()), bands.end());
    return bands;
}

} // namespace

Result<SweepPlan> SweepPlan::read(const std::string& yaml)
{
    const Result<Value> config = parseYaml(yaml);
    if (!config || !config->isObject())
        return wrong("The sweep's configuration is no YAML mapping.");
    SweepPlan plan;
    plan.m_method = member(*config, "method").text();
    plan.m_name = member(*config, "name").text();
    plan.m_description = member(*config, "description").text();
    plan.m_program = member(*config, "program").text();
    plan.m_metric = member(member(*config, "metric"), "name").text();
    plan.m_isMaximized = member(member(*config, "metric"), "goal").text() == "maximize";
    if (plan.m_method != "grid" && plan.m_method != "random")
        return wrong(R"(This recorder searches by "method: random" and "method: grid"; ")" + plan.m_method +
                     "\" is not done here.");
    if (const Status taken = plan.takeParameters(member(*config, "parameters"), {}); !taken)
        return taken.error();
    if (plan.m_parameters.empty())
        return wrong("The sweep's configuration has no parameters.");
    if (const double cap = member(*config, "run_cap").toDouble(); cap >= 1)
        plan.m_cap = static_cast<std::uint64_t>(std::min(cap, 1e15));
    if (const Status taken = plan.takeEarlyEnd(member(*config, "early_terminate")); !taken)
        return taken.error();
    if (const Status counted = plan.countGrid(); !counted)
        return counted.error();
    return plan;
}

Status SweepPlan::takeParameters(const Value& parameters, const KeyPath& above)
{
    for (const auto& [name, parameter] : parameters.object()) {
        KeyPath key = above;
        key.push_back(name);
        if (const Value& inner = member(parameter, "parameters"); inner.isObject()) {
            if (Status taken = takeParameters(inner, key); !taken)
                return taken;
            continue;
        }
        Result<SweepDomain> domain = SweepDomain::read(parameter);
        if (!domain)
            return wrong("The parameter " + displayKey(key) + ": " + domain.error().detail + '.');
        m_parameters.push_back({std::move(key), std::move(domain).value()});
        if (m_parameters.size() > kMostParameters)
            return wrong("The sweep has too many parameters.");
    }
    return Done{};
}

Status SweepPlan::takeEarlyEnd(const Value& early)
{
    if (early.isNull())
        return Done{};
    if (member(early, "type").text() != "hyperband")
        return wrong("Of early_terminate this recorder knows \"type: hyperband\" only.");
    if (m_metric.empty())
        return wrong("early_terminate compares runs by a metric, and the sweep names none.");
    constexpr double kUsualEta = 3;
    const Value& given = member(early, "eta");
    const double eta = given.isNull() ? kUsualEta : given.toDouble();
    if (!(eta > 1))
        return wrong("early_terminate: \"eta\" must be above 1.");
    EarlyEnd end;
    end.bands = bandsOf(early, eta);
    end.kept = 1 / eta;
    if (end.bands.empty())
        return wrong(R"(early_terminate wants "min_iter", or "max_iter" and "s".)");
    m_earlyEnd = std::move(end);
    return Done{};
}

Status SweepPlan::countGrid()
{
    if (m_method != "grid")
        return Done{};
    std::uint64_t all = 1;
    for (const Parameter& parameter : m_parameters) {
        const std::optional<std::uint64_t> count = parameter.domain.count();
        if (!count)
            return wrong("The parameter " + displayKey(parameter.key) +
                         ": a grid needs values that can be counted, as \"values\" or whole bounds.");
        if (*count > kMostCombinations || (*count != 0 && all > kMostCombinations / *count))
            return wrong("The grid has too many combinations.");
        all *= *count;
    }
    if (all == 0)
        return wrong("The grid has no combination.");
    m_combinations = all;
    return Done{};
}

std::optional<std::uint64_t> SweepPlan::runCount() const
{
    if (m_cap && m_combinations)
        return std::min(*m_cap, *m_combinations);
    return m_cap ? m_cap : m_combinations;
}

Value SweepPlan::arguments(std::uint64_t place, std::uint64_t seed) const
{
    std::seed_seq mixed{static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32),
                        static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(place >> 32)};
    std::mt19937_64 random(mixed);
    Value all{Value::Object()};
    // The last parameter is the one that changes first.
    for (std::size_t left = m_parameters.size(); left > 0; --left) {
        const Parameter& parameter = m_parameters[left - 1];
        KeyPath key = parameter.key;
        key.insert(key.begin() + 1, "value");
        Value value;
        if (m_combinations) {
            const std::uint64_t count = *parameter.domain.count();
            value = parameter.domain.at(place % count);
            place /= count;
        } else {
            value = parameter.domain.draw(random);
        }
        setPath(all, key, std::move(value));
    }
    return all;
}

} // namespace runglass
