// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Inflate.h"

#include <algorithm>
#include <limits>
#include <zlib.h>

namespace runglass
{

Result<std::string> inflateGzip(std::string_view bytes, std::size_t mostBytes)
{
    constexpr int kGzipOnly = 16 + MAX_WBITS;
    constexpr std::size_t kStep = std::size_t{256} << 10;
    const Error broken{Error::Kind::InvalidArgument, "The body is no gzip, or cut.", {}};
    z_stream stream = {};
    if (bytes.size() > std::numeric_limits<uInt>::max() || ::inflateInit2(&stream, kGzipOnly) != Z_OK)
        return broken;
    // zlib does not write to it.
    stream.next_in = const_cast<Bytef*>(reinterpret_cast<const Bytef*>(bytes.data()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    std::string text;
    int status = Z_OK;
    while (status == Z_OK && text.size() <= mostBytes) {
        const std::size_t before = text.size();
        text.resize(before + kStep);
        stream.next_out = reinterpret_cast<Bytef*>(text.data() + before);
        stream.avail_out = static_cast<uInt>(kStep);
        status = ::inflate(&stream, Z_NO_FLUSH);
        text.resize(before + kStep - stream.avail_out);
    }
    ::inflateEnd(&stream);
    if (text.size() > mostBytes)
        return Error{Error::Kind::InvalidArgument, "The body is too large.", {}};
    return status == Z_STREAM_END ? Result<std::string>(std::move(text)) : broken;
}

} // namespace runglass
