# SPDX-License-Identifier: GPL-3.0-or-later
# Headers that nearly every file reads, compiled once a kind: runglass_precompile(TARGET std|core|gui|widgets|…).
# They only make builds faster: every file still includes what it uses, as a build with RUNGLASS_PCH=OFF shows.
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  option(RUNGLASS_PCH "Precompile the headers of the libraries" ON)
  if(RUNGLASS_PCH)
    target_compile_options(project_flags INTERFACE -fpch-preprocess) # for ccache
  endif()
endif()

set(std_headers <algorithm> <array> <cmath> <cstdint> <functional> <limits> <map> <memory> <optional> <set> <span>
  <string> <string_view> <unordered_map> <utility> <variant> <vector>)
set(core_headers ${std_headers} <chrono> <mutex> <QCoreApplication> <QDateTime> <QElapsedTimer> <QFuture> <QObject>
  <QString> <QStringList> <QThread> <QTimer> <QtConcurrentRun>)

# runglass_pch_NAME: a library that only holds the compiled headers.
function(runglass_precompiled_kind name)
  cmake_parse_arguments(KIND "TEST" "" "HEADERS;LIBRARIES" ${ARGN})
  if(NOT RUNGLASS_PCH)
    return()
  endif()
  set(source "${CMAKE_CURRENT_BINARY_DIR}/pch_${name}.cpp")
  file(CONFIGURE OUTPUT "${source}" CONTENT "// Holds the compiled headers of ${name}.\n")
  add_library(runglass_pch_${name} OBJECT "${source}")
  target_link_libraries(runglass_pch_${name} PRIVATE project_flags ${KIND_LIBRARIES})
  if(KIND_TEST)
    target_compile_options(runglass_pch_${name} PRIVATE ${RUNGLASS_TEST_OPTIONS})
    set_target_properties(runglass_pch_${name} PROPERTIES RUNGLASS_TEST ON)
  endif()
  target_precompile_headers(runglass_pch_${name} PRIVATE ${KIND_HEADERS})
endfunction()

function(runglass_precompile target kind)
  if(RUNGLASS_PCH)
    target_precompile_headers(${target} REUSE_FROM runglass_pch_${kind})
  endif()
endfunction()

runglass_precompiled_kind(std HEADERS ${std_headers})
runglass_precompiled_kind(core HEADERS ${core_headers} LIBRARIES Qt6::Core Qt6::Concurrent)
if(NOT RUNGLASS_MODELS_ONLY)
  runglass_precompiled_kind(widgets LIBRARIES Qt6::Widgets Qt6::Concurrent
    HEADERS ${core_headers} <QAction> <QApplication> <QBoxLayout> <QClipboard> <QDialog> <QHeaderView> <QKeyEvent> <QLabel>
      <QLineEdit> <QLocale> <QMenu> <QMouseEvent> <QPainter> <QPushButton> <QScrollBar> <QSettings> <QSplitter>
      <QStackedWidget> <QStyledItemDelegate> <QTabBar> <QTableView> <QToolButton> <QTreeView> <QWidget>)
endif()
if(BUILD_TESTING)
  runglass_precompiled_kind(tests TEST LIBRARIES GTest::gtest GTest::gmock Qt6::Core
    HEADERS ${std_headers} <gmock/gmock.h> <gtest/gtest.h> <filesystem> <fstream>)
  if(NOT RUNGLASS_MODELS_ONLY)
    runglass_precompiled_kind(widget_tests TEST LIBRARIES GTest::gtest GTest::gmock Qt6::Widgets Qt6::Test
      HEADERS ${std_headers} <gmock/gmock.h> <gtest/gtest.h> <filesystem> <QAction> <QApplication> <QLabel> <QLineEdit>
        <QPainter> <QSignalSpy> <QTableView> <QTest> <QTreeView>)
  endif()
endif()
