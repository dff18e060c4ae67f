// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/series/Line.h"

#include <QStringList>

#include <memory>
#include <vector>

namespace runglass
{

/// What a user should know is wrong with a run, a sentence each: how it ended, what could not be read of it.
QStringList runProblems(const Run& run);

/// Keys of the summary whose value is NaN or infinite; internal ones left out, at most `most`.
std::vector<KeyPath> notFiniteKeys(const Value& summary, std::size_t most);

/// Since when a metric is NaN and what it was before; segments is its history (may be empty).
QString notFiniteProblem(const KeyPath& key, const Value& value,
                         const std::vector<std::shared_ptr<const Line>>& segments);

} // namespace runglass
