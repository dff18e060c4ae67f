// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/workspace/bodies/BrushDialog.h"

#include <QComboBox>
#include <QDateTime>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>
#include <cmath>

namespace runglass
{

namespace
{

constexpr int kInset = 16, kWidth = 380;

bool isTime(const ValuePlaces& places)
{
    return places.column.origin == ColumnOrigin::Field && places.column.field == Field::Created;
}

/// A number, or a local time.
QString endText(const std::optional<double>& end, bool isTime)
{
    if (!end)
        return {};
    if (isTime)
        return QDateTime::fromMSecsSinceEpoch(std::llround(*end * 1000)).toString(Qt::ISODateWithMs);
    return QLocale::c().toString(*end, 'g', QLocale::FloatingPointShortest);
}

/// False: it is no number. What is empty says nothing.
bool readEnd(const QLineEdit& field, bool isTime, std::optional<double>& end)
{
    const QString text = field.text().trimmed();
    if (text.isEmpty())
        return true;
    if (isTime) {
        const QDateTime time = QDateTime::fromString(text, Qt::ISODateWithMs);
        end = static_cast<double>(time.toMSecsSinceEpoch()) / 1000;
        return time.isValid();
    }
    bool isNumber = false;
    const double number = QLocale::c().toDouble(text, &isNumber);
    end = number;
    return isNumber && std::isfinite(number);
}

} // namespace

BrushDialog::BrushDialog(std::shared_ptr<const ParallelDrawing> plot, QWidget* parent)
    : QDialog(parent)
    , m_plot(std::move(plot))
    , m_axis(new QComboBox(this))
    , m_first(new QComboBox(this))
    , m_last(new QComboBox(this))
    , m_from(new QLineEdit(this))
    , m_to(new QLineEdit(this))
    , m_note(new QLabel(this))
{
    setObjectName(QStringLiteral("brushDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Filter by an axis"));
    for (std::size_t i = 0; i < m_plot->axisCount(); ++i)
        m_axis->addItem(m_plot->title(i));
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    auto* form = new QFormLayout;
    form->addRow(tr("Axis"), m_axis);
    form->addRow(tr("From"), m_from);
    form->addRow(tr("To"), m_to);
    form->addRow(tr("First"), m_first);
    form->addRow(tr("Last"), m_last);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    m_clear = buttons->addButton(tr("Clear"), QDialogButtonBox::ActionRole);
    m_clear->setToolTip(tr("The axis filters nothing"));
    m_apply = buttons->addButton(tr("Filter"), QDialogButtonBox::ActionRole);
    m_apply->setDefault(true);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(kInset, kInset, kInset, kInset);
    layout->addLayout(form);
    layout->addWidget(m_note);
    layout->addWidget(buttons);
    resize(kWidth, sizeHint().height());
    connect(m_axis, &QComboBox::currentIndexChanged, this, [this, form] {
        showAxis();
        form->setRowVisible(m_from, !places().isCategorical());
        form->setRowVisible(m_to, !places().isCategorical());
        form->setRowVisible(m_first, places().isCategorical());
        form->setRowVisible(m_last, places().isCategorical());
    });
    connect(m_from, &QLineEdit::textChanged, this, &BrushDialog::renew);
    connect(m_to, &QLineEdit::textChanged, this, &BrushDialog::renew);
    connect(m_first, &QComboBox::currentIndexChanged, this, &BrushDialog::renew);
    connect(m_last, &QComboBox::currentIndexChanged, this, &BrushDialog::renew);
    connect(m_apply, &QPushButton::clicked, this, [this] {
        if (const auto wanted = limits())
            finish(*wanted);
    });
    connect(m_clear, &QPushButton::clicked, this, [this] { finish({}); });
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    emit m_axis->currentIndexChanged(0);
}

std::size_t BrushDialog::axis() const
{
    return static_cast<std::size_t>(std::max(0, m_axis->currentIndex()));
}

const ValuePlaces& BrushDialog::places() const
{
    return m_plot->values().points.axes[axis()];
}

void BrushDialog::showAxis()
{
    const AxisLimits& now = m_plot->brushes().limits[axis()];
    const auto text = [this](const std::optional<double>& end) { return endText(end, isTime(places())); };
    m_from->setText(text(now.lo));
    m_to->setText(text(now.hi));
    m_from->setPlaceholderText(text(places().range.isEmpty() ? std::nullopt : std::optional(places().range.lo)));
    m_to->setPlaceholderText(text(places().range.isEmpty() ? std::nullopt : std::optional(places().range.hi)));
    const QStringList names = categoryNames(places());
    for (QComboBox* end : {m_first, m_last}) {
        end->clear();
        end->addItems(names);
    }
    m_first->setCurrentIndex(static_cast<int>(now.lo.value_or(0)));
    m_last->setCurrentIndex(static_cast<int>(now.hi.value_or(static_cast<double>(names.size() - 1))));
    m_clear->setEnabled(now != AxisLimits());
    renew();
}

std::optional<AxisLimits> BrushDialog::limits() const
{
    AxisLimits result;
    if (places().isCategorical()) {
        result = {m_first->currentIndex(), m_last->currentIndex()};
    } else if (!readEnd(*m_from, isTime(places()), result.lo) || !readEnd(*m_to, isTime(places()), result.hi)) {
        return std::nullopt;
    }
    const bool isUpsideDown = result.lo && result.hi && *result.lo > *result.hi;
    return isUpsideDown || result == AxisLimits() ? std::nullopt : std::optional(result);
}

void BrushDialog::renew()
{
    const bool isGood = limits().has_value();
    m_apply->setEnabled(isGood);
    m_note->setText(isGood ? tr("Runs inside stay in the table, the list and all charts.")
                           : tr("Give where the interval begins or ends, the lower end first."));
}

void BrushDialog::finish(const AxisLimits& limits)
{
    emit chosen(axis(), limits);
    accept();
}

} // namespace runglass
