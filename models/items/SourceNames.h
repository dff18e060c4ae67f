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
    /// @param store   this user's recorder's, canonical; empty: there is none
    explicit SourceNames(std::string example = {}, std::string store = {});

    /// "~/experiments/wandb", "Example runs", "This computer". On one line, never longer than a label can use.
    QString label(const std::string& location) const;
    /// Its last part, for the window's title: "wandb".
    QString shortName(const std::string& location) const;
    const std::string& example() const { return m_example; }
    const std::string& store() const { return m_store; }

private:
    /// Empty: the location has no name of its own.
    QString ownName(const std::string& location) const;

    std::string m_example, m_store;
};

} // namespace runglass
