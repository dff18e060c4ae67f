// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"
#include "models/run/Run.h"

#include <cstdint>
#include <exception>
#include <optional>
#include <string_view>

namespace protozero
{
class pbf_reader;
}

/// For the .cpp files that decode protobuf messages; they include <protozero/pbf_reader.hpp> themselves. What is asked
/// for with another wire type than it has is an unknown field, as in protobuf's own readers. Bools are read as
/// integers: protozero's get_bool does not ask whether the message goes on.
namespace runglass::proto
{

/// Throws when a field at the beginning of rest says that it is longer than rest. Only a length of five bytes or more
/// can be too large for protozero, which takes lengths modulo 2^32.
void checkLongLength(std::string_view rest);

/// protozero's reader, which would take a field of 2^40 bytes for one of none, and look behind the message for a bool
/// that is not there.
template <typename Base> class CheckedReader : public Base
{
public:
    using Base::Base;

    auto get_view()
    {
        checkLength();
        return Base::get_view();
    }
    bool get_bool() { return Base::get_uint64() != 0; }
    void skip()
    {
        if ((this->tag_and_type() & 7) == 2)
            checkLength();
        Base::skip();
    }

private:
    void checkLength() const
    {
        const auto rest = this->data();
        const auto goesOn = [&rest](std::size_t i) { return (static_cast<unsigned char>(rest.data()[i]) & 0x80) != 0; };
        if (rest.size() > 4 && goesOn(0) && goesOn(1) && goesOn(2) && goesOn(3))
            checkLongLength({rest.data(), rest.size()});
    }
};

using Reader = CheckedReader<protozero::pbf_reader>;

/// What Reader::tag_and_type() says of texts, bytes and messages with this number.
constexpr std::uint32_t bytes(std::uint32_t number)
{
    return number << 3 | 2;
}

/// What it says of integers, bools and enumerations.
constexpr std::uint32_t varint(std::uint32_t number)
{
    return number << 3;
}

/// What it says of doubles.
constexpr std::uint32_t fixed64(std::uint32_t number)
{
    return number << 3 | 1;
}

/// Reads the fields of a message. A template only so that this header does without protozero's.
template <typename R = Reader> R reader(std::string_view message)
{
    return R(message.data(), message.size());
}

template <typename R> std::string_view view(R& fields)
{
    const auto data = fields.get_view();
    return {data.data(), data.size()};
}

/// What is said of a record that is no valid protobuf.
Error undecodable(const std::exception& exception);

/// A google.protobuf.Timestamp; nothing when it lies outside the range of TimeNs.
std::optional<TimeNs> timestamp(std::string_view message);

/// GitRepoRecord.
struct Git {
    std::string_view remote;
    std::string_view commit;
};
Git git(std::string_view message);

} // namespace runglass::proto
