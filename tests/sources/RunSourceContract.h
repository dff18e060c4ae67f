// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/sources/RunSource.h"
#include "models/store/StoreReader.h"
#include "tests/support/TestEnvironment.h"

#include <gtest/gtest.h>

#include <functional>
#include <memory>

namespace runglass::test
{

/// What the contract test needs of a kind of source: a place with at least one finished run that has files, numbers in
/// its history and a line of console.
class SourceFixture
{
public:
    virtual ~SourceFixture() = default;
    virtual std::unique_ptr<RunSource> open() = 0;
    /// Everything that the source must not alter.
    virtual std::string fingerprint() = 0;
    /// Takes the location away.
    virtual void remove() = 0;
    /// Whether anything lies where it was, or is made beside it to hold its runs.
    virtual bool isBack() = 0;
};

/// How a kind of source makes its fixture.
struct SourceKind {
    std::string name;
    std::function<std::unique_ptr<SourceFixture>()> make;
};

inline void PrintTo(const SourceKind& kind, std::ostream* out)
{
    *out << kind.name;
}

/// What every RunSource promises, with an index or with a store of its own. Instantiate it for each kind:
/// INSTANTIATE_TEST_SUITE_P(Name, RunSourceContract, testing::Values(SourceKind{…}));
class RunSourceContract : public testing::TestWithParam<SourceKind>
{
protected:
    void SetUp() override;
    /// Brings the store up to date, for the first time or again.
    Result<SyncReport> trySync();
    Result<SyncReport> follow();
    /// Fails the test on an error.
    SyncReport sync();
    bool hasOwnStore() const { return m_writer == nullptr; }
    std::unique_ptr<StoreReader> reader() const;
    /// All that the store has.
    std::vector<runglass::Run> runs() const;

    std::unique_ptr<SourceFixture> m_fixture;
    std::unique_ptr<RunSource> m_source;
    StoreLocation m_location;
    std::unique_ptr<StoreWriter> m_writer; ///< null where the source has a store of its own
};

/// What those promise besides that are read into an index.
class IndexedSourceContract : public RunSourceContract
{
};

} // namespace runglass::test
