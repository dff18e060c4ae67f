// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/items/ImagesModel.h"

#include "models/items/Format.h"
#include "models/items/VisibleText.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <map>
#include <utility>

namespace runglass
{

namespace
{

constexpr qsizetype kLongestCaption = 500;

QString fileName(const MediaItem& item)
{
    return visibleExcerpt(std::string_view(item.path).substr(item.path.rfind('/') + 1), kLongestCaption);
}

} // namespace

QString mediaKindText(LoggedKind kind)
{
    switch (kind) {
    case LoggedKind::Image:
        return ImagesModel::tr("Image");
    case LoggedKind::Audio:
        return ImagesModel::tr("Audio");
    case LoggedKind::Video:
        return ImagesModel::tr("Video");
    case LoggedKind::Html:
        return ImagesModel::tr("HTML");
    case LoggedKind::Object3D:
        return ImagesModel::tr("3D object");
    case LoggedKind::Plot:
        return ImagesModel::tr("Plot");
    case LoggedKind::Table:
        return ImagesModel::tr("Table");
    case LoggedKind::Histogram:
        return ImagesModel::tr("Histogram");
    default:
        return ImagesModel::tr("File");
    }
}

QString mediaIcon(LoggedKind kind)
{
    switch (kind) {
    case LoggedKind::Image:
        return QStringLiteral("image");
    case LoggedKind::Audio:
        return QStringLiteral("audio");
    case LoggedKind::Video:
        return QStringLiteral("play");
    case LoggedKind::Html:
        return QStringLiteral("code");
    case LoggedKind::Plot:
        return QStringLiteral("chart");
    default:
        return QStringLiteral("file");
    }
}

ImagesModel::ImagesModel(QObject* parent)
    : QAbstractTableModel(parent)
{
}

void ImagesModel::setRuns(std::shared_ptr<const ShownRuns> runs)
{
    if (*runs == *m_runs)
        return;
    beginResetModel();
    m_runs = std::move(runs);
    arrange();
    endResetModel();
}

void ImagesModel::setMedia(std::vector<RunMedia> media)
{
    beginResetModel();
    m_media = std::move(media);
    arrange();
    endResetModel();
}

void ImagesModel::setStep(const std::optional<std::int64_t>& step)
{
    if (step == m_step)
        return;
    m_step = step;
    follow();
}

std::vector<ImagesModel::Row> ImagesModel::wanted() const
{
    std::map<RunRef, const RunMedia*> byRun;
    for (const RunMedia& media : m_media)
        byRun[media.run] = &media;
    std::vector<Row> rows;
    for (const ShownRun& run : m_runs->runs) {
        const auto media = byRun.find(run.ref);
        const MediaEntry* entry = media == byRun.end() ? nullptr : media->second->at(m_step);
        if (entry)
            rows.push_back({&run, entry});
    }
    return rows;
}

void ImagesModel::arrange()
{
    std::map<RunRef, const RunMedia*> byRun;
    for (const RunMedia& media : m_media)
        byRun[media.run] = &media;
    std::vector<RunMedia> shown;
    for (const ShownRun& run : m_runs->runs)
        if (const auto media = byRun.find(run.ref); media != byRun.end())
            shown.push_back(*media->second);
    m_steps = stepsOf(shown);
    m_rows = wanted();
    m_columns = 0;
    for (const RunMedia& run : shown)
        for (const MediaEntry& entry : run.entries)
            m_columns = std::max(m_columns, static_cast<int>(entry.items.size()));
}

/// Another step: while the same runs have something, their rows stay, so that the view stays where it is.
void ImagesModel::follow()
{
    std::vector<Row> rows = wanted();
    const bool sameRuns = std::equal(rows.begin(), rows.end(), m_rows.begin(), m_rows.end(),
                                     [](const Row& a, const Row& b) { return a.run == b.run; });
    if (!sameRuns)
        beginResetModel();
    m_rows = std::move(rows);
    if (!sameRuns)
        endResetModel();
    else if (!m_rows.empty() && m_columns > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

int ImagesModel::runsWithout() const
{
    return static_cast<int>(m_runs->runs.size() - m_rows.size());
}

int ImagesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int ImagesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_columns;
}

const MediaItem* ImagesModel::item(const QModelIndex& index) const
{
    const std::vector<MediaItem>& items = m_rows[static_cast<std::size_t>(index.row())].entry->items;
    const auto at = static_cast<std::size_t>(index.column());
    return at < items.size() ? &items[at] : nullptr;
}

Qt::ItemFlags ImagesModel::flags(const QModelIndex& index) const
{
    const bool isThere = index.isValid() && item(index);
    return isThere ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren : Qt::NoItemFlags;
}

QString ImagesModel::longText(const QModelIndex& index) const
{
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const MediaItem& found = *item(index);
    const QString step = QLocale().toString(static_cast<qlonglong>(row.entry->step));
    QStringList parts = {row.run->name, tr("step %1").arg(step)};
    if (row.entry->items.size() > 1)
        parts.append(tr("%1 of %2").arg(index.column() + 1).arg(row.entry->items.size()));
    parts.append(mediaKindText(found.kind));
    if (!found.caption.empty())
        parts.append(visibleExcerpt(found.caption, kLongestCaption));
    parts.append(fileName(found));
    if (found.width > 0 && found.height > 0)
        parts.append(QStringLiteral("%1 × %2").arg(found.width).arg(found.height));
    if (found.sizeBytes)
        parts.append(format::bytes(*found.sizeBytes));
    return parts.join(QStringLiteral(", "));
}

QVariant ImagesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[static_cast<std::size_t>(index.row())];
    const MediaItem* found = item(index);
    switch (role) {
    case RunColourRole:
        return QVariant::fromValue(row.run->colour);
    case RunNameRole:
        return row.run->name;
    case StepTextRole:
        return tr("step %1").arg(QLocale().toString(static_cast<qlonglong>(row.entry->step)));
    case HasItemRole:
        return found != nullptr;
    default:
        break;
    }
    if (!found)
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case CaptionRole:
        return found->caption.empty() ? fileName(*found) : visibleExcerpt(found->caption, kLongestCaption);
    case Qt::AccessibleTextRole:
        return longText(index);
    case Qt::ToolTipRole:
        return literalToolTip(longText(index).replace(QStringLiteral(", "), QStringLiteral("\n")));
    default:
        return {};
    }
}

QVariant ImagesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isRow = orientation == Qt::Vertical;
    if (section < 0 || section >= (isRow ? rowCount() : columnCount()))
        return {};
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return isRow ? QVariant(m_rows[static_cast<std::size_t>(section)].run->name) : QVariant(section + 1);
    return {};
}

} // namespace runglass
