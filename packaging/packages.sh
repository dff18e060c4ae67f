# SPDX-License-Identifier: GPL-3.0-or-later
# Sourced by build, run and test: the Debian packages each step needs, and how they are brought in.

build_packages=(
  ca-certificates cmake ninja-build g++ pkg-config
  qt6-base-dev libqt6svg6-dev libfontconfig-dev qt6-tools-dev qt6-tools-dev-tools qt6-l10n-tools libgl-dev
  libqcustomplot-dev libsqlitecpp-dev libsqlite3-dev nlohmann-json3-dev libprotozero-dev libdeflate-dev zlib1g-dev
  libzstd-dev libyaml-cpp-dev libboost-dev libcli11-dev libicu-dev libre2-dev
)
# Those that make the next build faster; without them it is only slower.
helpful_packages=(ccache)
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

# Installs those of the given packages that are not there, as root or through sudo, and says which; else what to do.
install_missing() {
  local missing=() as_root=() package
  for package in "$@"; do
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$package" 2>/dev/null)" = installed ] || missing+=("$package")
  done
  [ ${#missing[@]} -eq 0 ] && return 0
  if ! command -v apt-get >/dev/null; then
    cannot_install "apt-get is not there. This is built on Debian 12; elsewhere, install what its packages hold:" "${missing[@]}"
    return 1
  fi
  if [ "$(id -u)" -ne 0 ]; then
    if ! command -v sudo >/dev/null; then
      cannot_install "Packages are missing, and without sudo only root can install them:" "${missing[@]}"
      return 1
    fi
    as_root=(sudo)
  fi
  say "Installing with ${as_root[*]:+sudo }apt-get: ${missing[*]}"
  local options=(-qq -o DPkg::Lock::Timeout=120 -o Acquire::Retries=3)
  if [ -z "${lists_updated:-}" ]; then
    "${as_root[@]}" apt-get update "${options[@]}" || say "apt-get update failed: going on with the lists that are here"
    lists_updated=yes
  fi
  if ! "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
    apt-get install "${options[@]}" -y --no-install-recommends "${missing[@]}"; then
    cannot_install "apt-get failed, see above (network? /etc/apt/sources.list? sudo?). Try again, or as root:" "${missing[@]}"
    return 1
  fi
}

# cannot_install WHY PACKAGE…
cannot_install() {
  printf '%s\n  apt-get install --no-install-recommends %s\n' "$1" "${*:2}" >&2
}

# How many jobs the machine can take: one a core, and at least 2 GB of memory each.
jobs_here() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/MemAvailable/ {print int($2 / 2000000)}' /proc/meminfo)
  [ "$memory" -lt 1 ] && memory=1
  echo $((cores < memory ? cores : memory))
}
