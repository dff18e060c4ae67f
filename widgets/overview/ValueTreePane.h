// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/items/ValueTreeModel.h"

#include <QWidget>

#include <memory>

class QTreeView;
class QToolButton;

namespace runglass
{

class SectionHeader;
class SearchField;
class Theme;
class ValueFilterProxy;

/// A nested value as a tree with a head, a search and ways to copy: Config, Summary, an artifact's Metadata.
/// As high as its rows, up to a limit.
class ValueTreePane : public QWidget
{
    Q_OBJECT

public:
    /// @param title       head and accessible name of the tree, translated
    /// @param searchName  of the search field, translated: "Search config"
    ValueTreePane(Theme& theme, ValueTreeModel::Kind kind, const QString& title, const QString& searchName,
                  QWidget* parent = nullptr);

    /// Another value: small ones are shown with all branches open.
    void setValue(std::shared_ptr<const Value> value);
    /// The same one with news: what is open, selected or in view stays so, and columns keep their widths.
    void updateValue(std::shared_ptr<const Value> value);
    /// What is known of the metrics behind the values.
    void setSeries(const std::vector<SeriesInfo>& series);
    /// Those are of another run.
    void forgetSeries();
    QTreeView* tree() const { return m_tree; }

public slots:
    /// The values of the selected rows, a line each.
    void copy();

private:
    void addActions();
    QAction* addCopy(const QString& text, int role);
    void copyRows(int role);
    void copyAll();
    void noteCount();
    void filter();
    void expandSmall();
    void fitHeight();
    void fitColumns();
    bool eventFilter(QObject* watched, QEvent* event) override;

    ValueTreeModel* m_model;
    ValueFilterProxy* m_proxy;
    SectionHeader* m_head;
    SearchField* m_search;
    QToolButton* m_internal;
    QTreeView* m_tree;
    bool m_hasSeries = false;    ///< the columns have been given room for them
    bool m_isFitting = false;    ///< the columns are being given their widths
    bool m_hasOwnWidths = false; ///< somebody has made a column wider or narrower
};

} // namespace runglass
