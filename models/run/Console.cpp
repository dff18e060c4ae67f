// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/run/Console.h"

namespace runglass
{

std::string_view toName(ConsoleStream stream)
{
    switch (stream) {
    case ConsoleStream::Stderr:
        return "stderr";
    case ConsoleStream::Stdout:
        return "stdout";
    case ConsoleStream::Logger:
        break;
    }
    return "logger";
}

} // namespace runglass
