// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace runglass
{

/// Whether nobody else has what a pointer points to, so that it may be written to. What the last other owner read comes
/// before that, though it never said so. Right only where nobody can begin to share it meanwhile: while this pointer is
/// in one thread's hands.
/// @thread any
template <typename T> bool isSoleOwner(const std::shared_ptr<T>& pointer)
{
    if (pointer.use_count() > 1)
        return false;
    std::atomic_thread_fence(std::memory_order_acquire);
    return true;
}

} // namespace runglass
