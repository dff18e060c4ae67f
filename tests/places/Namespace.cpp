// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/places/Namespace.h"

#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <sstream>
#include <unistd.h>

namespace runglass::test
{

namespace
{

/// What brings a namespace about here, found out once.
const std::vector<std::string>& unshareOptions()
{
    static const std::vector<std::string> options = [] {
        const std::vector<std::vector<std::string>> ways = {{"--mount"}, {"--user", "--map-root-user", "--mount"}};
        for (const std::vector<std::string>& way : ways) {
            std::vector<std::string> words = way;
            words.insert(words.end(), {"mount", "-t", "tmpfs", "none", "/mnt"});
            if (runProgram("unshare", words).status == 0)
                return way;
        }
        return std::vector<std::string>();
    }();
    return options;
}

} // namespace

std::string allRuns()
{
    return fixture("wandb").string();
}

const ProgramRun& ordinaryList()
{
    static const ProgramRun run = runglass({"list", allRuns(), "--json"});
    return run;
}

ProgramRun inNamespace(const std::string& script, const std::vector<std::string>& arguments)
{
    const TemporaryDirectory directory;
    std::vector<std::string> words = unshareOptions();
    if (words.empty()) {
        ADD_FAILURE()
            << "This test mounts file systems in a namespace of its own: run it as root with CAP_SYS_ADMIN, or "
               "allow user namespaces (kernel.unprivileged_userns_clone, user.max_user_namespaces).";
        return {};
    }
    words.insert(words.end(), {"/bin/sh", "-euc", script, "sh"});
    words.insert(words.end(), arguments.begin(), arguments.end());
    return runProgram("unshare", words,
                      {{"R", RUNGLASS_PROGRAM},
                       {"W", RUNGLASS_WINDOW_PROGRAM},
                       {"F", allRuns()},
                       {"T", directory.path().string()},
                       {"DISPLAY", ""},
                       {"WAYLAND_DISPLAY", ""},
                       {"QT_QPA_PLATFORM", ""}});
}

std::string asStranger()
{
    const std::string number = std::to_string(kStranger);
    return "setpriv --reuid=" + number + " --regid=" + number + " --clear-groups --inh-caps=-all ";
}

bool mayActAsOthers()
{
    if (::geteuid() == 0)
        return true;
    ADD_FAILURE() << "This test runs the program as another user, which root alone may: run it as root.";
    return false;
}

std::string placeMessages(const std::string& err)
{
    std::istringstream lines(err);
    std::string messages;
    for (std::string line; std::getline(lines, line);) {
        if (!line.ends_with("bytes are incomplete"))
            messages += line + "\n";
    }
    return messages;
}

} // namespace runglass::test
