// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/LogProblems.h"

#include "models/formats/Json.h"

namespace runglass
{

namespace
{

constexpr std::size_t kMaxWarnings = 20;
/// Causes name keys, which may be a megabyte long.
constexpr std::size_t kMaxCauseBytes = 500;

std::string shortened(std::string cause)
{
    if (cause.size() > kMaxCauseBytes) {
        std::size_t end = kMaxCauseBytes;
        while (end > 0 && (static_cast<unsigned char>(cause[end]) & 0xC0) == 0x80)
            --end;
        cause.resize(end);
        cause += "…";
    }
    return validUtf8(cause);
}

} // namespace

LogProblems::LogProblems(std::string file)
    : m_file(std::move(file))
{
}

void LogProblems::add(std::string cause)
{
    addAt(m_offset, std::move(cause));
}

void LogProblems::addAt(std::optional<std::uint64_t> offset, std::string cause)
{
    if (m_warnings.size() < kMaxWarnings)
        m_warnings.push_back({m_file, offset, shortened(std::move(cause))});
    else
        ++m_leftOut;
}

void LogProblems::append(const LogProblems& more)
{
    for (const Warning& warning : more.m_warnings)
        addAt(warning.offset, warning.cause);
    m_leftOut += more.m_leftOut;
}

std::vector<Warning> LogProblems::warnings() const
{
    std::vector<Warning> all = m_warnings;
    if (m_leftOut > 0)
        all.push_back({m_file, std::nullopt, std::to_string(m_leftOut) + " more problems like these"});
    return all;
}

} // namespace runglass
