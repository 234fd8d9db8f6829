#!/usr/bin/env bash
# Compares the speed of ChatIntake.Segmentation with other jieba implementations, all on one text, single-threaded, HMM on. See eng/README.md.
#   eng/bench-segmentation.sh [TEXT]     TEXT: UTF-8, cut line by line; without it one of 5 MB is made from what the repository has
#   ROUNDS=9                             how often each contestant gets its turn
# Ends with 0 when ours is as much faster than the fastest peer as it has to be, 1 when it is not, 2 when nothing could be compared.
set -euo pipefail
given=${1:+$(realpath -e "$1")}
root=$(cd "$(dirname "$0")/.." && pwd)
cd "$root"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_XMLDOC_MODE=skip

rs_version=2.0.3        # npm's @node-rs/jieba
nodejieba_version=3.5.8 # npm's nodejieba, for the sources of cppjieba in it

peers=$root/artifacts/peers
log=$peers/install.log
entries=$peers/entries.tsv
text=$peers/text.txt
mkdir -p "$peers"
: >"$log" >"$entries"

enter() { (IFS=$'\t'; printf '%s\n' "$*") >>"$entries"; }
may_install() { [ "$(id -u)" = 0 ] && command -v apt-get >/dev/null; }

# Brings @node-rs/jieba, whose compiled part npm chooses by the machine.
install_rs() {
  [ "$(cat "$peers/rs/version" 2>/dev/null)" = "$rs_version" ] && return
  rm -rf "$peers/rs" && mkdir -p "$peers/rs" &&
    npm install --prefix "$peers/rs" --ignore-scripts --no-audit --no-fund --no-save "@node-rs/jieba@$rs_version" &&
    echo "$rs_version" >"$peers/rs/version"
}

# Builds our harness on the sources of cppjieba, which nodejieba brings with its dictionaries.
build_cppjieba() {
  local sources=$peers/nodejieba-$nodejieba_version
  if [ ! -d "$sources" ]; then
    (cd "$peers" && npm pack "nodejieba@$nodejieba_version" && rm -rf package && tar xzf "nodejieba-$nodejieba_version.tgz" &&
      mv package "nodejieba-$nodejieba_version") || return
  fi
  local cppjieba=$sources/submodules/cppjieba
  ln -sfn "$cppjieba/dict" "$peers/cppjieba-dict"
  g++ -std=c++17 -O3 -DNDEBUG -DLOGGING_LEVEL=LL_WARNING "-I$cppjieba/include" "-I$cppjieba/deps/limonp/include" \
    eng/peers/cppjieba.cpp -o "$peers/cppjieba"
}

find_python() {
  local python
  for python in /usr/bin/python3 python3; do
    command -v "$python" >/dev/null && "$python" -c 'import jieba' 2>/dev/null && echo "$python" && return
  done
  return 1
}

echo "Building ours and jieba.NET, installing the peers into ${peers#"$root"/}" >&2
dotnet build tests/ChatIntake.Benchmarks -c Release -maxcpucount:2 >>"$log" 2>&1 || { tail -20 "$log" >&2; exit 2; }
net=(dotnet "$root/tests/ChatIntake.Benchmarks/bin/Release/net10.0/ChatIntake.Benchmarks.dll")

if [ -z "$given" ]; then
  "${net[@]}" text "$root" "$text"
elif ! "${net[@]}" check "$given" "$text" 2>>"$log"; then
  echo "$given is not UTF-8." >&2
  exit 2
fi

enter ours ChatIntake spans "${net[@]}" time ours-spans "$text"
enter ours ChatIntake strings "${net[@]}" time ours-strings "$text"
enter peer jieba.NET strings "${net[@]}" time jieba.NET-strings "$text"
enter peer 'jieba.NET, Tokenize' spans "${net[@]}" time jieba.NET-offsets "$text"

if ! command -v npm >/dev/null; then
  enter skip 'jieba-rs (Node)' 'npm is missing'
elif ! install_rs >>"$log" 2>&1; then
  enter skip 'jieba-rs (Node)' "could not be installed, see ${log#"$root"/}"
else
  enter peer 'jieba-rs, from strings' strings node --expose-gc eng/peers/jieba-rs.mjs "$text" strings "$peers/rs"
  enter peer 'jieba-rs, from buffers' strings node --expose-gc eng/peers/jieba-rs.mjs "$text" buffers "$peers/rs"
fi

if ! command -v npm >/dev/null || ! command -v g++ >/dev/null; then
  enter skip cppjieba 'npm or g++ is missing'
elif ! build_cppjieba >>"$log" 2>&1; then
  enter skip cppjieba "could not be built, see ${log#"$root"/}"
else
  enter peer cppjieba strings "$peers/cppjieba" "$text" strings "$peers/cppjieba-dict"
  enter peer 'cppjieba, Word' spans "$peers/cppjieba" "$text" offsets "$peers/cppjieba-dict"
  enter peer 'cppjieba, WordRange' spans "$peers/cppjieba" "$text" ranges "$peers/cppjieba-dict"
fi

if ! find_python >/dev/null && may_install; then
  { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-jieba; } </dev/null >>"$log" 2>&1 || true
fi
if python=$(find_python); then
  enter peer 'jieba (Python)' strings "$python" eng/peers/jieba.py "$text" strings "$peers"
else
  enter skip 'jieba (Python)' 'python3-jieba is missing'
fi

"${net[@]}" race "$entries" "$text" "${ROUNDS:-9}"
