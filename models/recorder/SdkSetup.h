// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/Result.h"

#include <string>
#include <vector>

namespace runglass
{

/// The files in which the SDK looks for a server and its key.
struct SdkFiles {
    std::string netrc;
    std::string settings;

    /// From NETRC, WANDB_CONFIG_DIR and HOME, as the SDK looks for them; empty: there is no place.
    static SdkFiles fromEnvironment();
};

/// What the SDK of this user is told.
struct SdkTarget {
    std::string url; ///< "http://127.0.0.1:8765"
    std::string key;
};

/// What setUpSdk would do to one file.
struct SdkFilePlan {
    std::string path;
    bool exists = false;
    std::vector<std::string> replaced; ///< lines there that say something else; keys are left out
    std::vector<std::string> written;  ///< lines that are written; the key is left out
};

/// What setUpSdk would do, file by file; nothing is written.
/// @errors InvalidArgument: there is no place for the files
Result<std::vector<SdkFilePlan>> planSdkSetup(const SdkFiles& files, const SdkTarget& target);

/// Writes what `wandb login` would, and asks for batches of one second. What was there before is remembered in the memo
/// file; done again, it replaces what it wrote before.
/// @errors InvalidArgument: there is no place for the files · Io
Status setUpSdk(const SdkFiles& files, const SdkTarget& target, const std::string& memo);

/// Brings back what was there before setUpSdk: byte by byte where nobody has changed the file since, else the entries.
/// @errors NotFound: nothing was set up · Io
Status undoSdkSetup(const std::string& memo);

} // namespace runglass
