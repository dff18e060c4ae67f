// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/FilterText.h"

#include "models/items/VisibleText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>
#include <utility>

namespace runglass
{

namespace
{

struct FieldName {
    const char* field;
    const char* name;
};

constexpr std::array kFieldNames = {
    FieldName{"name", QT_TRANSLATE_NOOP("CompletionModel", "Name")},
    FieldName{"state", QT_TRANSLATE_NOOP("CompletionModel", "State")},
    FieldName{"notes", QT_TRANSLATE_NOOP("CompletionModel", "Notes")},
    FieldName{"tags", QT_TRANSLATE_NOOP("CompletionModel", "Tags")},
    FieldName{"created", QT_TRANSLATE_NOOP("CompletionModel", "Created")},
    FieldName{"runtime", QT_TRANSLATE_NOOP("CompletionModel", "Runtime")},
    FieldName{"group", QT_TRANSLATE_NOOP("CompletionModel", "Group")},
    FieldName{"job_type", QT_TRANSLATE_NOOP("CompletionModel", "Job type")},
    FieldName{"author", QT_TRANSLATE_NOOP("CompletionModel", "Author")},
    FieldName{"duration", QT_TRANSLATE_NOOP("CompletionModel", "Duration")},
    FieldName{"host", QT_TRANSLATE_NOOP("CompletionModel", "Host name")},
    FieldName{"id", QT_TRANSLATE_NOOP("CompletionModel", "Run ID")},
    FieldName{"path", QT_TRANSLATE_NOOP("CompletionModel", "Run path")},
    FieldName{"project", QT_TRANSLATE_NOOP("CompletionModel", "Project")},
    FieldName{"entity", QT_TRANSLATE_NOOP("CompletionModel", "Entity")},
    FieldName{"sweep", QT_TRANSLATE_NOOP("CompletionModel", "Sweep")},
    FieldName{"program", QT_TRANSLATE_NOOP("CompletionModel", "Command")},
    FieldName{"exit_code", QT_TRANSLATE_NOOP("CompletionModel", "Exit code")},
    FieldName{"source", QT_TRANSLATE_NOOP("CompletionModel", "Source")},
    FieldName{"warnings", QT_TRANSLATE_NOOP("CompletionModel", "Problems")},
    FieldName{"pinned", QT_TRANSLATE_NOOP("CompletionModel", "Pinned")},
    FieldName{"edited", QT_TRANSLATE_NOOP("CompletionModel", "Edited")},
};

std::string inWindowLanguage(const char* text)
{
    return QCoreApplication::translate("FilterError", text).toStdString();
}

} // namespace

QString anyTextName()
{
    return CompletionModel::tr("Any text");
}

QString loggedRunName()
{
    return CompletionModel::tr("Run");
}

QString anyTextToolTip(bool ofRows)
{
    if (ofRows)
        return CompletionModel::tr("The name of the run or any text in the row holds the text");
    return CompletionModel::tr("Name, ID, notes, tags, group or project hold the text");
}

std::vector<std::string> filterFieldNames()
{
    std::vector<std::string> names;
    for (const FieldName& field : kFieldNames)
        names.emplace_back(field.field);
    return names;
}

QString filterFieldName(const std::string& field)
{
    const auto found = std::find_if(kFieldNames.begin(), kFieldNames.end(),
                                    [&field](const FieldName& name) { return field == name.field; });
    return found != kFieldNames.end() ? QCoreApplication::translate("CompletionModel", found->name)
                                      : visibleText(std::string_view(field));
}

QString filterOperatorName(FilterOperator op)
{
    switch (op) {
    case FilterOperator::In:
        return QStringLiteral("IN");
    case FilterOperator::NotIn:
        return QStringLiteral("NOT IN");
    case FilterOperator::Contains:
        return CompletionModel::tr("contains");
    case FilterOperator::Matches:
        return CompletionModel::tr("matches");
    case FilterOperator::Exists:
        return CompletionModel::tr("exists");
    case FilterOperator::IsNull:
        return CompletionModel::tr("is null");
    case FilterOperator::WithinLast:
        return CompletionModel::tr("within last");
    default:
        return QString::fromUtf8(toText(op).data(), static_cast<qsizetype>(toText(op).size()));
    }
}

QString filterOperatorToolTip(FilterOperator op)
{
    switch (op) {
    case FilterOperator::Equal:
        return CompletionModel::tr("Is the value. A list: has it.");
    case FilterOperator::NotEqual:
        return CompletionModel::tr("Is not the value, or is missing. A list: does not have it.");
    case FilterOperator::In:
        return CompletionModel::tr("Is one of the values. A list: has any of them. Put commas between them.");
    case FilterOperator::NotIn:
        return CompletionModel::tr("Is none of the values, or is missing. Put commas between them.");
    case FilterOperator::Contains:
        return CompletionModel::tr("Holds the text, without regard to case");
    case FilterOperator::Matches:
        return CompletionModel::tr("A regular expression is found in it");
    case FilterOperator::Exists:
        return CompletionModel::tr("There is a value");
    case FilterOperator::IsNull:
        return CompletionModel::tr("The value is missing or null");
    case FilterOperator::WithinLast:
        return CompletionModel::tr("Not longer ago than this: 30m, 12h, 7d, 4w");
    case FilterOperator::Less:
        return CompletionModel::tr("Less, or before");
    case FilterOperator::LessOrEqual:
        return CompletionModel::tr("Less or equal, or not after");
    case FilterOperator::Greater:
        return CompletionModel::tr("Greater, or after");
    case FilterOperator::GreaterOrEqual:
        return CompletionModel::tr("Greater or equal, or not before");
    }
    return {};
}

QString filterErrorText(const FilterError& error)
{
    return visibleText(std::string_view(describe(error, inWindowLanguage)));
}

QString patternProblemText(const std::string& problem)
{
    return visibleText(std::string_view(describePatternProblem(problem, inWindowLanguage)));
}

std::size_t charactersBefore(const QString& text, qsizetype position)
{
    std::size_t count = 0;
    for (qsizetype i = 0; i < std::min(position, text.size()); ++i)
        count += text[i].isLowSurrogate() && i > 0 && text[i - 1].isHighSurrogate() ? 0 : 1;
    return count;
}

qsizetype positionOf(const QString& text, std::size_t characters)
{
    qsizetype at = 0;
    for (; characters > 0 && at < text.size(); --characters)
        at += text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate() ? 2 : 1;
    return at;
}

void CompletionModel::setItems(std::vector<CompletionItem> items, bool ofRows)
{
    beginResetModel();
    m_ofRows = ofRows;
    m_items = std::move(items);
    endResetModel();
}

int CompletionModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_items.size());
}

QVariant CompletionModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const CompletionItem& shown = item(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return visibleText(std::string_view(shown.text));
    case Qt::EditRole:
        return QString::fromStdString(shown.text);
    case Qt::AccessibleDescriptionRole:
    case NoteRole:
        if (shown.kind == CompletionItem::Kind::Column)
            return tr("column");
        if (shown.kind == CompletionItem::Kind::Keyword)
            return tr("keyword");
        if (shown.kind == CompletionItem::Kind::Operator)
            return tr("operator");
        if (shown.runs == 0)
            return tr("value");
        return m_ofRows ? tr("value · %n row(s)", nullptr, static_cast<int>(shown.runs))
                        : tr("value · %n run(s)", nullptr, static_cast<int>(shown.runs));
    default:
        return {};
    }
}

} // namespace runglass
