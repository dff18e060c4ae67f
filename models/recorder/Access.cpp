// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Access.h"

#include "models/recorder/Base64.h"

#include <algorithm>

namespace runglass
{

namespace
{

char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter + ('a' - 'A')) : letter;
}

std::string lowered(std::string_view text)
{
    std::string result(text);
    std::transform(result.begin(), result.end(), result.begin(), lower);
    return result;
}

/// What anybody may see: it says only that somebody listens here.
bool isOpenToAll(const HttpRequest& request)
{
    const bool isGet = request.method == "GET" || request.method == "HEAD";
    return isGet && (request.path == "/ready" || request.path == "/healthz");
}

bool isOwnHost(std::string_view host, const AccessRules& rules)
{
    const std::string name = lowered(host);
    return std::any_of(rules.hosts.begin(), rules.hosts.end(),
                       [&name](const std::string& own) { return lowered(own) == name; });
}

/// A browser says where the page comes from that makes it send the request.
bool isOfAnotherSite(const HttpRequest& request, const AccessRules& rules)
{
    constexpr std::string_view kScheme = "http://";
    const std::string_view origin = request.header("origin");
    if (!origin.empty() && (!origin.starts_with(kScheme) || !isOwnHost(origin.substr(kScheme.size()), rules)))
        return true;
    const std::string_view site = request.header("sec-fetch-site");
    const bool isGet = request.method == "GET" || request.method == "HEAD";
    // A link from elsewhere may lead here; it changes nothing.
    return !isGet && (site == "cross-site" || site == "same-site");
}

} // namespace

bool isSameSecret(std::string_view a, std::string_view b)
{
    if (a.size() != b.size())
        return false;
    unsigned difference = 0;
    for (std::size_t i = 0; i < a.size(); ++i)
        difference |= static_cast<unsigned char>(a[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(b[i]));
    return difference == 0;
}

std::string basicPassword(std::string_view authorization)
{
    constexpr std::string_view kBasic = "basic ";
    if (lowered(authorization.substr(0, kBasic.size())) != kBasic)
        return {};
    const std::string pair = decodedBase64(authorization.substr(kBasic.size()));
    const std::size_t colon = pair.find(':');
    return colon == std::string::npos ? std::string() : pair.substr(colon + 1);
}

std::optional<HttpResponse> refusal(const HttpRequest& request, const HttpPeer& peer, const AccessRules& rules)
{
    if (isOpenToAll(request))
        return std::nullopt;
    const std::string given = basicPassword(request.header("authorization"));
    if (!rules.key.empty() && isSameSecret(given, rules.key))
        return std::nullopt;
    if (!peer.isSameUser) {
        HttpResponse response =
            errorResponse(401, "This recorder wants its key: see runglass serve --print-env there.");
        response.headers.emplace_back("WWW-Authenticate", "Basic realm=\"runglass\"");
        return response;
    }
    if (!isOwnHost(request.header("host"), rules))
        return errorResponse(403, "The request was meant for another host.");
    if (isOfAnotherSite(request, rules))
        return errorResponse(403, "The request comes from another site.");
    return std::nullopt;
}

} // namespace runglass
