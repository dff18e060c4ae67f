// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/ProtoFields.h"
#include "models/formats/WandbMessages.h"
#include "tests/fuzz/FuzzTarget.h"

#include <protozero/exception.hpp>

using namespace runglass;

namespace
{

bool liesIn(std::string_view part, std::string_view whole)
{
    return part.empty() || (part.data() >= whole.data() && part.data() + part.size() <= whole.data() + whole.size());
}

template <typename Read> void attempt(Read read)
{
    try {
        read();
    } catch (const protozero::exception&) {
        // Which is all that these may throw.
        return;
    }
}

} // namespace

/// The messages that other messages are made of, each from any bytes.
RUNGLASS_FUZZ_TARGET(proto_fields)
{
    attempt([&] { proto::timestamp(bytes); });
    attempt([&] {
        const proto::Git git = proto::git(bytes);
        fuzz::require(liesIn(git.remote, bytes) && liesIn(git.commit, bytes), "texts are views into the message");
    });
    wandb::Texts texts;
    attempt([&] { wandb::run(bytes, texts); });
    attempt([&] { wandb::environment(bytes, texts); });
    attempt([&] { wandb::telemetry(bytes, texts); });
    attempt([&] { wandb::artifact(bytes, texts); });
    attempt([&] { wandb::alert(bytes); });
    attempt([&] { wandb::metric(bytes); });
}
