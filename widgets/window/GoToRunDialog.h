// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/table/RunRef.h"
#include "widgets/common/Context.h"

#include <QDialog>

#include <vector>

class QLabel;
class QLineEdit;
class QListWidget;

namespace runglass
{

/// Asks for a run by ID, run path, URL or name, among all open sources. Lists what matches while one types.
/// @thread GUI
class GoToRunDialog : public QDialog
{
    Q_OBJECT

public:
    explicit GoToRunDialog(Context& context, QWidget* parent = nullptr);

    void accept() override;

signals:
    void runChosen(const runglass::RunRef& run);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Matches {
        std::vector<RunRef> exact;   ///< the reference or the whole name
        std::vector<RunRef> partial; ///< a part of name or ID, bounded
    };
    Matches matchesOf(const QString& text) const;
    void onTextChanged();
    void say(const QString& text);
    void choose(const RunRef& run);

    Context& m_context;
    QLineEdit* m_field;
    QLabel* m_message;
    QListWidget* m_list;
    std::vector<RunRef> m_listed;
};

} // namespace runglass
