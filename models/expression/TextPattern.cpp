// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/expression/TextPattern.h"

#include <re2/re2.h>

namespace runglass
{

Result<TextPattern> TextPattern::make(std::string_view pattern)
{
    RE2::Options options;
    options.set_log_errors(false);
    options.set_max_mem(kMostBytes);
    auto made = std::make_shared<const RE2>(re2::StringPiece(pattern.data(), pattern.size()), options);
    if (!made->ok())
        return Error{Error::Kind::InvalidArgument, made->error(), {}};
    return TextPattern(std::move(made));
}

bool TextPattern::isIn(std::string_view text) const
{
    return RE2::PartialMatch(re2::StringPiece(text.data(), text.size()), *m_pattern);
}

} // namespace runglass
