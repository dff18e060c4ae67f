// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace runglass::fuzz
{

/// A field of a protobuf message whose descriptor is not known: bytes that read as a message are taken for one.
struct Field {
    static constexpr std::uint32_t kVarint = 0, kFixed64 = 1, kBytes = 2, kFixed32 = 5;

    std::uint32_t number = 1;
    std::uint32_t type = kVarint;
    std::uint64_t value = 0; ///< of numbers
    std::string bytes;       ///< of kBytes when isMessage is not set
    bool isMessage = false;
    std::vector<Field> fields;
};

/// The fields of a message up to its first damage.
std::vector<Field> readTree(std::string_view message);
void write(const std::vector<Field>& fields, std::string& message);

} // namespace runglass::fuzz
