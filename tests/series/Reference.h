// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"
#include "models/series/Smoothing.h"

namespace runglass::test
{

/// A part of tests/fixtures/series/reference.json: see the README there. Fails the test by throwing when it is not
/// there.
const Value::Array& reference(const std::string& part);

const Value& member(const Value& object, const std::string& name);
std::vector<double> numbers(const Value& array);
std::shared_ptr<const Line> lineOf(const std::vector<double>& x, const std::vector<double>& y);

/// Fails the test where two lists differ by more than what sums are rounded by, or in what is not finite.
void expectNear(const std::vector<double>& values, const std::vector<double>& expected);

} // namespace runglass::test
