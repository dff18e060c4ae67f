// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Http.h"

#include <cstdint>
#include <string>

namespace runglass
{

/// A file among those that were uploaded.
struct StoredFile {
    enum class Kind {
        None,
        Run,      ///< name: its path in the run, "/" between components; not checked
        Blob,     ///< name: the MD5 sum of its bytes as 32 small hexadecimal digits; artifacts are made of them
        Draft,    ///< the manifest of an artifact, as it is sent
        Manifest, ///< which blobs an artifact is made of, once it is committed
    };
    Kind kind = Kind::None;
    std::int64_t number = 0; ///< of the run or of the artifact
    std::string name;

    /// Its path below the directory of all files; empty when it may lie nowhere.
    std::string path() const;
};

/// Addresses that files are sent to and fetched from. The SDK sends no key with them: each carries a proof that it was
/// given out here, for this method and path and no other. It holds as long as the recorder has its key.
class FileUrls
{
public:
    explicit FileUrls(std::string key)
        : m_key(std::move(key))
    {
    }

    /// Path and query for PUT.
    std::string upload(const StoredFile& file) const;
    /// Path and query for GET and HEAD.
    /// @param savedAs  of a blob: what it is called there
    std::string download(const StoredFile& file, const std::string& savedAs = {}) const;
    /// Whether the request's method and path are those that its query was made for.
    bool isValid(const HttpRequest& request) const;

private:
    std::string proofOf(std::string_view method, std::string_view path) const;

    std::string m_key;
};

/// What the path of an upload or a download names; of Kind::None when it is no such path.
StoredFile uploadTarget(std::string_view path);
StoredFile downloadTarget(std::string_view path);
/// What a file is called that is fetched from there: the last name of its path.
std::string savedName(std::string_view path);

} // namespace runglass
