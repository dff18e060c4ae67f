// SPDX-License-Identifier: GPL-3.0-or-later
// A machine without a display and without a single GUI library: the command line starts there and lists runs.
#include "tests/places/Namespace.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <gmock/gmock.h>
#include <sstream>

namespace runglass::test
{

namespace
{

namespace fs = std::filesystem;
using testing::HasSubstr;

/// Name and path of every library that the program needs, and those need, as the loader finds them.
std::map<std::string, std::string> librariesOf(const std::string& program)
{
    std::map<std::string, std::string> libraries;
    std::istringstream lines(runProgram("ldd", {program}).out);
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string name;
        std::string arrow;
        std::string path;
        words >> name >> arrow >> path;
        if (arrow == "=>")
            libraries[name] = path;
        else if (name.starts_with('/'))
            libraries[fs::path(name).filename()] = name;
    }
    return libraries;
}

bool isOfGui(const std::string& library)
{
    for (const char* part : {"Qt6Gui", "Qt6Widgets", "Qt6DBus", "Qt6OpenGL", "Qt6Svg", "qcustomplot", "libX", "libxcb",
                             "libGL", "libEGL", "wayland", "fontconfig", "freetype", "harfbuzz", "xkbcommon", "libdrm"})
        if (library.find(part) != std::string::npos)
            return true;
    return false;
}

/// A root with the program, what it needs, and the fixtures' runs; nothing else: no /proc, /tmp, /etc, /home, no
/// locale.
class LoginNodeTest : public ::testing::Test
{
protected:
    LoginNodeTest()
    {
        for (const auto& [name, path] : librariesOf(RUNGLASS_PROGRAM)) {
            const fs::path to = m_root.path() / fs::path(path).relative_path();
            fs::create_directories(to.parent_path());
            fs::copy_file(path, to);
        }
        fs::copy_file(RUNGLASS_PROGRAM, m_root.path() / "runglass");
        copyTree(fixture("wandb/seed"), m_root.path() / "runs");
    }

    /// Runs "/runglass …" there with these variables and no others.
    ProgramRun inRoot(const std::string& variables, const std::string& arguments) const
    {
        return inNamespace("exec env -i " + variables + " chroot \"$1\" /runglass " + arguments,
                           {m_root.path().string()});
    }

    TemporaryDirectory m_root;
};

} // namespace

TEST_F(LoginNodeTest, theCommandLineNeedsNoGuiLibrary)
{
    const auto libraries = librariesOf(RUNGLASS_PROGRAM);
    EXPECT_TRUE(libraries.contains("libQt6Core.so.6"));
    for (const auto& [name, path] : libraries)
        EXPECT_FALSE(isOfGui(name)) << name << " at " << path;
    bool windowHasGui = false;
    for (const auto& [name, path] : librariesOf(RUNGLASS_WINDOW_PROGRAM))
        windowHasGui = windowHasGui || isOfGui(name);
    EXPECT_TRUE(windowHasGui) << "the names that are looked for do not match";
}

TEST_F(LoginNodeTest, itStartsAndListsRunsInAnEmptyRoot)
{
    const ProgramRun usual = runglass({"list", (m_root.path() / "runs").string()});
    const ProgramRun list = inRoot("PATH=/usr/sbin:/usr/bin:/sbin:/bin", "list /runs");
    EXPECT_EQ(list.status, 0) << list.err;
    EXPECT_EQ(list.out, usual.out);
    EXPECT_EQ(list.err, "runglass: There is no home directory: what is read is kept in memory only.\n");
    const ProgramRun kept = inRoot("HOME=/home PATH=/usr/sbin:/usr/bin:/sbin:/bin", "list /runs");
    EXPECT_EQ(kept.out, usual.out);
    EXPECT_EQ(kept.err, "");
    EXPECT_TRUE(fs::exists(m_root.path() / "home/.cache/runglass"));
}

TEST_F(LoginNodeTest, withoutADisplayItSaysThereIsNone)
{
    for (const char* arguments : {"", "/runs", "--example"}) {
        const ProgramRun run = inRoot("PATH=/usr/sbin:/usr/bin:/sbin:/bin", arguments);
        EXPECT_EQ(run.status, 2) << arguments;
        EXPECT_EQ(run.out, "");
        EXPECT_EQ(run.err, "runglass: There is no display to open a window on. The subcommands need none: see runglass "
                           "--help.\n");
    }
}

TEST_F(LoginNodeTest, withADisplayButWithoutTheWindowItSaysThat)
{
    const ProgramRun run = inRoot("DISPLAY=:0 PATH=/usr/sbin:/usr/bin:/sbin:/bin", "/runs");
    EXPECT_EQ(run.status, 1);
    EXPECT_THAT(run.err, HasSubstr("runglass-window could not be started: No such file or directory"));
}

} // namespace runglass::test
