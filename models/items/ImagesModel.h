// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ShownRuns.h"
#include "models/session/RunMedia.h"

#include <QAbstractTableModel>

#include <memory>
#include <optional>
#include <vector>

namespace runglass
{

/// The media of runs at a step: a row a run that logged some by then, a column for each of what was logged at once.
/// @thread GUI
class ImagesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        RunColourRole = Qt::UserRole + 1, ///< RunColour, of any cell of a row
        RunNameRole,                      ///< QString, likewise
        StepTextRole,                     ///< QString: "step 12", likewise
        CaptionRole,                      ///< QString: the caption, else the name of the file
        HasItemRole,                      ///< bool: there is something in this cell
    };

    explicit ImagesModel(QObject* parent = nullptr);

    /// The runs, in the order of their rows.
    void setRuns(std::shared_ptr<const ShownRuns> runs);
    /// What they logged; of runs that are not shown nothing is told.
    void setMedia(std::vector<RunMedia> media);
    const std::vector<RunMedia>& media() const { return m_media; }
    /// @param step  of which the last entry at it or before is shown; unset: the last of all
    void setStep(const std::optional<std::int64_t>& step);
    const std::optional<std::int64_t>& step() const { return m_step; }
    /// The steps at which a shown run logged something, ascending.
    const std::vector<std::int64_t>& steps() const { return m_steps; }
    /// Shown runs that logged nothing up to the step.
    int runsWithout() const;

    /// Null: there is nothing in that cell.
    const MediaItem* item(const QModelIndex& index) const;
    const RunRef& runAt(int row) const { return m_rows[static_cast<std::size_t>(row)].run->ref; }

    /// The step that a row's media were logged at.
    std::int64_t stepAt(int row) const { return m_rows[static_cast<std::size_t>(row)].entry->step; }

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;

private:
    struct Row {
        const ShownRun* run = nullptr;
        const MediaEntry* entry = nullptr;
    };
    void arrange();
    void follow();
    std::vector<Row> wanted() const;
    QString longText(const QModelIndex& index) const;

    std::shared_ptr<const ShownRuns> m_runs = std::make_shared<ShownRuns>();
    std::vector<RunMedia> m_media;
    std::vector<std::int64_t> m_steps;
    std::optional<std::int64_t> m_step;
    std::vector<Row> m_rows;
    int m_columns = 0;
};

/// "Image", "Audio" …
QString mediaKindText(LoggedKind kind);
/// The icon of resources/icons for it.
QString mediaIcon(LoggedKind kind);

} // namespace runglass
