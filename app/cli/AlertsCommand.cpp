// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/RunJson.h"
#include "app/cli/Sources.h"
#include "app/cli/Text.h"
#include "app/cli/TextTable.h"
#include "models/session/JsonWriter.h"

namespace runglass::cli
{

ExitStatus alerts(const Options& options, Output& output)
{
    Sources sources;
    FoundRun found;
    if (const ExitStatus status = sources.find(options, found); status != ExitStatus::Done)
        return status;
    const std::vector<Alert> all = sources.detail(found).alerts;
    if (options.json) {
        JsonWriter json(output);
        writeAlerts(json, all);
        json.finish();
    } else if (all.empty()) {
        say("This run sent no alerts.");
    } else {
        TextTable table({{"LEVEL"}, {"TIME"}, {"TITLE"}, {"TEXT"}});
        for (const Alert& alert : all)
            table.addRow({alert.level, localText(alert.time), alert.title, alert.text});
        table.print(output);
    }
    return sources.status();
}

} // namespace runglass::cli
