// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sources/LogPayloads.h"

namespace runglass::test
{

namespace
{

constexpr int kKey = 1;
constexpr int kNestedKey = 2;
constexpr int kValueJson = 16;

Message item(const Logged& logged)
{
    Message message;
    if (logged.key.size() == 1)
        message.text(kKey, logged.key.front());
    else
        for (const std::string& component : logged.key)
            message.text(kNestedKey, component);
    return message.text(kValueJson, logged.json);
}

Message items(int field, const std::vector<Logged>& all)
{
    Message message;
    for (const Logged& logged : all)
        message.message(field, item(logged));
    return message;
}

std::string record(int field, const Message& message)
{
    return Message().message(field, message).bytes();
}

} // namespace

void Message::varint(std::uint64_t value)
{
    for (; value >= 0x80; value >>= 7)
        m_bytes += static_cast<char>(value | 0x80);
    m_bytes += static_cast<char>(value);
}

Message& Message::number(int field, std::uint64_t value)
{
    varint(static_cast<std::uint64_t>(field) << 3);
    varint(value);
    return *this;
}

Message& Message::text(int field, std::string_view value)
{
    varint(static_cast<std::uint64_t>(field) << 3 | 2);
    varint(value.size());
    m_bytes += value;
    return *this;
}

std::string runRecord(std::string_view id, std::uint64_t startSeconds, const std::vector<Logged>& config,
                      std::string_view name)
{
    Message run;
    run.text(1, id).text(2, "team").text(3, "project");
    if (!config.empty())
        run.message(4, items(1, config));
    if (!name.empty())
        run.text(8, name);
    return record(17, run.message(17, Message().number(1, startSeconds)));
}

std::string historyRecord(std::int64_t step, const std::vector<Logged>& logged)
{
    Message history = items(1, logged);
    history.message(2, Message().number(1, static_cast<std::uint64_t>(step)));
    return record(2, history);
}

std::string summaryRecord(const std::vector<Logged>& updates, const std::vector<Logged>& removals)
{
    Message summary = items(1, updates);
    for (const Logged& removal : removals)
        summary.message(2, item(removal));
    return record(3, summary);
}

std::string configRecord(const std::vector<Logged>& updates)
{
    return record(5, items(1, updates));
}

std::string consoleRecord(bool isStdout, std::string_view text, std::uint64_t seconds)
{
    Message console;
    if (isStdout)
        console.number(1, 1);
    console.message(2, Message().number(1, seconds)).text(3, text);
    return record(13, console);
}

std::string exitRecord(int code, std::uint64_t runtimeSeconds)
{
    Message exit;
    if (code != 0)
        exit.number(1, static_cast<std::uint64_t>(code));
    if (runtimeSeconds != 0)
        exit.number(2, runtimeSeconds);
    return record(18, exit);
}

} // namespace runglass::test
