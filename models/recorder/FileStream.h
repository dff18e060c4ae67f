// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Http.h"
#include "models/recorder/RunKeeper.h"

namespace runglass
{

/// Answers POST /files/{entity}/{project}/{run}/file_stream: everything is on the disk when it returns with 200.
/// 404 and 400 end the writer's uploading for good, 503 makes it try again.
HttpResponse answerFileStream(RunKeeper& keeper, const RunPath& path, const std::string& body);

} // namespace runglass
