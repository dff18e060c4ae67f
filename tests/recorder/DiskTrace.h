// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace runglass::test
{

/// What this process does to the disk while it lives, in order: the program's write, fsync, rename and mkdir go through
/// it. One at a time; all threads.
class DiskTrace
{
public:
    DiskTrace();
    ~DiskTrace();
    DiskTrace(const DiskTrace&) = delete;
    DiskTrace& operator=(const DiskTrace&) = delete;

    /// From the call of that number on, each fsync says that the disk has failed.
    void failSyncsFrom(int number);
    int syncs() const;

    /// Whether a file would be there, whole, if the power failed now: all of its bytes were synced before it got its
    /// name, its directory after that, and of each directory that was made the one that holds it. Empty: yes, else what
    /// was missed.
    std::string lossOf(const std::string& file) const;
};

} // namespace runglass::test
