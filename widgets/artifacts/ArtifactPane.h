// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/run/RunDetail.h"

#include <QWidget>

class QGridLayout;
class QLabel;
class QScrollArea;

namespace runglass
{

class ElidedLabel;
class EmptyState;
class SafeTextBrowser;
class Theme;
class ValueField;
class ValueTreePane;

/// One artifact, or one of its members: facts to read and copy, description and metadata.
class ArtifactPane : public QWidget
{
    Q_OBJECT

public:
    explicit ArtifactPane(Theme& theme, QWidget* parent = nullptr);

    void setArtifact(const Artifact& artifact);
    void setMember(const Artifact& artifact, const ArtifactMember& member);
    void clear();

private:
    struct Fact {
        QLabel* label = nullptr;
        ValueField* value = nullptr;
    };

    QWidget* makePage();
    Fact addFact(QGridLayout* grid, const QString& name);
    static void setFact(const Fact& fact, const std::string& text, const QString& reason);
    void followTheme();
    void showFacts(const QString& icon, const std::string& title, bool isMember);

    Theme& m_theme;
    EmptyState* m_nothing;
    QScrollArea* m_scroll;
    QLabel* m_icon = nullptr;
    QString m_iconName;
    ElidedLabel* m_name = nullptr;
    QString m_copyName;
    Fact m_type, m_version, m_aliases, m_tags, m_digest, m_size, m_reference, m_of;
    QLabel* m_descriptionLabel = nullptr;
    SafeTextBrowser* m_description = nullptr;
    ValueTreePane* m_metadata = nullptr;
};

} // namespace runglass
