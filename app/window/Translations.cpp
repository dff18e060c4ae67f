// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/window/Translations.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>

namespace runglass
{

void installTranslations(QCoreApplication& application)
{
    const QString folder = QStringLiteral(":/translations");
    const auto add = [&application](auto load) {
        auto* translator = new QTranslator(&application);
        if (load(*translator))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    };
    add([&](QTranslator& translator) { return translator.load(QStringLiteral("runglass_en"), folder); });
    add([&](QTranslator& translator) {
        return translator.load(QLocale(), QStringLiteral("qtbase"), QStringLiteral("_"),
                               QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    });
    add([&](QTranslator& translator) {
        return translator.load(QLocale(), QStringLiteral("runglass"), QStringLiteral("_"), folder);
    });
}

} // namespace runglass
