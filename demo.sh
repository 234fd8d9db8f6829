#!/usr/bin/env bash
# Plays a morning of an enterprise group, then lets you chat with the bot on a local page. --once plays and ends.
set -euo pipefail
cd "$(dirname "$0")"
exec dotnet run -c Release --project src/ChatIntake.Host -- demo "$@"
