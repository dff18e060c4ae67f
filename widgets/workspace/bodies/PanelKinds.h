// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/session/PanelLayout.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

class QWidget;

namespace runglass
{

class PanelBody;
class PanelForm;
class PanelScope;

/// A kind of panel other than Lines: how it is called, and what makes its parts.
struct PanelKindInfo {
    PanelKind kind = PanelKind::Scatter;
    QString name;        ///< "Scatter plot"
    QString description; ///< one line for who chooses a kind
    QString icon;        ///< in resources/icons, without ".svg"
    std::function<PanelBody*(PanelScope& scope, QWidget* parent)> makeBody;
    std::function<PanelForm*(PanelScope& scope, QWidget* parent)> makeForm;
    /// What a panel is called that nobody named.
    std::function<QString(const PanelContent& content)> title;
    std::optional<PanelSize> size = {}; ///< of a new one; unset: as its section says
};

/// Every kind that there is, in the order that they are offered in. Kinds without a body are not among them.
std::vector<PanelKindInfo> panelKinds();

PanelKindInfo scatterKind();
PanelKindInfo barsKind();
PanelKindInfo parallelKind();
PanelKindInfo histogramKind();

/// How a kind is made. Unset: there is no body for it.
std::optional<PanelKindInfo> panelKind(PanelKind kind);

/// Of the files of these names.
PanelKindInfo tableKind();
PanelKindInfo imagesKind();
PanelKindInfo comparerKind();
PanelKindInfo markdownKind();

} // namespace runglass
