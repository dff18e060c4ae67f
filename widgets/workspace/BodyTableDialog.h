// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/workspace/TwinTableDialog.h"
#include "widgets/workspace/bodies/BodyTable.h"

#include <memory>

namespace runglass
{

class BodyTableModel;
class PanelBody;
struct PanelContent;

/// The table twin of a panel of another kind than Lines: what it shows, exactly, to read and to copy. Follows the
/// content and the runs, wherever the panel itself is.
/// @thread GUI
class BodyTableDialog : public TwinTableDialog
{
    Q_OBJECT

public:
    /// @param body  a second one like that of the panel, which is not shown
    explicit BodyTableDialog(std::unique_ptr<PanelBody> body, QWidget* parent = nullptr);
    ~BodyTableDialog() override;

    void setContent(const PanelContent& content, const QString& title);
    const PanelBody& body() const { return *m_body; }

private:
    void showTable();
    void fitColumns();

    std::unique_ptr<PanelBody> m_body;
    BodyTableModel* m_model;
};

} // namespace runglass
