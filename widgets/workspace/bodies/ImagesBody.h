// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/RunMedia.h"
#include "widgets/workspace/bodies/PanelBody.h"
#include "widgets/workspace/bodies/PictureCompare.h"

class QAbstractItemView;
class QListView;
class QPushButton;
class QStackedWidget;
class QTableView;
class QToolButton;

namespace runglass
{

class EmptyState;
class ImagesModel;
class MediaCard;
class NoteStrip;
class OverlayBar;
class OverlayPainter;
class Overlays;
class StepBar;
class Thumbnails;

/// Pictures that the shown runs logged under a key, at the step of a slider. Where runs logged one at a time they flow,
/// else there is a row a run. Other media are cards with what is known of the file. Enter or a double click shows it in
/// Files. Masks and boxes that were logged with them lie over them; some pictures can be picked, of any run and step,
/// and shown side by side.
/// @thread GUI; reads and decodes on workers
class ImagesBody : public PanelBody
{
    Q_OBJECT

public:
    explicit ImagesBody(PanelScope& scope, QWidget* parent = nullptr);

    QString subtitle() const override;
    QList<QWidget*> tabStops() override;
    QList<QAction*> ownActions() const override;
    bool hasTable() const override { return true; }
    std::optional<BodyTable> table() const override;
    void setEmphasis(const ChartEmphasis& emphasis) override;

protected:
    void renew() override;
    void onContentChanged() override;
    void onRunsChanged(const RunChanges& changes) override;
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void makeViews();
    void makeBar();
    void makeOverlays();
    void makePicks();
    void adoptContent();
    void keep();
    void ask();
    void take(std::vector<RunMedia> media);
    void chooseStep(const std::optional<std::int64_t>& step);
    void followLink();
    void showStep(const std::optional<std::int64_t>& step);
    void showOverlays();
    void askForLabels();
    std::vector<PickedPicture>::const_iterator pickOf(const QModelIndex& index) const;
    void togglePick(const QModelIndex& index);
    void showPicks();
    void comparePicks();
    void showPage();
    void sizeCards();
    void openFile(const QModelIndex& index);
    QAbstractItemView& view() const;

    ImagesModel* m_model;
    Thumbnails* m_thumbnails;
    Overlays* m_overlays;
    OverlayPainter* m_painter;
    MediaCard* m_card;
    QStackedWidget* m_pages;
    QListView* m_flow;  ///< one a run
    QTableView* m_grid; ///< several a run
    EmptyState* m_empty;
    OverlayBar* m_overlayBar;
    NoteStrip* m_picksBar;
    StepBar* m_steps;
    QToolButton* m_linked;
    QAction* m_openFile;
    QAction* m_pick;
    QPushButton* m_compare;
    QPushButton* m_clearPicks;
    std::vector<PickedPicture> m_picks;
    OverlayPainter::MaskLabels m_maskLabels;
    QTimer m_asking;            ///< news of a run that logs often are read together
    KeyPath m_key;              ///< that m_model is of
    std::vector<RunRef> m_runs; ///< that were asked for
    std::size_t m_leftOut = 0;
    unsigned m_generation = 0; ///< answers for an earlier one are dropped
    bool m_isKnown = false;    ///< what runs logged has been read
};

} // namespace runglass
