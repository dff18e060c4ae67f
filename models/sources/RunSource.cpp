// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/sources/RunSource.h"

#include "models/sources/RecorderStoreSource.h"
#include "models/sources/WandbFolderSource.h"

#include <array>

namespace runglass
{

namespace
{

/// Says Unsupported when location is none of its kind.
using Opener = Result<std::unique_ptr<RunSource>> (*)(const std::string& location);

/// One line a kind of source; the first that takes a location has it.
constexpr std::array<Opener, 2> kOpeners = {
    &RecorderStoreSource::open,
    &WandbFolderSource::open,
};

} // namespace

Result<std::unique_ptr<RunSource>> openRunSource(const std::string& location)
{
    if (location.find("://") != std::string::npos)
        return Error{Error::Kind::Unsupported, "addresses cannot be opened, only folders and .wandb files", location};
    for (const Opener open : kOpeners) {
        Result<std::unique_ptr<RunSource>> source = open(location);
        if (source || source.error().kind != Error::Kind::Unsupported)
            return source;
    }
    return Error{
        Error::Kind::Unsupported,
        "it holds no runs: looked for a wandb directory, a tree above one, a run folder, a .wandb file and the "
        "store of a recorder",
        location};
}

Result<std::unique_ptr<RunSource>> openMissingRunSource(const std::string& location)
{
    return WandbFolderSource::openMissing(location);
}

} // namespace runglass
