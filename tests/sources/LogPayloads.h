// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace runglass::test
{

/// A protobuf message written field by field: the numbers are those of the SDK's descriptors.
class Message
{
public:
    Message& number(int field, std::uint64_t value);
    Message& text(int field, std::string_view value);
    Message& message(int field, const Message& value) { return text(field, value.bytes()); }
    /// Fields that were written already.
    Message& raw(std::string_view fields)
    {
        m_bytes += fields;
        return *this;
    }
    const std::string& bytes() const { return m_bytes; }

private:
    void varint(std::uint64_t value);
    std::string m_bytes;
};

/// A key path and its JSON.
struct Logged {
    std::vector<std::string> key;
    std::string json;
};

/// Records, ready to be framed.
std::string runRecord(std::string_view id, std::uint64_t startSeconds, const std::vector<Logged>& config = {},
                      std::string_view name = {});
std::string historyRecord(std::int64_t step, const std::vector<Logged>& items);
std::string summaryRecord(const std::vector<Logged>& updates, const std::vector<Logged>& removals = {});
std::string configRecord(const std::vector<Logged>& updates);
std::string consoleRecord(bool isStdout, std::string_view text, std::uint64_t seconds);
std::string exitRecord(int code, std::uint64_t runtimeSeconds);

} // namespace runglass::test
