// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/recorder/Http.h"

#include "models/formats/Json.h"

namespace runglass
{

namespace
{

int hexDigit(char letter)
{
    if (letter >= '0' && letter <= '9')
        return letter - '0';
    const char lower = static_cast<char>(letter | 0x20);
    return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

} // namespace

HttpResponse errorResponse(int status, std::string_view message)
{
    Value::Object error;
    error["message"] = validUtf8(message);
    Value::Object answer;
    answer["errors"] = Value::Array{Value(std::move(error))};
    answer["data"] = Value();
    return {status, "application/json", toJson(Value(std::move(answer)))};
}

std::string percentDecoded(std::string_view text)
{
    std::string decoded;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool isEscape = text[i] == '%' && i + 2 < text.size();
        const int high = isEscape ? hexDigit(text[i + 1]) : -1;
        const int low = isEscape ? hexDigit(text[i + 2]) : -1;
        if (high < 0 || low < 0) {
            decoded += text[i];
            continue;
        }
        decoded += static_cast<char>(high * 16 + low);
        i += 2;
    }
    return decoded;
}

std::string percentEncoded(std::string_view text)
{
    static const char* const kHex = "0123456789ABCDEF";
    std::string encoded;
    for (const char letter : text) {
        const auto byte = static_cast<unsigned char>(letter);
        const bool isPlain = (letter >= '0' && letter <= '9') || ((letter | 0x20) >= 'a' && (letter | 0x20) <= 'z') ||
                             std::string_view("-._~").find(letter) != std::string_view::npos;
        if (isPlain)
            encoded += letter;
        else
            encoded += {'%', kHex[byte >> 4], kHex[byte & 15]};
    }
    return encoded;
}

} // namespace runglass
