// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/StoreReader.h"
#include "models/store/StoreWriter.h"

#include <string>
#include <vector>

namespace runglass::test
{

/// A run at example/demo/ID with one segment of ordinal 0 and its log at /runs/ID.wandb.
RunUpdate plainRun(const std::string& id);
/// A series of doubles with steps from `from` on and times one second apart.
Series doubles(const std::string& key, std::vector<double> values, std::int64_t from = 0);
Series integers(const std::string& key, std::vector<std::int64_t> values, std::int64_t from = 0);
Series any(const std::string& key, std::vector<Value> values, std::int64_t from = 0);
/// n numbers that do not fit a float.
std::vector<double> noise(std::size_t n, std::uint64_t seed = 1);

/// Bit for bit, so that NaN payloads and -0.0 count.
bool sameBits(const std::vector<double>& a, const std::vector<double>& b);
/// Fails the test unless both hold the same points, bit for bit.
void expectSame(const Series& expected, const Series& found);

/// Fails the test by throwing when it cannot.
std::unique_ptr<StoreWriter> openWriter(const StoreLocation& location);
std::unique_ptr<StoreReader> openReader(const StoreLocation& location);
void mustCommit(StoreWriter& writer, const RunBatch& batch);
void mustCommit(StoreWriter& writer, RunUpdate update);
Series mustRead(StoreReader& reader, const RunPath& path, const std::string& key, int segment = 0);

} // namespace runglass::test
