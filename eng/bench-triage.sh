#!/usr/bin/env bash
# How many messages a second triage judges on one core, state included: the training chat's conversations, played whole, after a warm-up.
#   eng/bench-triage.sh
#   ROUNDS=9            how often the chats are played; the median is told
# Ends with 0 when the bar of 50,000 is met, 1 when it is not.
set -euo pipefail
cd "$(dirname "$0")/.."
export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1
log=$(mktemp)
trap 'rm -f "$log"' EXIT
dotnet build tests/ChatIntake.Benchmarks -c Release -v quiet > "$log" || { cat "$log"; exit 2; }
run=(dotnet tests/ChatIntake.Benchmarks/bin/Release/net10.0/ChatIntake.Benchmarks.dll triage data "${ROUNDS:-9}")
if command -v taskset > /dev/null; then taskset -c 0 "${run[@]}"; else "${run[@]}"; fi
