// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/series/Reference.h"

#include "models/formats/Json.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace runglass::test
{

namespace
{

Value readReference()
{
    std::ifstream file(fixture("series") / "reference.json", std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    Result<Value> read = parseJson(text);
    if (!read)
        throw std::runtime_error(describe(read.error()));
    return std::move(read).value();
}

} // namespace

const Value::Array& reference(const std::string& part)
{
    static const Value whole = readReference();
    const Value::Array& cases = member(whole, part).array();
    if (cases.empty())
        throw std::runtime_error("no " + part + " in reference.json");
    return cases;
}

const Value& member(const Value& object, const std::string& name)
{
    const auto found = object.object().find(name);
    if (found == object.object().end())
        throw std::runtime_error("no member " + name);
    return found->second;
}

std::vector<double> numbers(const Value& array)
{
    std::vector<double> result;
    std::transform(array.array().begin(), array.array().end(), std::back_inserter(result),
                   [](const Value& value) { return value.toDouble(); });
    return result;
}

std::shared_ptr<const Line> lineOf(const std::vector<double>& x, const std::vector<double>& y)
{
    return std::make_shared<const Line>(x, y);
}

void expectNear(const std::vector<double>& values, const std::vector<double>& expected)
{
    ASSERT_EQ(values.size(), expected.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (std::isnan(expected[i]))
            ASSERT_TRUE(std::isnan(values[i])) << "at " << i << ": " << values[i];
        else if (std::isinf(expected[i]))
            ASSERT_EQ(values[i], expected[i]) << "at " << i;
        else
            ASSERT_NEAR(values[i], expected[i], 1e-12 * std::max(1.0, std::abs(expected[i]))) << "at " << i;
    }
}

} // namespace runglass::test
