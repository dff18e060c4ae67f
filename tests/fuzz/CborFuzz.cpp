// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/Cbor.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace runglass;

/// A value that was read is written and read back as the same one.
RUNGLASS_FUZZ_TARGET(cbor)
{
    using fuzz::require;
    CborReader reader(bytes);
    const Value value = reader.value();
    require(reader.position() <= bytes.size(), "the reader stays in its bytes");
    CborReader passing(bytes);
    passing.skip();
    if (reader.failed())
        return;
    require(!passing.failed() && passing.position() == reader.position(), "what is read can be passed over");
    CborWriter writer;
    writer.value(value);
    CborReader again(writer.bytes());
    require(again.value() == value && !again.failed() && again.atEnd(), "what is written reads back");
}
