// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Access.h"

#include <gtest/gtest.h>

namespace runglass::test
{

namespace
{

/// "api:local-0123456789abcdef0123456789abcdef01234567" and the same with another last digit.
constexpr const char* kRight = "Basic YXBpOmxvY2FsLTAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc=";
constexpr const char* kWrong = "Basic YXBpOmxvY2FsLTAxMjM0NTY3ODlhYmNkZWYwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njg=";

AccessRules rules()
{
    return {{"127.0.0.1:8765", "localhost:8765"}, "local-0123456789abcdef0123456789abcdef01234567"};
}

int statusOf(const char* authorization, bool isSameUser, const char* host = "127.0.0.1:8765", const char* origin = "")
{
    HttpRequest request;
    request.method = "POST";
    request.path = "/graphql";
    request.headers["host"] = host;
    request.headers["origin"] = origin;
    request.headers["authorization"] = authorization;
    const auto refused = refusal(request, {isSameUser}, rules());
    return refused ? refused->status : 200;
}

TEST(AccessTest, TheSameUserNeedsNoKey)
{
    EXPECT_EQ(statusOf("", true), 200);
    EXPECT_EQ(statusOf(kWrong, true), 200);
    EXPECT_EQ(statusOf("", true, "LOCALHOST:8765"), 200);
    EXPECT_EQ(statusOf("", true, "127.0.0.1:8765", "http://localhost:8765"), 200);
}

TEST(AccessTest, OthersNeedTheKey)
{
    EXPECT_EQ(statusOf("", false), 401);
    EXPECT_EQ(statusOf(kWrong, false), 401);
    EXPECT_EQ(statusOf("Bearer x", false), 401);
    EXPECT_EQ(statusOf("Basic !!!", false), 401);
    EXPECT_EQ(statusOf(kRight, false), 200);
    EXPECT_EQ(statusOf(kRight, false, "gpu-box:8765"), 200);
}

TEST(AccessTest, BrowsersThatAnotherSiteSendsAreRefused)
{
    EXPECT_EQ(statusOf("", true, "evil.example:8765"), 403);
    EXPECT_EQ(statusOf("", true, "127.0.0.1:9999"), 403);
    EXPECT_EQ(statusOf("", true, ""), 403);
    EXPECT_EQ(statusOf("", true, "127.0.0.1:8765", "http://evil.example"), 403);
    EXPECT_EQ(statusOf("", true, "127.0.0.1:8765", "https://127.0.0.1:8765"), 403);
    EXPECT_EQ(statusOf("", true, "127.0.0.1:8765", "null"), 403);
}

TEST(AccessTest, WithoutAKeyNothingMatchesIt)
{
    HttpRequest request;
    request.headers["authorization"] = "Basic YXBpOg=="; // "api:"
    EXPECT_EQ(refusal(request, {false}, {})->status, 401);
}

TEST(AccessTest, ComparesSecretsWhole)
{
    EXPECT_TRUE(isSameSecret("abc", "abc"));
    EXPECT_FALSE(isSameSecret("abc", "abd"));
    EXPECT_FALSE(isSameSecret("abc", "ab"));
    EXPECT_FALSE(isSameSecret("", "a"));
}

} // namespace

} // namespace runglass::test
