// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/recorder/Recorder.h"
#include "models/run/ValueMember.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

namespace
{

class StillClock : public Clock
{
public:
    TimeNs now() const override { return TimeNs{1'795'415'147} * 1'000'000'000; }
};

HttpResponse ask(Recorder& recorder, const std::string& path, std::string body)
{
    HttpRequest request;
    request.method = "POST";
    request.path = path;
    request.body = std::move(body);
    return recorder.answer(request);
}

/// How many lines of its history and output the run has.
std::string counts(Recorder& recorder)
{
    return ask(recorder, "/graphql",
               R"({"query":"{ project(name: \"p\", entityName: \"local\") { run(name: \"r\") { historyLineCount eventsLineCount } } }"})")
        .body;
}

} // namespace

/// Whatever is sent as lines is taken or refused; what was taken and is sent again changes nothing.
RUNGLASS_FUZZ_TARGET(file_stream)
{
    using fuzz::require;
    static const StillClock clock;
    const auto recorder = Recorder::open({{}, "file_stream"}, clock);
    require(recorder.ok(), "a recorder can be made in memory");
    Recorder& own = **recorder;
    const std::string made =
        R"({"query":"mutation { upsertBucket(input: {name: \"r\", modelName: \"p\", config: \"{}\"}) { inserted } }"})";
    require(ask(own, "/graphql", made).status == 200, "a run can be made");
    const std::string path = "/files/local/p/r/file_stream";
    const int status = ask(own, path, std::string(bytes)).status;
    require(status == 200 || status == 400, "lines are taken or refused");
    if (status != 200)
        return;
    const std::string before = counts(own);
    require(ask(own, path, std::string(bytes)).status == 200, "what was taken is taken again");
    require(counts(own) == before, "what is sent again is not kept twice");
}
