// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/RunPage.h"

#include "models/formats/Json.h"
#include "models/recorder/RunDocuments.h"
#include "models/run/UtcTime.h"

namespace runglass
{

namespace
{

/// Long values are cut: the window shows them whole.
constexpr std::size_t kMostBytes = 400;
constexpr std::size_t kMostRows = 200;

constexpr std::string_view kStyle =
    ":root{color-scheme:light dark}body{font:15px/1.5 system-ui,sans-serif;max-width:48rem;margin:2rem auto;"
    "padding:0 1rem}h1{font-size:1.4rem;margin-bottom:.2rem}h2{font-size:1.05rem;margin-top:1.8rem}"
    "table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.25rem .6rem .25rem 0;"
    "border-bottom:1px solid #8884;overflow-wrap:anywhere}th{font-weight:500;width:14rem;opacity:.75}"
    "code{font-family:ui-monospace,monospace;font-size:.92em}p.path{margin-top:0;opacity:.75}";

std::string escaped(std::string_view text)
{
    std::string html;
    for (const char letter : text) {
        switch (letter) {
        case '&':
            html += "&amp;";
            break;
        case '<':
            html += "&lt;";
            break;
        case '>':
            html += "&gt;";
            break;
        case '"':
            html += "&quot;";
            break;
        case '\'':
            html += "&#39;";
            break;
        default:
            html += letter;
        }
    }
    return html;
}

std::string shortened(const std::string& text)
{
    return text.size() <= kMostBytes ? text : validUtf8(text.substr(0, kMostBytes)) + " …";
}

std::string rowOf(const std::string& name, const std::string& value)
{
    return value.empty()
               ? std::string()
               : "<tr><th scope=\"row\">" + escaped(name) + "</th><td>" + escaped(shortened(value)) + "</td></tr>\n";
}

std::string textOf(const Value& value)
{
    return value.isText() ? value.text() : toJson(value);
}

/// Keys of the SDK's own are left out.
std::string tableOf(const std::string& heading, const Value& values)
{
    std::string rows;
    std::size_t count = 0;
    for (const auto& [key, value] : values.object())
        if (!key.starts_with('_') && count++ < kMostRows)
            rows += rowOf(key, textOf(value));
    return rows.empty() ? std::string() : "<h2>" + heading + "</h2>\n<table>\n" + rows + "</table>\n";
}

std::string joined(const std::vector<std::string>& texts)
{
    std::string all;
    for (const std::string& text : texts)
        all += (all.empty() ? "" : ", ") + text;
    return all;
}

HttpResponse page(int status, const std::string& title, const std::string& body)
{
    HttpResponse response{status, "text/html; charset=utf-8", {}};
    response.headers.emplace_back("Content-Security-Policy",
                                  "default-src 'none'; style-src 'unsafe-inline'; form-action 'none'; "
                                  "base-uri 'none'; frame-ancestors 'none'");
    response.headers.emplace_back("Referrer-Policy", "no-referrer");
    response.body = "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<title>" + escaped(title) +
                    "</title>\n<meta name=\"viewport\" content=\"width=device-width\">\n<style>" + std::string(kStyle) +
                    "</style>\n</head>\n<body>\n" + body + "</body>\n</html>\n";
    return response;
}

/// For a shell.
std::string quoted(const std::string& word)
{
    constexpr std::string_view kPlain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-:%+,@=";
    if (!word.empty() && word.find_first_not_of(kPlain) == std::string::npos)
        return word;
    std::string text = "'";
    for (const char letter : word)
        text += letter == '\'' ? std::string("'\\''") : std::string(1, letter);
    return text + '\'';
}

std::string linkTo(const RunPath& path)
{
    return '/' + percentEncoded(path.entity) + '/' + percentEncoded(path.project) + "/runs/" + percentEncoded(path.id);
}

std::string tableOf(const std::vector<KeptRun>& runs)
{
    std::string table =
        "<table>\n"
        "<tr><th scope=\"col\">Name</th><th scope=\"col\">State</th><th scope=\"col\">Created</th></tr>\n";
    for (const KeptRun& kept : runs) {
        const RunRecord shown = shownRecord(kept);
        const std::string& name = shown.name.empty() ? kept.run.path.id : shown.name;
        table += "<tr><td><a href=\"" + escaped(linkTo(kept.run.path)) + "\">" + escaped(name) + "</a></td><td>" +
                 escaped(stateOf(kept.record).word) + "</td><td>" + utcText(kept.record.createdAt) + "</td></tr>\n";
    }
    return table + "</table>\n";
}

} // namespace

HttpResponse runPage(const KeptRun& kept, const std::string& storeFile, const std::string& server)
{
    const Run run = documentsOf(kept.run, shownRecord(kept)).run;
    const std::string name = displayName(run), path = toString(run.path);
    std::string body = "<h1>" + escaped(name) + "</h1>\n<p class=\"path\">" + escaped(path) + "</p>\n<table>\n";
    std::string state(toName(run.state));
    if (!run.stateReason.empty())
        state += " (" + run.stateReason + ')';
    body += rowOf("State", state);
    body += rowOf("Started", run.startedAt ? utcText(*run.startedAt) : "");
    body += rowOf("Last sign of life", run.lastSign ? utcText(*run.lastSign) : "");
    body += rowOf("Description", run.notes);
    body += rowOf("Tags", joined(run.tags));
    body += rowOf("Group", run.group);
    body += rowOf("Job type", run.jobType);
    body += rowOf("Host", run.host);
    body += rowOf("Command", commandLine(run));
    body += rowOf("Last error", run.exception);
    body +=
        "</table>\n<h2>See more</h2>\n<p>Charts, logs and files are in Runglass. In a terminal on this computer:</p>\n";
    const std::string store = quoted(storeFile);
    body += "<p><code>runglass " + escaped(store + ' ' + quoted(server + linkTo(run.path))) +
            "</code> opens this run in the window.<br><code>runglass show " + escaped(quoted(path)) + " --source " +
            escaped(store) + "</code> prints it.</p>\n";
    body += tableOf("Summary", run.summary) + tableOf("Config", run.config);
    body += "<p><a href=\"/" + escaped(percentEncoded(run.path.entity) + '/' + percentEncoded(run.path.project)) +
            "\">All runs of " + escaped(run.path.project) + "</a></p>\n";
    return page(200, name + " · Runglass", body);
}

HttpResponse projectPage(const std::string& entity, const std::string& project, const std::vector<KeptRun>& runs)
{
    return page(200, project + " · Runglass",
                "<h1>" + escaped(project) + "</h1>\n<p class=\"path\">" + escaped(entity) + "</p>\n" + tableOf(runs));
}

HttpResponse sweepPage(const KeptSweep& kept, const std::vector<KeptRun>& runs)
{
    const RunPath& path = kept.sweep.path;
    const std::string& name = kept.plan.name().empty() ? path.id : kept.plan.name();
    std::string body = "<h1>" + escaped(name) + "</h1>\n<p class=\"path\">" + escaped(toString(path)) +
                       "</p>\n<table>\n" + rowOf("State", kept.record.state) + rowOf("Method", kept.plan.method());
    if (const auto count = kept.plan.runCount())
        body += rowOf("Runs at most", std::to_string(*count));
    body += rowOf("Description", kept.plan.description()) + "</table>\n<h2>Runs</h2>\n";
    return page(200, name + " · Runglass", body + tableOf(runs));
}

HttpResponse missingPage(const std::string& what)
{
    return page(404, "Nothing here · Runglass", "<h1>Nothing here</h1>\n<p>" + escaped(what) + "</p>\n");
}

} // namespace runglass
