// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/PanelBody.h"
#include "widgets/workspace/bodies/PanelForm.h"

class QCheckBox;
class QStackedWidget;

namespace runglass
{

class CompareModel;
class CompareTable;
class ComparisonFeed;
class ElidedLabel;
class EmptyState;
class SearchField;

/// Config and summary of the shown runs side by side, a column a run; the others are held against the first.
/// @thread GUI
class ComparerBody : public PanelBody
{
    Q_OBJECT

public:
    /// More columns than that nobody can read.
    static constexpr int kMostRuns = 50;

    explicit ComparerBody(PanelScope& scope, QWidget* parent = nullptr);

    QString subtitle() const override;
    QList<QWidget*> tabStops() override;
    QList<QAction*> ownActions() const override;
    bool hasTable() const override { return true; }
    std::optional<BodyTable> table() const override;

protected:
    void renew() override;
    void onContentChanged() override;

private:
    QWidget* makeBar();
    void tell();
    void moveToFront();
    void setDifferencesOnly(bool only);

    CompareModel* m_model;
    ComparisonFeed* m_feed;
    CompareTable* m_table;
    QStackedWidget* m_stack;
    EmptyState* m_empty;
    SearchField* m_search;
    QCheckBox* m_differences;
    ElidedLabel* m_count;
    QAction* m_copy;
    QAction* m_toFront = nullptr;
    QAction* m_showAll = nullptr;
    QAction* m_clearSearch = nullptr;
    std::optional<RunRef> m_front; ///< the run that a person put first
    int m_shown = 0, m_ofAll = 0;
};

/// The page of a comparer in the panel editor.
/// @thread GUI
class ComparerForm : public PanelForm
{
    Q_OBJECT

public:
    explicit ComparerForm(QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override { return {}; }

private:
    PanelContent m_content;
    QCheckBox* m_differences;
};

} // namespace runglass
