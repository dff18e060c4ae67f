// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/recorder/Http.h"

#include <optional>
#include <string>
#include <vector>

namespace runglass
{

/// Who is at the other end of a connection.
struct HttpPeer {
    bool isSameUser = false; ///< a process of the recorder's own user, over loopback
};

/// What a request must bring to be answered.
struct AccessRules {
    std::vector<std::string> hosts; ///< what "Host" may say: address and port
    std::string key;                ///< of the recorder; who has it may do everything
};

/// Why the request is refused, before its body is read; nothing when it may go on. A process of the same user needs no
/// key, but must not be a browser that another site has sent here.
std::optional<HttpResponse> refusal(const HttpRequest& request, const HttpPeer& peer, const AccessRules& rules);

/// Compares in a time that tells nothing of where the texts differ.
bool isSameSecret(std::string_view a, std::string_view b);

/// The password of "Basic …"; empty when there is none.
std::string basicPassword(std::string_view authorization);

} // namespace runglass
