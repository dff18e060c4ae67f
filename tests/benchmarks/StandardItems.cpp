// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/benchmarks/StandardItems.h"

namespace runglass::benchmark
{

namespace
{

QVariant variantOf(const Value& value)
{
    switch (value.kind()) {
    case Value::Kind::Integer:
        return static_cast<qlonglong>(value.toInteger());
    case Value::Kind::Double:
        return value.toDouble();
    case Value::Kind::Text:
        return QString::fromStdString(value.text());
    default:
        return value.isArray() && !value.array().empty() ? variantOf(value.array().front()) : QVariant();
    }
}

} // namespace

std::unique_ptr<QStandardItemModel> standardItems(const RunTable& table)
{
    const auto rows = static_cast<int>(table.rowCount());
    const auto columns = static_cast<int>(table.columns().size());
    auto model = std::make_unique<QStandardItemModel>(rows, columns);
    for (int row = 0; row < rows; ++row) {
        for (int column = 0; column < columns; ++column) {
            const Value value =
                table.columns()[static_cast<std::size_t>(column)]->value(static_cast<std::uint32_t>(row));
            if (value.isNull())
                continue;
            auto* item = new QStandardItem;
            item->setData(variantOf(value), Qt::DisplayRole);
            model->setItem(row, column, item);
        }
    }
    return model;
}

StandardFilter::StandardFilter(int numberColumn, int textColumn)
    : m_numberColumn(numberColumn)
    , m_textColumn(textColumn)
{
}

void StandardFilter::filter(double limit, const std::set<QString>& texts)
{
    m_isOn = true;
    m_limit = limit;
    m_texts = texts;
    invalidateFilter();
}

void StandardFilter::showAll()
{
    m_isOn = false;
    invalidateFilter();
}

bool StandardFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    if (!m_isOn)
        return true;
    const QAbstractItemModel& items = *sourceModel();
    const QVariant number = items.index(row, m_numberColumn, parent).data();
    return number.isValid() && number.toDouble() <= m_limit &&
           m_texts.contains(items.index(row, m_textColumn, parent).data().toString());
}

} // namespace runglass::benchmark
