// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/FileUrls.h"
#include "models/recorder/GraphqlExecutor.h"

namespace runglass
{

/// Where uploaded files lie, and how a client gets at them.
struct FilePlace {
    const FileUrls* urls = nullptr; ///< null: files are not taken
    std::string base;               ///< "http://127.0.0.1:8765", as the client knows us
    std::string directory;          ///< of all files

    std::string uploadUrl(const StoredFile& file) const { return base + urls->upload(file); }
    std::string downloadUrl(const StoredFile& file, const std::string& savedAs = {}) const
    {
        return base + urls->download(file, savedAs);
    }
    std::string pathOf(const StoredFile& file) const { return directory + '/' + file.path(); }
};

/// Adds what wandb.Api() reads of a run's files: files(names, pattern, after, first) and fileCount.
void addRunFiles(GraphqlObject& run, const FilePlace& place, std::int64_t number);

/// Adds deleteFiles.
void addFileMutations(GraphqlObject& root, const FilePlace& place);

} // namespace runglass
