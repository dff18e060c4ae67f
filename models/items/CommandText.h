// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <QString>

namespace runglass
{

/// Why a command cannot be carried out, as sources say it in English, in the user's language; what is not known stays
/// as it is. Plain text with every control character made visible.
QString refusalText(const std::string& reason);
/// The same of an error: with the file that it is about.
QString failureText(const Error& error);

} // namespace runglass
