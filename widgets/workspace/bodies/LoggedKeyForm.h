// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/LoggedKeys.h"
#include "widgets/workspace/bodies/PanelForm.h"

#include <functional>
#include <vector>

class QLabel;
class QListWidget;

namespace runglass
{

class PanelScope;
class SearchField;

/// The page of a panel that shows what runs logged under one key: the keys of the listed runs, to be searched.
/// @thread GUI
class LoggedKeyForm : public PanelForm
{
    Q_OBJECT

public:
    /// What is offered, and how it is spoken of.
    struct Offer {
        PanelKind kind = PanelKind::Table;
        std::function<bool(LoggedKind kind)> isOffered;
        QString search;  ///< "Search tables"
        QString missing; ///< what is said while no key is chosen
        QString none;    ///< what is said where the listed runs logged nothing of the kind
    };

    LoggedKeyForm(PanelScope& scope, Offer offer, QWidget* parent = nullptr);

    void setContent(const PanelContent& content) override;
    PanelContent content() const override;
    QString problem() const override;
    QString note() const override;

private:
    void list();
    void choose(int row);

    Offer m_offer;
    std::vector<LoggedKey> m_keys;
    PanelContent m_content;
    SearchField* m_search;
    QListWidget* m_list;
    bool m_listing = false;
};

} // namespace runglass
