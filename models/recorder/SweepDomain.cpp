// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/SweepDomain.h"

#include "models/run/ValueMember.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace runglass
{

namespace
{

Error wrong(const std::string& words)
{
    return {Error::Kind::InvalidArgument, words, {}};
}

/// A finite number of the parameter, or what stands for it.
std::optional<double> numberOf(const Value& parameter, std::string_view key)
{
    const double number = member(parameter, key).toDouble();
    return std::isfinite(number) ? std::optional(number) : std::nullopt;
}

bool isInteger(const Value& value)
{
    return value.kind() == Value::Kind::Integer;
}

/// The distribution that is meant where none is named.
std::string usualDistribution(const Value& parameter)
{
    const Value &low = member(parameter, "min"), &high = member(parameter, "max");
    if (low.isNumber() && high.isNumber())
        return isInteger(low) && isInteger(high) ? "int_uniform" : "uniform";
    const bool isNormal = member(parameter, "mu").isNumber() || member(parameter, "sigma").isNumber();
    return isNormal ? "normal" : std::string();
}

} // namespace

Result<SweepDomain> SweepDomain::readList(const Value& parameter, const Value& values)
{
    if (values.array().empty())
        return wrong("\"values\" is no list, or empty");
    SweepDomain domain;
    domain.m_values = values.array();
    const Value& weights = member(parameter, "probabilities");
    if (weights.isNull())
        return domain;
    double sum = 0;
    for (const Value& weight : weights.array()) {
        const double number = weight.toDouble();
        if (!(number >= 0) || !std::isfinite(number))
            return wrong("\"probabilities\" holds what is no probability");
        sum += number;
        domain.m_weights.push_back(number);
    }
    if (domain.m_weights.size() != domain.m_values.size() || sum <= 0)
        return wrong(R"("probabilities" must have one number for each of "values")");
    return domain;
}

Result<SweepDomain> SweepDomain::read(const Value& parameter)
{
    if (!parameter.isObject())
        return wrong("it is no mapping");
    SweepDomain domain;
    if (const auto value = parameter.object().find("value"); value != parameter.object().end()) {
        domain.m_values = {value->second};
        return domain;
    }
    if (const Value& values = member(parameter, "values"); !values.isNull())
        return readList(parameter, values);
    const std::string& named = member(parameter, "distribution").text();
    const std::string name = named.empty() ? usualDistribution(parameter) : named;
    if (name.empty())
        return wrong(R"(it has neither "value", "values" nor "min" and "max")");
    if (const Status taken = domain.takeRange(name, parameter); !taken)
        return taken.error();
    return domain;
}

Status SweepDomain::takeRange(const std::string& name, const Value& parameter)
{
    std::string_view kind = name;
    const auto strip = [&kind](std::string_view prefix) {
        const bool has = kind.starts_with(prefix);
        kind.remove_prefix(has ? prefix.size() : 0);
        return has;
    };
    const bool isRounded = strip("q_");
    m_isInverse = strip("inv_");
    m_isExponent = strip("log_") || m_isInverse;
    m_step = isRounded ? numberOf(parameter, "q").value_or(1) : 0;
    const Value& step = member(parameter, "q");
    m_isWhole = isRounded && (step.isNull() || isInteger(step));
    if (isRounded && !(m_step > 0))
        return wrong("\"q\" must be above 0");
    if (kind == "normal" || kind == "beta")
        return takeShape(kind == "beta" ? Kind::Beta : Kind::Normal, parameter);
    if (kind != "uniform" && kind != "int_uniform" && kind != "uniform_values")
        return wrong("the distribution \"" + name + "\" is not known");
    m_kind = kind == "int_uniform" ? Kind::Integers : Kind::Uniform;
    if (const Status taken = takeBounds(parameter); !taken || kind != "uniform_values")
        return taken;
    if (!m_isExponent || !(m_low > 0))
        return wrong(R"("min" must be above 0 for the distribution ")" + name + '"');
    // These name what comes out, not the exponents.
    const double low = m_low, high = m_high;
    m_low = std::log(m_isInverse ? 1 / high : low);
    m_high = std::log(m_isInverse ? 1 / low : high);
    return Done{};
}

Status SweepDomain::takeShape(Kind kind, const Value& parameter)
{
    const bool isBeta = kind == Kind::Beta;
    m_kind = kind;
    m_low = numberOf(parameter, isBeta ? "a" : "mu").value_or(isBeta ? 1 : 0);
    m_high = numberOf(parameter, isBeta ? "b" : "sigma").value_or(1);
    const bool isSound = m_high > 0 && (!isBeta || m_low > 0);
    return isSound ? Status(Done{}) : wrong(R"("sigma", "a" and "b" must be above 0)");
}

Status SweepDomain::takeBounds(const Value& parameter)
{
    const auto low = numberOf(parameter, "min"), high = numberOf(parameter, "max");
    if (!low || !high || *low > *high)
        return wrong(R"("min" and "max" must be numbers, the lower one first)");
    m_low = *low;
    m_high = *high;
    if (m_kind != Kind::Integers)
        return Done{};
    constexpr double kMost = 9e15; // whole numbers up to there are exact
    if (std::abs(m_low) >= kMost || std::abs(m_high) >= kMost)
        return wrong(R"("min" and "max" are too far from 0)");
    return std::ceil(m_low) <= std::floor(m_high) ? Status(Done{}) : wrong("there is no whole number between");
}

Value SweepDomain::rounded(double number) const
{
    if (m_step <= 0)
        return number;
    const double multiple = std::round(number / m_step) * m_step;
    constexpr double kMost = 9e15;
    return m_isWhole && std::abs(multiple) < kMost ? Value(static_cast<std::int64_t>(multiple)) : Value(multiple);
}

Value SweepDomain::draw(std::mt19937_64& random) const
{
    double number = 0;
    switch (m_kind) {
    case Kind::Listed: {
        if (m_weights.empty())
            return m_values[std::uniform_int_distribution<std::size_t>(0, m_values.size() - 1)(random)];
        return m_values[std::discrete_distribution<std::size_t>(m_weights.begin(), m_weights.end())(random)];
    }
    case Kind::Integers:
        return std::uniform_int_distribution<std::int64_t>(static_cast<std::int64_t>(std::ceil(m_low)),
                                                           static_cast<std::int64_t>(std::floor(m_high)))(random);
    case Kind::Uniform:
        number = std::uniform_real_distribution<double>(m_low, std::nextafter(m_high, HUGE_VAL))(random);
        break;
    case Kind::Normal:
        number = std::normal_distribution<double>(m_low, m_high)(random);
        break;
    case Kind::Beta: {
        const double a = std::gamma_distribution<double>(m_low, 1)(random);
        const double b = std::gamma_distribution<double>(m_high, 1)(random);
        number = a + b > 0 ? a / (a + b) : 0;
        break;
    }
    }
    if (m_isExponent)
        number = std::exp(m_isInverse ? -number : number);
    return rounded(number);
}

std::optional<std::uint64_t> SweepDomain::count() const
{
    if (m_kind == Kind::Listed)
        return m_values.size();
    const double step = m_kind == Kind::Integers ? 1 : m_step;
    const bool isCountable = m_kind == Kind::Integers || (m_kind == Kind::Uniform && !m_isExponent && m_step > 0);
    if (!isCountable)
        return std::nullopt;
    const double steps = std::floor(m_high / step) - std::ceil(m_low / step) + 1;
    return steps < 1 ? 0 : steps < 1e18 ? static_cast<std::uint64_t>(steps) : std::numeric_limits<std::uint64_t>::max();
}

Value SweepDomain::at(std::uint64_t place) const
{
    if (m_kind == Kind::Listed)
        return m_values[static_cast<std::size_t>(place)];
    if (m_kind == Kind::Integers)
        return static_cast<std::int64_t>(std::ceil(m_low)) + static_cast<std::int64_t>(place);
    return rounded((std::ceil(m_low / m_step) + static_cast<double>(place)) * m_step);
}

} // namespace runglass
