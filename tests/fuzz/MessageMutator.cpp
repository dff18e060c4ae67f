// SPDX-License-Identifier: GPL-3.0-or-later
// Mutates protobuf messages as trees of fields, so that lengths stay right and what lies deep is changed as often as
// what lies outside. Linked into the fuzzers whose input is a message.
#include "tests/fuzz/MessageTree.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <random>

extern "C" std::size_t LLVMFuzzerMutate(unsigned char* data, std::size_t size, std::size_t maxSize);

namespace runglass::fuzz
{

namespace
{

using Random = std::minstd_rand;

std::size_t below(Random& random, std::size_t end)
{
    return end == 0 ? 0 : random() % end;
}

/// All lists of fields in the tree, its own first.
void collect(std::vector<Field>& fields, std::vector<std::vector<Field>*>& lists)
{
    lists.push_back(&fields);
    for (Field& field : fields)
        if (field.isMessage)
            collect(field.fields, lists);
}

std::string oddText(Random& random)
{
    constexpr std::array<const char*, 28> kTexts = {"",
                                                    "0",
                                                    "-0",
                                                    "1e400",
                                                    "-1e-400",
                                                    "NaN",
                                                    "-Infinity",
                                                    "9223372036854775808",
                                                    "null",
                                                    "true",
                                                    "\"\\ud800\"",
                                                    "\"image-file\"",
                                                    "{\"_type\":\"image-file\",\"path\":\"../x\"}",
                                                    "[1,{\"a\":NaN}]",
                                                    "_type",
                                                    "_step",
                                                    "_timestamp",
                                                    "_runtime",
                                                    "_wandb",
                                                    "runtime",
                                                    "media/../../x",
                                                    "a\nb",
                                                    "\xFF\xFE",
                                                    "\xE2\x82",
                                                    "\x1B[999A\x1B[K",
                                                    "\r",
                                                    "train/loss",
                                                    "{}"};
    const std::size_t choice = below(random, kTexts.size() + 3);
    if (choice < kTexts.size())
        return kTexts.at(choice);
    const std::size_t length = std::size_t{1} << below(random, 10);
    return choice == kTexts.size() ? std::string(length, '[') : std::string(length, choice % 2 ? 'x' : '\0');
}

std::uint64_t oddNumber(Random& random)
{
    constexpr std::array<std::uint64_t, 12> kNumbers = {0,
                                                        1,
                                                        2,
                                                        3,
                                                        127,
                                                        1ULL << 31,
                                                        1ULL << 32,
                                                        1ULL << 63,
                                                        ~0ULL,
                                                        ~0ULL >> 1,
                                                        1'000'000'000'000'000'000,
                                                        1'700'000'000};
    return kNumbers.at(below(random, kNumbers.size()));
}

Field newField(Random& random)
{
    constexpr std::array<std::uint32_t, 4> kTypes = {Field::kVarint, Field::kFixed64, Field::kBytes, Field::kFixed32};
    Field field;
    field.number = static_cast<std::uint32_t>(1 + below(random, 27));
    field.type = kTypes.at(below(random, kTypes.size()));
    field.value = oddNumber(random);
    field.bytes = oddText(random);
    return field;
}

void mutateBytes(std::string& bytes, Random& random)
{
    if (below(random, 4) == 0) {
        bytes = oddText(random);
        return;
    }
    const std::size_t size = bytes.size();
    bytes.resize(size + 64);
    bytes.resize(LLVMFuzzerMutate(reinterpret_cast<unsigned char*>(bytes.data()), size, bytes.size()));
}

void mutateField(Field& field, Random& random)
{
    switch (below(random, 6)) {
    case 0:
        field.number = static_cast<std::uint32_t>(1 + below(random, 27));
        return;
    case 1:
        field = newField(random);
        return;
    default:
        break;
    }
    if (field.isMessage)
        field.fields.insert(field.fields.begin() + static_cast<std::ptrdiff_t>(below(random, field.fields.size() + 1)),
                            newField(random));
    else if (field.type == Field::kBytes)
        mutateBytes(field.bytes, random);
    else
        field.value = below(random, 2) == 0 ? oddNumber(random) : field.value ^ 1ULL << below(random, 64);
}

void mutateOnce(std::vector<Field>& root, Random& random)
{
    std::vector<std::vector<Field>*> lists;
    collect(root, lists);
    std::vector<Field>& list = *lists[below(random, lists.size())];
    const auto place = [&](std::size_t end) { return list.begin() + static_cast<std::ptrdiff_t>(below(random, end)); };
    if (list.empty()) {
        list.push_back(newField(random));
        return;
    }
    switch (below(random, 8)) {
    case 0:
        list.erase(place(list.size()));
        return;
    case 1: {
        const Field copy = *place(list.size());
        list.insert(place(list.size() + 1), copy);
        return;
    }
    case 2:
        std::iter_swap(place(list.size()), place(list.size()));
        return;
    case 3: {
        std::vector<Field>& other = *lists[below(random, lists.size())];
        if (other.empty())
            return;
        const Field copy = other[below(random, other.size())];
        list.insert(place(list.size() + 1), copy);
        return;
    }
    default:
        mutateField(*place(list.size()), random);
    }
}

std::size_t put(const std::vector<Field>& root, unsigned char* data, std::size_t maxSize)
{
    std::string bytes;
    write(root, bytes);
    const std::size_t size = std::min(bytes.size(), maxSize);
    std::memcpy(data, bytes.data(), size);
    return size;
}

} // namespace

} // namespace runglass::fuzz

using namespace runglass::fuzz;

extern "C" std::size_t LLVMFuzzerCustomMutator(unsigned char* data, std::size_t size, std::size_t maxSize,
                                               unsigned seed)
{
    Random random(seed);
    if (below(random, 20) == 0)
        return LLVMFuzzerMutate(data, size, maxSize);
    std::vector<Field> root = readTree({reinterpret_cast<const char*>(data), size});
    for (std::size_t i = 0; i <= below(random, 4); ++i)
        mutateOnce(root, random);
    return put(root, data, maxSize);
}

extern "C" std::size_t LLVMFuzzerCustomCrossOver(const unsigned char* first, std::size_t firstSize,
                                                 const unsigned char* second, std::size_t secondSize,
                                                 unsigned char* out, std::size_t maxSize, unsigned seed)
{
    Random random(seed);
    std::vector<Field> root = readTree({reinterpret_cast<const char*>(first), firstSize});
    std::vector<Field> other = readTree({reinterpret_cast<const char*>(second), secondSize});
    std::vector<std::vector<Field>*> into, from;
    collect(root, into);
    collect(other, from);
    std::vector<Field>& list = *into[below(random, into.size())];
    const std::vector<Field>& given = *from[below(random, from.size())];
    if (!given.empty())
        list.insert(list.begin() + static_cast<std::ptrdiff_t>(below(random, list.size() + 1)),
                    given[below(random, given.size())]);
    return put(root, out, maxSize);
}
