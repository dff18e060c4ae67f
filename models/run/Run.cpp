// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Run.h"

namespace runglass
{

namespace
{

std::string shellQuoted(const std::string& word)
{
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-./:=@%+,";
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos)
        return word;
    std::string quoted = "'";
    for (const char c : word) {
        if (c == '\'')
            quoted += "'\\''";
        else
            quoted += c;
    }
    return quoted + '\'';
}

} // namespace

const std::string& displayName(const Run& run)
{
    return run.name.empty() ? run.path.id : run.name;
}

bool isNoted(const Run& run)
{
    return !run.edits.empty() || run.locked || run.hasDeletedId;
}

std::string commandLine(const Run& run)
{
    if (run.executable.empty() && run.program.empty())
        return {};
    std::string line = run.executable.empty() ? std::string() : shellQuoted(run.executable);
    if (!run.program.empty()) {
        // "-m package.module" is two words, "<stdin>" is no word of a shell at all: both stand as they are.
        const bool literal = run.program.starts_with("-m ") || run.program.starts_with('<');
        line += (line.empty() ? "" : " ") + (literal ? run.program : shellQuoted(run.program));
    }
    for (const std::string& argument : run.args)
        line += (line.empty() ? "" : " ") + shellQuoted(argument);
    return line;
}

} // namespace runglass
