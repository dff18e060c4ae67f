// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/WriteSession.h"

namespace runglass
{

/// Deletes segments that nobody sees any more, and those that a writer which has died was staging; gives pages back to
/// the file system when many are free. In short transactions of its own.
/// @throws StoreFailure
void collectGarbage(WriteSession& session);

} // namespace runglass
