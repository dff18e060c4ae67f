// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formats/Json.h"
#include "models/formats/Yaml.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

/// YAML becomes a value that JSON can hold, or an error.
RUNGLASS_FUZZ_TARGET(yaml)
{
    using fuzz::require;
    const Result<Value> value = parseYaml(bytes);
    if (!value) {
        require(value.error().kind == Error::Kind::Corruption, "what is no YAML is damage");
        return;
    }
    const Result<Value> again = parseJson(toJson(*value));
    require(again.ok() && *again == *value, "it survives JSON");
}
