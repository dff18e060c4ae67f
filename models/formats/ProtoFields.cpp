// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ProtoFields.h"

#include <protozero/pbf_reader.hpp>

namespace runglass::proto
{

Error undecodable(const std::exception& exception)
{
    return {Error::Kind::Corruption, std::string("a record cannot be decoded: ") + exception.what(), {}};
}

void checkLongLength(std::string_view rest)
{
    const char* at = rest.data();
    const char* const end = at + rest.size();
    const std::uint64_t length = protozero::decode_varint(&at, end);
    if (length > static_cast<std::uint64_t>(end - at))
        throw protozero::end_of_buffer_exception();
}

std::optional<TimeNs> timestamp(std::string_view message)
{
    std::int64_t seconds = 0;
    std::int32_t nanos = 0;
    Reader fields = reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case varint(1):
            seconds = fields.get_int64();
            break;
        case varint(2):
            nanos = fields.get_int32();
            break;
        default:
            fields.skip();
        }
    }
    constexpr std::int64_t kSecond = 1'000'000'000;
    constexpr std::int64_t kMaxSeconds = 9'000'000'000; // the year 2255; TimeNs ends seven years later
    if (seconds < -kMaxSeconds || seconds > kMaxSeconds || nanos < 0 || nanos >= kSecond)
        return std::nullopt;
    return seconds * kSecond + nanos;
}

Git git(std::string_view message)
{
    Git git;
    Reader fields = reader(message);
    while (fields.next()) {
        switch (fields.tag_and_type()) {
        case bytes(1):
            git.remote = view(fields);
            break;
        case bytes(2):
            git.commit = view(fields);
            break;
        default:
            fields.skip();
        }
    }
    return git;
}

} // namespace runglass::proto
