// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/RecorderPlace.h"

#include "models/session/Places.h"
#include "models/store/RecorderStore.h"

#include <charconv>
#include <filesystem>

namespace runglass::cli
{

namespace
{

/// "127.0.0.1:8765", "[::1]:8765", ":8765" or "8765".
bool readListen(const std::string& text, RecorderSettings& settings)
{
    const std::size_t colon = text.rfind(':');
    std::string address = colon == std::string::npos ? std::string() : text.substr(0, colon);
    const std::string port = colon == std::string::npos ? text : text.substr(colon + 1);
    if (address.starts_with('[') && address.ends_with(']'))
        address = address.substr(1, address.size() - 2);
    if (!address.empty())
        settings.address = address;
    std::uint16_t number = 0;
    const char* end = port.data() + port.size();
    const std::from_chars_result result = std::from_chars(port.data(), end, number);
    settings.port = number;
    return result.ec == std::errc() && result.ptr == end;
}

} // namespace

Result<RecorderSettings> recorderSettings(const Options& options)
{
    RecorderSettings settings;
    std::string file = options.store;
    if (file.empty()) {
        const Places places = Places::fromEnvironment();
        if (places.dataDirectory.empty())
            return Error{Error::Kind::InvalidArgument,
                         "There is no home directory to keep recorded runs in: give --store FILE.",
                         {}};
        file = places.recorderStore();
    }
    std::error_code ignored;
    // Whatever way it is named, it has one lock.
    const std::filesystem::path absolute = std::filesystem::absolute(file, ignored);
    const std::filesystem::path canonical = std::filesystem::weakly_canonical(absolute, ignored);
    settings.storeFile = (canonical.empty() ? absolute.lexically_normal() : canonical).string();
    if (!options.files.empty())
        settings.filesDirectory = std::filesystem::absolute(options.files, ignored).lexically_normal().string();
    if (!options.listen.empty() && !readListen(options.listen, settings))
        return Error{Error::Kind::InvalidArgument,
                     "\"" + options.listen + "\" is no address to listen on: give ADDRESS:PORT, as 127.0.0.1:8765.",
                     {}};
    return settings;
}

Result<std::string> recorderUrl(const std::string& storeFile)
{
    if (const auto running = RecorderLock::holder(storeFile))
        return running->url;
    std::string port;
    std::error_code ignored;
    if (std::filesystem::exists(storeFile, ignored)) {
        const Result<std::unique_ptr<RecorderStore>> store = RecorderStore::open({storeFile, {}});
        if (!store)
            return store.error();
        const Result<std::string> kept = (*store)->setting("port");
        if (!kept)
            return kept.error();
        port = *kept;
    }
    return "http://127.0.0.1:" + (port.empty() ? std::to_string(kFirstPort) : port);
}

} // namespace runglass::cli
