// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <string>

namespace runglass
{

/// How the places that runs come from are called on the screen.
class SourceNames
{
public:
    /// @param example location of the example runs, canonical; empty: there are none
    explicit SourceNames(std::string example = {});

    /// "~/experiments/wandb", "Example runs". On one line, never longer than a label can use.
    QString label(const std::string& location) const;
    /// Its last part, for the window's title: "wandb".
    QString shortName(const std::string& location) const;
    const std::string& example() const { return m_example; }

private:
    bool isExample(const std::string& location) const { return !m_example.empty() && location == m_example; }

    std::string m_example;
};

} // namespace runglass
