// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RandomName.h"

#include <array>
#include <string_view>

namespace runglass
{

namespace
{

constexpr std::array<std::string_view, 64> kFirst = {
    "amber",   "autumn",  "bold",   "brave",   "bright", "calm",   "clear",  "clever",  "cobalt", "copper", "coral",
    "crimson", "curious", "daring", "distant", "eager",  "early",  "easy",   "fair",    "fine",   "fresh",  "gentle",
    "glad",    "golden",  "grand",  "green",   "happy",  "hidden", "honest", "humble",  "icy",    "indigo", "jolly",
    "kind",    "late",    "lively", "lucky",   "mellow", "merry",  "mild",   "misty",   "noble",  "olive",  "patient",
    "polite",  "prime",   "proud",  "quiet",   "rapid",  "rosy",   "rustic", "scarlet", "serene", "silent", "silver",
    "simple",  "smooth",  "snowy",  "sturdy",  "sunny",  "swift",  "tidy",   "vivid",   "warm",
};

constexpr std::array<std::string_view, 64> kSecond = {
    "acorn",  "anchor", "apple",  "arrow",   "bay",    "beacon", "birch",   "bloom",   "breeze",  "bridge",  "brook",
    "canyon", "cedar",  "cliff",  "cloud",   "comet",  "cove",   "creek",   "dawn",    "delta",   "dune",    "echo",
    "ember",  "falcon", "fern",   "field",   "fjord",  "forest", "garden",  "glade",   "grove",   "harbour", "haven",
    "heron",  "hill",   "island", "ivy",     "lagoon", "lake",   "lantern", "leaf",    "maple",   "meadow",  "mesa",
    "moon",   "moss",   "oak",    "orchard", "otter",  "pebble", "pine",    "pond",    "prairie", "rain",    "reef",
    "ridge",  "river",  "shore",  "sky",     "spring", "star",   "summit",  "thicket", "valley",
};

} // namespace

std::string randomRunName(std::mt19937_64& random, std::uint64_t number)
{
    std::uniform_int_distribution<std::size_t> pick(0, kFirst.size() - 1);
    std::string name(kFirst[pick(random)]);
    name += '-';
    name += kSecond[pick(random)];
    return name + '-' + std::to_string(number);
}

} // namespace runglass
