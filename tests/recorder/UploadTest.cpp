// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Base64.h"
#include "models/recorder/FileUrls.h"
#include "models/recorder/IncomingFile.h"
#include "models/recorder/Md5.h"
#include "models/recorder/Sha256.h"
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

std::string md5Of(const std::string& text, std::size_t piece)
{
    Md5 sum;
    for (std::size_t at = 0; at < text.size(); at += piece)
        sum.add(std::string_view(text).substr(at, piece));
    return hexOf(sum.finish());
}

TEST(Md5Test, AgreesWithTheStandard)
{
    EXPECT_EQ(md5Of("", 1), "d41d8cd98f00b204e9800998ecf8427e");
    EXPECT_EQ(md5Of("a", 1), "0cc175b9c0f1b6a831c399e269772661");
    EXPECT_EQ(md5Of("message digest", 3), "f96b697d7cb7938d525a2f31aaf161d0");
    const std::string digits = "1234567890";
    std::string eighty;
    for (int i = 0; i < 8; ++i)
        eighty += digits;
    for (const std::size_t piece : {1UL, 7UL, 63UL, 64UL, 65UL, 80UL})
        EXPECT_EQ(md5Of(eighty, piece), "57edf4a22be3c955ac49da2e2107b67a") << piece;
    EXPECT_EQ(md5Of(std::string(1'000'000, 'a'), 4096), "7707d6ae4e027c70eea2a935c2296f21");
}

TEST(Base64Test, GoesThereAndBack)
{
    // RFC 4648, section 10.
    const std::pair<const char*, const char*> pairs[] = {{"", ""},
                                                         {"f", "Zg=="},
                                                         {"fo", "Zm8="},
                                                         {"foo", "Zm9v"},
                                                         {"foob", "Zm9vYg=="},
                                                         {"fooba", "Zm9vYmE="},
                                                         {"foobar", "Zm9vYmFy"}};
    for (const auto& [text, encoded] : pairs) {
        EXPECT_EQ(encodedBase64(text), encoded);
        EXPECT_EQ(decodedBase64(encoded), text);
    }
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

TEST(FileUrlsTest, ProveWhatTheyWereMadeFor)
{
    const FileUrls urls("secret");
    const std::string url = urls.upload({StoredFile::Kind::Run, 7, "media/images/a b#1.png"});
    EXPECT_THAT(url, testing::StartsWith("/upload/run/7/media/images/a%20b%231.png?proof="));
    EXPECT_TRUE(urls.isValid(put(url)));
    EXPECT_TRUE(FileUrls("secret").isValid(put(url)));
    EXPECT_EQ(uploadTarget(put(url).path).number, 7);
    EXPECT_EQ(uploadTarget(put(url).path).name, "media/images/a b#1.png");

    HttpRequest get = put(url);
    get.method = "GET";
    EXPECT_FALSE(urls.isValid(get));
    HttpRequest other = put(url);
    other.path = "/upload/run/8/media/images/a%20b%231.png";
    EXPECT_FALSE(urls.isValid(other));
    HttpRequest cut = put(url);
    cut.query.pop_back();
    EXPECT_FALSE(urls.isValid(cut));
    EXPECT_FALSE(FileUrls("other").isValid(put(url)));
    EXPECT_FALSE(FileUrls("").isValid(put(FileUrls("").upload({StoredFile::Kind::Run, 1, "x"}))));
}

TEST(FileUrlsTest, OtherPathsAreNone)
{
    for (const char* path : {"/upload/run/", "/upload/run/x/y", "/upload/run/1", "/upload/other/1/y", "/graphql"})
        EXPECT_EQ(uploadTarget(path).kind, StoredFile::Kind::None) << path;
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
    EXPECT_EQ((StoredFile{StoredFile::Kind::Run, 7, "../x"}).path(), "");
}

TEST(IncomingFileTest, ComesWholeOrNotAtAll)
{
    const TemporaryDirectory directory;
    const std::string folder = (directory.path() / "files").string();
    const auto count = [&folder] {
        std::size_t files = 0;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            files += entry.is_regular_file() ? 1 : 0;
        return files;
    };
    {
        auto file = IncomingFile::begin(folder, "7/files/a/b.txt");
        ASSERT_TRUE(file.ok());
        ASSERT_TRUE(file->write("half").ok());
        EXPECT_FALSE(std::filesystem::exists(folder + "/7/files/a/b.txt"));
    }
    EXPECT_EQ(count(), 0U);
    {
        auto file = IncomingFile::begin(folder, "artifacts/x", std::string(32, '0'));
        ASSERT_TRUE(file.ok());
        ASSERT_TRUE(file->write("half").ok());
        EXPECT_EQ(file->finish().error().kind, Error::Kind::InvalidArgument);
    }
    EXPECT_EQ(count(), 0U);
    for (const char* text : {"first", "second"}) {
        auto file = IncomingFile::begin(folder, "7/files/a/b.txt");
        ASSERT_TRUE(file.ok());
        ASSERT_TRUE(file->write(text).ok());
        ASSERT_TRUE(file->finish().ok());
    }
    std::ostringstream text;
    text << std::ifstream(folder + "/7/files/a/b.txt").rdbuf();
    EXPECT_EQ(text.str(), "second");
    EXPECT_EQ(count(), 1U);
    // A name that is a file already cannot be a folder.
    EXPECT_FALSE(IncomingFile::begin(folder, "7/files/a/b.txt/c").ok());
}

} // namespace

} // namespace runglass::test
