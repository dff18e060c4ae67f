// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;

std::vector<std::string> names()
{
    std::istringstream text(RUNGLASS_FUZZ_NAMES);
    return {std::istream_iterator<std::string>(text), {}};
}

std::vector<fs::path> corpusOf(const std::string& name)
{
    std::vector<fs::path> files;
    for (const auto& entry : fs::directory_iterator(fs::path(RUNGLASS_FUZZ_CORPUS) / name))
        files.push_back(entry.path());
    std::sort(files.begin(), files.end());
    return files;
}

class CorpusTest : public testing::TestWithParam<std::string>
{
};

} // namespace

TEST_P(CorpusTest, keepsItsPromises)
{
    const auto& all = fuzz::targets();
    const auto target = std::find_if(all.begin(), all.end(), [](const auto& one) { return one.name == GetParam(); });
    ASSERT_NE(target, all.end());
    const std::vector<fs::path> files = corpusOf(GetParam());
    ASSERT_GE(files.size(), 3U);
    target->run({});
    for (const fs::path& file : files) {
        std::ostringstream bytes;
        bytes << std::ifstream(file, std::ios::binary).rdbuf();
        const auto start = std::chrono::steady_clock::now();
        EXPECT_NO_THROW(target->run(bytes.str())) << file;
        EXPECT_LT(std::chrono::steady_clock::now() - start, std::chrono::seconds(10)) << file;
    }
}

INSTANTIATE_TEST_SUITE_P(Fuzz, CorpusTest, testing::ValuesIn(names()), [](const auto& made) { return made.param; });

TEST(CorpusTest, isSmallAndComplete)
{
    std::uintmax_t size = 0;
    std::vector<std::string> folders;
    for (const auto& entry : fs::recursive_directory_iterator(RUNGLASS_FUZZ_CORPUS)) {
        if (entry.is_directory())
            folders.push_back(entry.path().filename().string());
        else
            size += entry.file_size();
    }
    std::sort(folders.begin(), folders.end());
    std::vector<std::string> expected = names();
    std::sort(expected.begin(), expected.end());
    EXPECT_EQ(folders, expected);
    EXPECT_EQ(fuzz::targets().size(), expected.size());
    EXPECT_LT(size, 1'000'000U);
}

} // namespace runglass::test
