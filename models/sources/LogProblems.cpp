// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/LogProblems.h"

namespace runglass
{

namespace
{
constexpr std::size_t kMaxWarnings = 20;
}

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
        m_warnings.push_back({m_file, offset, std::move(cause)});
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
