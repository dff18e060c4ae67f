// SPDX-License-Identifier: GPL-3.0-or-later
// log_hold_probe LOG [PROC]: one look, and what it says of a log, as the user who runs it.
// log_hold_probe LOG --interrupt: interrupts the script that writes it, or says why not.
#include "models/processes/LogHolders.h"
#include "models/processes/TrainingProcess.h"

#include <cstdio>
#include <string_view>

namespace
{

int interrupt(const char* log)
{
    using runglass::TrainingProcess;
    const runglass::Result<TrainingProcess> script = TrainingProcess::find(log);
    if (!script) {
        std::puts(script.error().detail.c_str());
        return 0;
    }
    const runglass::Status sent = script->interrupt();
    if (sent)
        std::printf("interrupted %lld\n", static_cast<long long>(script->facts().identity.pid));
    else
        std::puts(sent.error().detail.c_str());
    return 0;
}

} // namespace

int main(int argc, char** argv)
{
    using runglass::LogHold;
    using runglass::LogHolders;
    if (argc < 2)
        return 2;
    if (argc > 2 && std::string_view(argv[2]) == "--interrupt")
        return interrupt(argv[1]);
    const LogHold hold = (argc > 2 ? LogHolders::look(argv[2]) : LogHolders::look()).holdOf(argv[1]);
    switch (hold.kind) {
    case LogHold::Kind::NotSeen:
        std::puts("not seen");
        break;
    case LogHold::Kind::Held:
        std::printf("held by %lld\n", static_cast<long long>(hold.holder ? hold.holder->pid : 0));
        break;
    case LogHold::Kind::Free:
        std::puts("free");
        break;
    case LogHold::Kind::Hidden:
        std::printf("hidden by %s\n", hold.userName.c_str());
        break;
    }
    return 0;
}
