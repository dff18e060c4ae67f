// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <string>

namespace runglass::test
{

/// The process is in another time zone while it lives.
class TimeZone
{
public:
    explicit TimeZone(const std::string& name)
    {
        EXPECT_TRUE(std::filesystem::exists("/usr/share/zoneinfo/" + name)) << "no time zones: install tzdata";
        const char* before = std::getenv("TZ");
        m_before = before ? before : "";
        set(name);
    }
    ~TimeZone() { set(m_before); }
    TimeZone(const TimeZone&) = delete;
    TimeZone& operator=(const TimeZone&) = delete;

private:
    static void set(const std::string& name)
    {
        ::setenv("TZ", name.c_str(), 1);
        ::tzset();
    }

    std::string m_before;
};

} // namespace runglass::test
