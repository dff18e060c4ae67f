// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/WindowProgram.h"

#include "app/ExampleRuns.h"
#include "app/cli/ExitStatus.h"
#include "app/cli/Output.h"

#include <cerrno>
#include <cstdlib>
#include <filesystem>
#include <string>
#include <string_view>
#include <system_error>
#include <unistd.h>

namespace runglass
{

namespace
{

using cli::ExitStatus;

/// Of an environment variable; empty when it is not set.
std::string_view valueOf(const char* variable)
{
    const char* value = std::getenv(variable);
    return value ? value : "";
}

/// A Qt platform that needs no display ("offscreen") may have been asked for.
bool hasDisplay(int argc, char** argv)
{
    if (!valueOf("DISPLAY").empty() || !valueOf("WAYLAND_DISPLAY").empty())
        return true;
    for (int i = 1; i < argc; ++i) {
        const std::string_view argument = argv[i];
        if (argument == "-platform" || argument == "--platform")
            return true;
    }
    const std::string_view platform = valueOf("QT_QPA_PLATFORM");
    return !platform.empty() && !platform.starts_with("xcb") && !platform.starts_with("wayland");
}

/// A mistyped subcommand is not worth a window.
bool isNothing(const std::string& argument)
{
    std::error_code ignored;
    return !argument.starts_with('-') && argument.find('/') == std::string::npos &&
           !std::filesystem::exists(std::filesystem::symlink_status(argument, ignored));
}

} // namespace

int openWindow(int argc, char** argv)
{
    if (argc > 1 && isNothing(argv[1])) {
        cli::say(std::string("\"") + argv[1] + "\" is no subcommand, and no such file or folder. See runglass --help.");
        return static_cast<int>(ExitStatus::Usage);
    }
    if (!hasDisplay(argc, argv)) {
        cli::say("There is no display to open a window on. The subcommands need none: see runglass --help.");
        return static_cast<int>(ExitStatus::Usage);
    }
    const std::string program = programDirectory() + "/runglass-window";
    ::execv(program.c_str(), argv);
    cli::say(program + " could not be started: " + std::generic_category().message(errno));
    return static_cast<int>(ExitStatus::Partly);
}

} // namespace runglass
