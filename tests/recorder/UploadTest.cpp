// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/IncomingFile.h"
#include "models/recorder/Sha256.h"
#include "models/recorder/UploadUrls.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <fstream>
#include <gmock/gmock.h>
#include <sstream>

namespace runglass::test
{

namespace
{

TEST(Sha256Test, AgreesWithTheStandard)
{
    EXPECT_EQ(hexText(sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    EXPECT_EQ(hexText(sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    EXPECT_EQ(hexText(sha256("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq")),
              "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    EXPECT_EQ(hexText(sha256(std::string(1'000'000, 'a'))),
              "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST(Sha256Test, HmacAgreesWithItsStandard)
{
    // RFC 4231, cases 1, 2 and 6.
    EXPECT_EQ(hexText(hmacSha256(std::string(20, '\x0b'), "Hi There")),
              "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7");
    EXPECT_EQ(hexText(hmacSha256("Jefe", "what do ya want for nothing?")),
              "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    EXPECT_EQ(hexText(hmacSha256(std::string(131, '\xaa'), "Test Using Larger Than Block-Size Key - Hash Key First")),
              "60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
}

HttpRequest put(const std::string& url)
{
    HttpRequest request;
    request.method = "PUT";
    const std::size_t question = std::min(url.find('?'), url.size());
    request.path = url.substr(0, question);
    request.query = question < url.size() ? url.substr(question + 1) : std::string();
    return request;
}

TEST(UploadUrlsTest, ProveWhatTheyWereMadeFor)
{
    const UploadUrls urls("secret");
    const std::string url = urls.ofRunFile(7, "media/images/a b#1.png");
    EXPECT_THAT(url, testing::StartsWith("/upload/run/7/media/images/a%20b%231.png?proof="));
    EXPECT_TRUE(urls.isValid(put(url)));
    EXPECT_TRUE(UploadUrls("secret").isValid(put(url)));
    EXPECT_EQ(uploadTarget(put(url).path).run, 7);
    EXPECT_EQ(uploadTarget(put(url).path).file, "media/images/a b#1.png");

    HttpRequest get = put(url);
    get.method = "GET";
    EXPECT_FALSE(urls.isValid(get));
    HttpRequest other = put(url);
    other.path = "/upload/run/8/media/images/a%20b%231.png";
    EXPECT_FALSE(urls.isValid(other));
    HttpRequest cut = put(url);
    cut.query.pop_back();
    EXPECT_FALSE(urls.isValid(cut));
    EXPECT_FALSE(UploadUrls("other").isValid(put(url)));
    EXPECT_FALSE(UploadUrls("").isValid(put(UploadUrls("").ofRunFile(1, "x"))));
}

TEST(UploadUrlsTest, OtherPathsAreNone)
{
    for (const char* path : {"/upload/run/", "/upload/run/x/y", "/upload/run/1", "/upload/other/1/y", "/graphql"})
        EXPECT_EQ(uploadTarget(path).run, 0) << path;
}

TEST(IncomingFileTest, PathsStayBelow)
{
    for (const char* path : {"a", "a/b.c", "...", "a..b", " "})
        EXPECT_TRUE(isStorablePath(path)) << path;
    for (const char* path : {"", "/a", "a/", "a//b", ".", "..", "a/../b", "../a"})
        EXPECT_FALSE(isStorablePath(path)) << path;
    EXPECT_FALSE(isStorablePath(std::string("a\0b", 3)));
    EXPECT_FALSE(isStorablePath(std::string(256, 'a')));
    EXPECT_FALSE(IncomingFile::begin("/nowhere", "../x").ok());
}

TEST(IncomingFileTest, ComesWholeOrNotAtAll)
{
    const TemporaryDirectory directory;
    const std::string folder = (directory.path() / "7").string();
    const auto count = [&folder] {
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            files += entry.is_regular_file() ? 1 : 0;
        return files;
    };
    {
        auto file = IncomingFile::begin(folder, "a/b.txt");
        ASSERT_TRUE(file.ok());
        ASSERT_TRUE(file->write("half").ok());
        EXPECT_FALSE(std::filesystem::exists(folder + "/files/a/b.txt"));
    }
    EXPECT_EQ(count(), 0U);
    for (const char* text : {"first", "second"}) {
        auto file = IncomingFile::begin(folder, "a/b.txt");
        ASSERT_TRUE(file.ok());
        ASSERT_TRUE(file->write(text).ok());
        ASSERT_TRUE(file->finish().ok());
    }
    std::ostringstream text;
    text << std::ifstream(folder + "/files/a/b.txt").rdbuf();
    EXPECT_EQ(text.str(), "second");
    EXPECT_EQ(count(), 1U);
    // A name that is a file already cannot be a folder.
    EXPECT_FALSE(IncomingFile::begin(folder, "a/b.txt/c").ok());
}

} // namespace

} // namespace runglass::test
