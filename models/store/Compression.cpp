// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Compression.h"

#include <memory>
#include <zstd.h>

namespace runglass
{

namespace
{

constexpr int kLevel = 1;

/// Made anew for every block it would take longer than the compressing.
ZSTD_CCtx* context()
{
    struct Free {
        void operator()(ZSTD_CCtx* context) const { ZSTD_freeCCtx(context); }
    };
    thread_local const std::unique_ptr<ZSTD_CCtx, Free> kept(ZSTD_createCCtx());
    return kept.get();
}

} // namespace

std::string compress(std::string_view bytes)
{
    std::string frame(ZSTD_compressBound(bytes.size()), '\0');
    const std::size_t size =
        ZSTD_compressCCtx(context(), frame.data(), frame.size(), bytes.data(), bytes.size(), kLevel);
    frame.resize(ZSTD_isError(size) ? 0 : size);
    return frame;
}

bool decompress(std::string_view frame, std::uint64_t sizeBytes, std::string& bytes)
{
    if (sizeBytes > kMaxBlockBytes || ZSTD_getFrameContentSize(frame.data(), frame.size()) != sizeBytes)
        return false;
    bytes.resize(sizeBytes);
    return ZSTD_decompress(bytes.data(), bytes.size(), frame.data(), frame.size()) == sizeBytes;
}

} // namespace runglass
