// SPDX-License-Identifier: GPL-3.0-or-later
// At which step the pictures are looked at, and what lies over them; both are kept with the panel.
#include "models/items/ImagesModel.h"
#include "models/items/Overlays.h"
#include "models/session/WhenAnswered.h"
#include "widgets/common/Theme.h"
#include "widgets/workspace/bodies/ImagesBody.h"
#include "widgets/workspace/bodies/OverlayBar.h"
#include "widgets/workspace/bodies/OverlayPainter.h"
#include "widgets/workspace/bodies/StepBar.h"

#include <QAbstractItemView>
#include <QShortcut>
#include <QSlider>
#include <QToolButton>

#include <set>
#include <utility>

namespace runglass
{

namespace
{

/// Cards of which classes are listed before they are painted.
constexpr int kMostListed = 200;
constexpr int kLeap = 10;

} // namespace

void ImagesBody::makeBar()
{
    m_linked->setObjectName(QStringLiteral("linkSteps"));
    m_linked->setCheckable(true);
    m_linked->setChecked(true);
    m_linked->setAutoRaise(true);
    m_linked->setFocusPolicy(Qt::TabFocus);
    m_linked->setText(tr("Link steps"));
    m_linked->setAccessibleName(m_linked->text());
    m_linked->setToolTip(tr("Go along with the step of the other panels of images that are linked"));
    const auto adopt = [this] { m_linked->setIcon(scope().theme().icon(QStringLiteral("link"))); };
    connect(&scope().theme(), &Theme::changed, this, adopt);
    adopt();
    m_steps->addWidget(m_linked);
    connect(m_linked, &QToolButton::clicked, this, [this](bool linked) {
        // Who switches it on has the step that the others take.
        if (linked)
            scope().steps().setStep(m_steps->step());
        keep();
    });
    connect(m_steps, &StepBar::stepChosen, this, &ImagesBody::chooseStep);
    connect(m_steps, &StepBar::settled, this, &ImagesBody::keep);
    connect(&scope().steps(), &StepLink::stepChanged, this, &ImagesBody::followLink);
    const std::pair<Qt::Key, int> keys[] = {
        {Qt::Key_BracketLeft, -1}, {Qt::Key_BracketRight, 1}, {Qt::Key_BraceLeft, -kLeap}, {Qt::Key_BraceRight, kLeap}};
    for (const auto& [key, by] : keys) {
        auto* shortcut = new QShortcut(key, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, [this, by = by] { m_steps->move(by); });
    }
}

void ImagesBody::adoptContent()
{
    const StepChoice& wanted = content().step;
    m_linked->setChecked(wanted.linked);
    m_overlayBar->setChoice(content().overlays);
    m_painter->setChoice(content().overlays);
    if (wanted.linked)
        scope().steps().setStep(wanted.step);
    showStep(wanted.step);
    view().viewport()->update();
}

/// What a person changed is kept with the panel, and taken back by undo.
void ImagesBody::keep()
{
    PanelContent edited = content();
    edited.step = {m_steps->step(), m_linked->isChecked()};
    edited.overlays = m_overlayBar->choice();
    if (edited != content())
        emit contentEdited(edited);
}

void ImagesBody::chooseStep(const std::optional<std::int64_t>& step)
{
    m_thumbnails->forgetWaiting();
    m_model->setStep(step);
    if (m_linked->isChecked())
        scope().steps().setStep(step);
    showPage();
}

void ImagesBody::followLink()
{
    if (m_linked->isChecked())
        showStep(scope().steps().step());
}

void ImagesBody::showStep(const std::optional<std::int64_t>& step)
{
    if (step == m_model->step() && step == m_steps->step())
        return;
    m_thumbnails->forgetWaiting();
    m_steps->setStep(step);
    m_model->setStep(step);
    showPage();
}

void ImagesBody::makeOverlays()
{
    m_overlayBar->setColours([this](int classId) { return m_painter->colourOf(classId); });
    connect(m_overlayBar, &OverlayBar::chosen, this, [this](const OverlayChoice& choice) {
        m_painter->setChoice(choice);
        view().viewport()->update();
        keep();
    });
    connect(m_overlays, &Overlays::changed, this, [this] {
        showOverlays();
        view().viewport()->update();
    });
}

/// Which masks and boxes there are in sight, and their classes.
void ImagesBody::showOverlays()
{
    bool masks = false, boxes = false;
    std::map<QString, int> classes;
    int left = kMostListed;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        for (int column = 0; column < m_model->columnCount() && left > 0; ++column) {
            const MediaItem* item = m_model->item(m_model->index(row, column));
            if (!item || (item->masks.empty() && item->boxes.empty()))
                continue;
            --left;
            masks = masks || !item->masks.empty();
            boxes = boxes || !item->boxes.empty();
            m_painter->addClasses({m_model->runAt(row), *item}, classes);
        }
    }
    m_overlayBar->setOffered(masks, boxes, classes);
}

/// How masks name their classes stands in the config of their run.
void ImagesBody::askForLabels()
{
    std::map<RunRef, std::set<std::string>> wanted;
    for (const RunMedia& media : m_model->media())
        for (const MediaEntry& entry : media.entries)
            for (const MediaItem& item : entry.items)
                for (const MediaOverlay& mask : item.masks)
                    if (!m_maskLabels.contains({media.run, mask.name}))
                        wanted[media.run].insert(mask.name);
    for (const auto& [run, names] : wanted) {
        for (const std::string& name : names)
            m_maskLabels[{run, name}] = {};
        whenAnswered(
            this, session().openRun(run),
            [this, run = run, names = names, key = m_key](const Result<std::shared_ptr<const OpenedRun>>& opened) {
                if (!opened || key != m_key)
                    return;
                for (const std::string& name : names)
                    m_maskLabels[{run, name}] = maskLabels((*opened)->run.config, key, name);
                m_painter->setMaskLabels(m_maskLabels);
                showOverlays();
                view().viewport()->update();
            });
    }
}

} // namespace runglass
