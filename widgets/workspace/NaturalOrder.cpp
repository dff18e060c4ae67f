// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/NaturalOrder.h"

#include <QCollator>

#include <algorithm>
#include <array>
#include <iterator>
#include <numeric>
#include <string>
#include <string_view>

namespace runglass
{

namespace
{

constexpr char16_t kFirst = u' ', kLast = u'~';
/// Longer ones may hold numbers of more digits than a byte counts.
constexpr qsizetype kMostUnits = 250;

/// Printable ASCII, as nearly all names: a collator takes many times as long for those as comparing bytes does.
bool isPlain(QStringView name)
{
    return name.size() <= kMostUnits && std::all_of(name.begin(), name.end(), [](QChar unit) {
               return unit.unicode() >= kFirst && unit.unicode() <= kLast;
           });
}

bool isDigit(QChar unit)
{
    return unit >= u'0' && unit <= u'9';
}

/// The order of plain names, learned from the collator a character at a time.
class PlainKeys
{
public:
    PlainKeys()
    {
        const QCollator collator = panelCollator();
        std::array<QString, kCount> units;
        for (std::size_t i = 0; i < kCount; ++i)
            units[i] = QChar(static_cast<char16_t>(kFirst + i));
        std::array<std::size_t, kCount> order{};
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return collator.compare(units[a], units[b]) < 0; });
        char rank = 1;
        for (std::size_t i = 0; i < kCount; ++i) {
            if (i > 0 && collator.compare(units[order[i - 1]], units[order[i]]) != 0)
                ++rank;
            m_ranks[order[i]] = rank;
        }
    }

    /// Bytes that compare as the name does. A number is what begins one, how many digits it has, and the digits.
    void append(std::string& to, QStringView name) const
    {
        for (auto unit = name.begin(); unit != name.end();) {
            if (!isDigit(*unit)) {
                to += rank(*unit++);
                continue;
            }
            const auto end = std::find_if_not(unit, name.end(), isDigit);
            unit = std::find_if(unit, end, [](QChar digit) { return digit != u'0'; });
            to += rank(u'0');
            to += static_cast<char>(end - unit);
            std::transform(unit, end, std::back_inserter(to), [](QChar digit) { return digit.toLatin1(); });
            unit = end;
        }
    }

private:
    static constexpr std::size_t kCount = kLast - kFirst + 1;
    char rank(QChar unit) const { return m_ranks[static_cast<std::size_t>(unit.unicode() - kFirst)]; }

    std::array<char, kCount> m_ranks{};
};

template <class Key> void sortBy(std::vector<std::size_t>& order, const std::vector<Key>& keys, bool descending)
{
    std::stable_sort(order.begin(), order.end(),
                     [&](std::size_t a, std::size_t b) { return descending ? keys[b] < keys[a] : keys[a] < keys[b]; });
}

void sortPlain(std::vector<std::size_t>& order, const std::vector<QStringView>& names, bool descending)
{
    static const PlainKeys plain;
    std::string bytes;
    std::vector<std::size_t> ends;
    ends.reserve(names.size());
    for (const QStringView name : names) {
        plain.append(bytes, name);
        ends.push_back(bytes.size());
    }
    std::vector<std::string_view> keys;
    keys.reserve(names.size());
    std::size_t begin = 0;
    for (const std::size_t end : ends) {
        keys.push_back(std::string_view(bytes).substr(begin, end - begin));
        begin = end;
    }
    sortBy(order, keys, descending);
}

} // namespace

QCollator panelCollator()
{
    // Not the locale of the user: "C" knows no numbers.
    QCollator collator{QLocale(QLocale::English)};
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

std::vector<std::size_t> naturalOrder(const std::vector<QStringView>& names, bool descending)
{
    std::vector<std::size_t> order(names.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    if (std::all_of(names.begin(), names.end(), isPlain)) {
        sortPlain(order, names, descending);
        return order;
    }
    const QCollator collator = panelCollator();
    std::vector<QCollatorSortKey> keys;
    keys.reserve(names.size());
    for (const QStringView name : names)
        keys.push_back(collator.sortKey(name.toString()));
    sortBy(order, keys, descending);
    return order;
}

} // namespace runglass
