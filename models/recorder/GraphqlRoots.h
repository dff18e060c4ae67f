// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/GraphqlRuns.h"
#include "models/recorder/UploadUrls.h"

#include <random>

namespace runglass
{

/// What addresses for uploads are made from.
struct UploadPlace {
    const UploadUrls* urls = nullptr; ///< null: files are not taken
    std::string base;                 ///< "http://127.0.0.1:8765", as the client knows us
};

/// What queries are answered from.
GraphqlObject queryRoot(RunKeeper& keeper);
/// What mutations are carried out by. Both must not outlive what they are given.
GraphqlObject mutationRoot(RunKeeper& keeper, std::mt19937_64& random, const UploadPlace& place);

} // namespace runglass
