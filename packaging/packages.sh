# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by build, run and test: the Debian packages each step needs, and how they are brought in.

build_packages=(
  ca-certificates cmake ninja-build g++ ccache pkg-config
  qt6-base-dev libqt6svg6-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
  libqcustomplot-dev libsqlitecpp-dev libsqlite3-dev nlohmann-json3-dev libprotozero-dev libdeflate-dev zlib1g-dev
  libzstd-dev libyaml-cpp-dev libcli11-dev libicu-dev
)
run_packages=(
  libqt6svg6 fonts-dejavu-core fonts-noto-cjk fonts-noto-color-emoji qt6-translations-l10n
)
test_packages=(
  libgtest-dev libgmock-dev xvfb openbox xdotool xclip x11-utils imagemagick dbus at-spi2-core python3 python3-gi python3-venv tzdata
  strace git clang-format
)
check_packages=(clang-tidy)
fuzz_packages=(clang libclang-rt-14-dev)
benchmark_packages=(libbenchmark-dev protobuf-compiler libprotobuf-dev xvfb openbox libxtst6 python3 python3-venv)

say() { printf '==> %s\n' "$*"; }

# Installs those of the given packages that are not there, as root or through sudo, and says which.
install_missing() {
  local missing=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  local as_root=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || { echo "These packages are missing and sudo is not there: ${missing[*]}" >&2; return 1; }
    as_root=(sudo)
  fi
  say "Installing with apt-get: ${missing[*]}"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}"
}

# How many jobs the machine can take: one a core, and at least 2 GB of memory each.
jobs_here() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/MemAvailable/ {print int($2 / 2000000)}' /proc/meminfo)
  [ "$memory" -lt 1 ] && memory=1
  echo $((cores < memory ? cores : memory))
}
