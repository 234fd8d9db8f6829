#!/usr/bin/env bash
# Builds everything and runs all tests. Needs the .NET 10 SDK; installs a browser, fonts and jieba where it may. Ends with one line: N passed, N failed.
set -euo pipefail
cd "$(dirname "$0")"
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 NUGET_XMLDOC_MODE=skip

missing=()
[ -x /usr/bin/chromium ] || missing+=(chromium)
compgen -G '/usr/share/fonts/opentype/noto/NotoSansCJK*' >/dev/null || missing+=(fonts-noto-cjk)
/usr/bin/python3 -c 'import jieba' 2>/dev/null || missing+=(python3-jieba)
if [ "${#missing[@]}" -gt 0 ]; then
  if command -v apt-get >/dev/null && [ "$(id -u)" = 0 ]; then
    echo "Installing ${missing[*]}"
    export DEBIAN_FRONTEND=noninteractive
    { apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}"; } </dev/null >/dev/null ||
      echo "Note: ${missing[*]} could not be installed; the tests that need them are skipped."
  else
    echo "Note: ${missing[*]} missing and not installed (needs root and apt-get); the tests of the chat page are skipped without chromium, those that ask jieba without python3-jieba."
  fi
fi

dotnet restore ChatIntake.sln --locked-mode -maxcpucount:2
dotnet build ChatIntake.sln -c Release --no-restore -maxcpucount:2

results=$(mktemp -d)
trap 'rm -rf "$results"' EXIT
status=0
# Both at once: the end-to-end tests mostly wait.
declare -A running=()
for project in ChatIntake.Tests ChatIntake.EndToEnd; do
  dotnet test "tests/$project" -c Release --no-build --logger "console;verbosity=minimal" --logger "trx;LogFileName=$project.trx" \
    --results-directory "$results" </dev/null >"$results/$project.txt" 2>&1 &
  running[$project]=$!
done
for project in ChatIntake.Tests ChatIntake.EndToEnd; do
  wait "${running[$project]}" || status=1
  cat "$results/$project.txt"
done

passed=0 failed=0 skipped=0
for project in ChatIntake.Tests ChatIntake.EndToEnd; do
  if [ ! -f "$results/$project.trx" ]; then
    echo "No result of $project."
    status=1
    continue
  fi
  counters=$(grep -o '<Counters [^>]*>' "$results/$project.trx")
  count() { sed -n "s/.* $1=\"\([0-9]*\)\".*/\1/p" <<<"$counters"; }
  total=$(count total) executed=$(count executed) passes=$(count passed)
  [ "$executed" -gt 0 ] || status=1
  passed=$((passed + passes)) failed=$((failed + executed - passes)) skipped=$((skipped + total - executed))
done
[ "$failed" -eq 0 ] || status=1

line="$passed passed, $failed failed"
[ "$skipped" -eq 0 ] || line+=", $skipped skipped"
echo "$line"
exit "$status"
