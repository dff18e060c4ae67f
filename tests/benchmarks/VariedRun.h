// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Value.h"

#include <cstdint>
#include <filesystem>
#include <random>
#include <string>
#include <vector>

namespace runglass::benchmark
{

class Record;
class LogWriter;

/// A run folder of the SDK, held to write others of its kind.
struct Template {
    std::filesystem::path folder;
    std::vector<std::string> records;
};

/// Every run folder right below a wandb/ directory. Ends the program when there is none.
std::vector<Template> templatesIn(const std::filesystem::path& wandb);

/// What one made run has of its own.
struct Variation {
    std::string id, name, project;
    std::int64_t laterBySeconds = 0;
    double factor = 1;      ///< of every logged and configured real number
    std::uint64_t seed = 0; ///< of its config
};

/// A variation drawn at random, the number'th.
Variation draw(std::size_t number, std::mt19937_64& random);

/// "offline-run-20261128_193902-abcd1234": what the SDK calls the folder of a run that starts then, on this computer's
/// clock.
/// @param start  in seconds since 1970
std::string runFolderName(std::int64_t start, const std::string& id);

/// Writes the template's run folder with its own ID, name, project, times and values below wandb/, as the SDK would
/// have.
void writeRun(const Template& from, const Variation& own, const std::filesystem::path& wandb);

} // namespace runglass::benchmark
