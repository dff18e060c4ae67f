// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Recorder.h"
#include "models/run/Value.h"
#include "models/store/StoreReader.h"
#include "tests/support/TestEnvironment.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

namespace runglass::test
{

/// A recorder with a store of its own, asked as the SDK asks it.
class Recording
{
public:
    Recording();

    FakeClock& clock() { return m_clock; }
    Recorder& recorder() { return *m_recorder; }
    std::string file() const { return (m_directory.path() / "runs.db").string(); }
    /// Of all files that are sent.
    std::filesystem::path files() const { return m_directory.path() / "files"; }
    /// Sends a file to an address that was given out; the status.
    int put(const std::string& url, std::string_view bytes);
    /// Fetches one.
    HttpResponse get(const std::string& url, const std::map<std::string, std::string, std::less<>>& headers = {});
    /// Closes the store and opens it again.
    void restart();

    HttpResponse ask(const std::string& method, const std::string& path, const std::string& body);
    /// The answer's data; throws when it is no 200.
    Value query(const std::string& text, const Value& variables = {});
    HttpResponse tryQuery(const std::string& text, const Value& variables);

    /// What the SDK sends at first: members of the input, as JSON. Gives the bucket.
    Value upsert(const std::string& input);
    /// The status of an upsert that may be refused.
    HttpResponse tryUpsert(const std::string& input);
    /// Sends lines for the run local/p/ID. Gives the answer's body; throws when it is no 200.
    std::string stream(const std::string& id, const Value& body);
    std::string history(const std::string& id, int offset, const std::vector<std::string>& lines);
    std::string output(const std::string& id, int offset, const std::vector<std::string>& texts,
                       const char* level = nullptr);
    std::string end(const std::string& id, int exitCode);

    /// What the window reads.
    std::unique_ptr<StoreReader> reader() const;
    Run run(const std::string& id) const;
    std::vector<double> series(const std::string& id, const KeyPath& key, int segment = 0) const;
    std::vector<std::int64_t> steps(const std::string& id, const KeyPath& key, int segment = 0) const;
    /// As a terminal shows it.
    std::vector<std::string> console(const std::string& id, int segment = 0) const;

private:
    TemporaryDirectory m_directory;
    FakeClock m_clock;
    std::unique_ptr<Recorder> m_recorder;
};

/// The bytes that an answer sends.
std::string bytesOf(const HttpResponse& response);

/// {"files": {NAME: {"offset": …, "content": […]}}}
Value chunk(const std::string& name, int offset, const std::vector<std::string>& lines);

} // namespace runglass::test
