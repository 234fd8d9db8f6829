#!/usr/bin/env bash
# Scores triage: the shipped model on the open transcript, and models that have not seen a town on that town (each town of the training chat is held back once,
# in FOLDS groups). Prints what is measured beside its bar; exits with 1 where a bar is missed.
#   eng/score.sh            about four minutes
#   FOLDS=9 eng/score.sh    more models, each from more towns
set -euo pipefail
cd "$(dirname "$0")/.."
folds=${FOLDS:-4}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

dotnet build src/ChatIntake.Host -c Release -v quiet --nologo > "$work/build.txt" || { cat "$work/build.txt"; exit 1; }
chatintake() { dotnet src/ChatIntake.Host/bin/Release/net10.0/chatintake.dll "$@"; }

chatintake triage tests/data/group-dev.jsonl --roster tests/data/roster-dev.json --out "$work/open.jsonl" --data data
python3 eng/score_triage.py tests/data/group-dev.jsonl "$work/open.jsonl" > "$work/open.txt"

# Loose reports are learned from always and never scored: they are no conversation.
mapfile -t towns < <(cd data/training && grep -L '^loose$' ./*.txt | sed 's|^\./||; s|\.txt$||' | sort)
for ((fold = 0; fold < folds; fold++)); do
  held=()
  for i in "${!towns[@]}"; do ((i % folds == fold)) && held+=("${towns[$i]}"); done
  chatintake train --data data --except "${held[@]}" --out "$work/model.txt" > /dev/null
  for town in "${held[@]}"; do
    python3 eng/training-to-jsonl.py "data/training/$town.txt" "$work"
    chatintake triage "$work/$town.jsonl" --roster "$work/$town-roster.json" --model "$work/model.txt" --out "$work/$town.said" --data data
    # One file for all towns: what belongs together does so within a town only.
    python3 - "$town" "$work/$town.jsonl" "$work/all.gold" "$work/$town.said" "$work/all.said" <<'PY'
import json, sys
town = sys.argv[1]
for source, target in ((sys.argv[2], sys.argv[3]), (sys.argv[4], sys.argv[5])):
    with open(target, "a", encoding="utf-8") as out:
        for line in open(source, encoding="utf-8"):
            row = json.loads(line)
            if row.get("common_group"):
                row["common_group"] = town + row["common_group"]
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
PY
  done
done
python3 eng/score_triage.py "$work/all.gold" "$work/all.said" > "$work/held.txt"
[ -n "${KEEP:-}" ] && cp "$work"/all.* "$work"/open.jsonl "$KEEP"

python3 - "$work/open.txt" "$work/held.txt" <<'PY'
import sys
bars = [("is_report.precision", 0.90), ("is_report.recall", 0.93), ("joins.f1", 0.85), ("cases.bcubed_f1", 0.85), ("resolves.f1", 0.85), ("withdraws.f1", 0.70),
        ("is_command.f1", 0.98), ("category.accuracy", 0.90), ("sub_category.accuracy", 0.75), ("urgency.accuracy", 0.80), ("special.f1", 0.65),
        ("enterprise.accuracy", 0.97), ("also.f1", 0.65), ("common.f1", 0.75)]
read = lambda path: dict(line.split() for line in open(path) if len(line.split()) == 2)
opened, held = read(sys.argv[1]), read(sys.argv[2])
print(f"{'':24}{'bar':>7}{'open':>8}{'held back':>11}   ({opened['messages']} and {held['messages']} messages)")
missed = 0
for name, bar in bars:
    marks = "".join("*" if float(s[name]) < bar else " " for s in (opened, held))
    missed += marks.count("*")
    print(f"{name:24}{bar:7.2f}{opened[name]:>8}{held[name]:>11}   {marks}")
print("every bar is met" if missed == 0 else f"{missed} figures are below their bar (*)")
sys.exit(0 if missed == 0 else 1)
PY
