// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/MessageTree.h"

#include <protozero/pbf_reader.hpp>

namespace runglass::fuzz
{

namespace
{

constexpr int kDepth = 12;

/// @return whether all of message could be read
bool read(std::string_view message, int depth, std::vector<Field>& fields)
{
    try {
        protozero::pbf_reader reader(message.data(), message.size());
        while (reader.next()) {
            Field field;
            field.number = reader.tag();
            field.type = static_cast<std::uint32_t>(reader.wire_type());
            switch (field.type) {
            case Field::kVarint:
                field.value = reader.get_uint64();
                break;
            case Field::kFixed64:
                field.value = reader.get_fixed64();
                break;
            case Field::kFixed32:
                field.value = reader.get_fixed32();
                break;
            default: {
                const auto view = reader.get_view();
                field.bytes.assign(view.data(), view.size());
                field.isMessage = depth < kDepth && view.size() > 1 && read(field.bytes, depth + 1, field.fields);
                if (!field.isMessage)
                    field.fields.clear();
            }
            }
            fields.push_back(std::move(field));
        }
    } catch (const protozero::exception&) {
        return false;
    }
    return true;
}

void writeVarint(std::uint64_t value, std::string& message)
{
    for (; value >= 0x80; value >>= 7)
        message += static_cast<char>(value | 0x80);
    message += static_cast<char>(value);
}

void writeFixed(std::uint64_t value, int width, std::string& message)
{
    for (int i = 0; i < width; ++i)
        message += static_cast<char>(value >> (8 * i));
}

} // namespace

std::vector<Field> readTree(std::string_view message)
{
    std::vector<Field> fields;
    read(message, 0, fields);
    return fields;
}

void write(const std::vector<Field>& fields, std::string& message)
{
    for (const Field& field : fields) {
        writeVarint(field.number << 3 | field.type, message);
        if (field.type == Field::kVarint) {
            writeVarint(field.value, message);
        } else if (field.type == Field::kFixed64) {
            writeFixed(field.value, 8, message);
        } else if (field.type == Field::kFixed32) {
            writeFixed(field.value, 4, message);
        } else {
            std::string nested = field.bytes;
            if (field.isMessage) {
                nested.clear();
                write(field.fields, nested);
            }
            writeVarint(nested.size(), message);
            message += nested;
        }
    }
}

} // namespace runglass::fuzz
