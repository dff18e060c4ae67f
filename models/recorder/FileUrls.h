// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Http.h"

#include <cstdint>
#include <string>

namespace runglass
{

/// Addresses that files are sent to. The SDK sends no key with them: each carries a proof that it was given out here,
/// for this method and path and no other. It holds as long as the recorder has its key.
class UploadUrls
{
public:
    explicit UploadUrls(std::string key)
        : m_key(std::move(key))
    {
    }

    /// Path and query for PUT of a run's file.
    std::string ofRunFile(std::int64_t run, const std::string& file) const;
    /// Whether the request's method and path are those that its query was made for.
    bool isValid(const HttpRequest& request) const;

private:
    std::string proofOf(std::string_view method, std::string_view path) const;

    std::string m_key;
};

/// Whether the path is of this kind at all.
bool isUploadPath(std::string_view path);

/// A file that is to be taken in.
struct UploadTarget {
    std::int64_t run = 0;
    std::string file; ///< relative, "/" between components; not checked
};
/// @return run 0 when the path is none
UploadTarget uploadTarget(std::string_view path);

} // namespace runglass
