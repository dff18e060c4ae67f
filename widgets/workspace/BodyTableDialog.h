// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/bodies/BodyTable.h"

#include <QDialog>

#include <memory>

class QLabel;
class QTableView;

namespace runglass
{

class BodyTableModel;
class PanelBody;
struct PanelContent;

/// The table twin of a panel of another kind than Lines: what it shows, exactly, to read and to copy. Follows the
/// content and the runs, wherever the panel itself is.
/// @thread GUI
class BodyTableDialog : public QDialog
{
    Q_OBJECT

public:
    /// @param body  a second one like that of the panel, which is not shown
    explicit BodyTableDialog(std::unique_ptr<PanelBody> body, QWidget* parent = nullptr);
    ~BodyTableDialog() override;

    void setContent(const PanelContent& content, const QString& title);
    const PanelBody& body() const { return *m_body; }
    /// The selected rows, tab-separated with a line of headers; everything when nothing is selected.
    QString selectedText() const;

private:
    void showTable();

    std::unique_ptr<PanelBody> m_body;
    BodyTableModel* m_model;
    QTableView* m_table;
    QLabel* m_count;
};

} // namespace runglass
