#!/usr/bin/env python3
"""Writes a town of the training chat as a transcript and a roster, in the formats that `chatintake triage` and score_triage.py read.

usage: training-to-jsonl.py TOWN.txt OUT_FOLDER      writes OUT_FOLDER/TOWN.jsonl and OUT_FOLDER/TOWN-roster.json
Standard library only; the format is described in data/training/README.md.
"""
import json, os, re, sys


def main():
    path, folder = sys.argv[1:3]
    name = os.path.splitext(os.path.basename(path))[0]
    firms, members, people, problems, named = {}, {}, {"bureau": [], "commissioner": [], "other": []}, {}, {}
    roster = {"enterprises": [], "departments": [], "commissioners": [], "bureau": [], "others": []}
    rows, day, group = [], None, None
    for line in open(path, encoding="utf-8"):
        line = line.rstrip("\n")
        if not line.strip() or line.startswith("#") or line == "loose":
            continue
        if line.startswith("  "):
            label(rows[-1], line.strip(), firms, problems)
        elif line.startswith("== "):
            day, group = line[3:13], line[13:].strip()
        elif match := re.match(r"(\d\d:\d\d) (.+?)(?: #(\w+))?(?: >(\w+))?: (.*)$", line):
            time, sender, tag, quote, text = match.groups()
            row = message(f"{name}{len(rows) + 1}", f"{day} {time}", group, sender, text.replace("\\n", "\n"), members, people)
            row["quote"] = named.get(quote)
            if tag:
                named[tag] = row["id"]
            rows.append(row)
        else:
            header(line, roster, firms, members, people)
    os.makedirs(folder, exist_ok=True)
    with open(os.path.join(folder, name + ".jsonl"), "w", encoding="utf-8") as out:
        for row in rows:
            if row["is_report"] and not row["fields"]["enterprise"]:
                row["fields"]["enterprise"] = row["enterprise"]
            out.write(json.dumps(row, ensure_ascii=False) + "\n")
    with open(os.path.join(folder, name + "-roster.json"), "w", encoding="utf-8") as out:
        json.dump(roster, out, ensure_ascii=False, indent=1)


def header(line, roster, firms, members, people):
    kind, _, rest = line.partition(" ")
    parts = [p.strip() for p in rest.split("|")]
    if kind == "firm":
        firm = {"name": parts[0], "aliases": [a.strip() for a in parts[1].split(",") if a.strip()], "place": parts[2], "industry": parts[3], "members": []}
        roster["enterprises"].append(firm)
        for alias in firm["aliases"]:
            firms[alias] = firm
    elif kind == "member":
        display, short = [p.strip() for p in rest.rsplit(" = ", 1)]
        firms[short]["members"].append(display)
        members[display] = firms[short]["name"]
    elif kind == "bureau":
        people["bureau"].append(rest)
        roster["bureau"].append(rest)
    elif kind == "commissioner":
        people["commissioner"].append(rest)
        roster["commissioners"].append({"name": rest, "display": rest})
    elif kind == "department":
        roster["departments"].append({"name": parts[0], "short": [], "handles": []})
    elif kind == "other":
        people["other"].append(rest)
        roster["others"].append(rest)


def message(id, time, chat, sender, text, members, people):
    role = "bureau" if sender in people["bureau"] else "commissioner" if sender in people["commissioner"] else "enterprise" if sender in members else "other"
    return {
        "id": id, "time": time, "chat": chat, "sender": sender, "role": role, "enterprise": members.get(sender), "text": text, "quote": None,
        "type": "image" if text in ("[图片]", "[视频]") else "file" if text.startswith("[文件]") else "text",
        "is_report": False, "joins": None, "category": None, "sub_category": None, "urgency": None, "special": False, "common_group": None, "is_command": False,
        "resolves": None, "withdraws": None, "kind": "reply" if role in ("bureau", "commissioner") else "chat", "also": [], "fields": {"enterprise": None},
    }


def label(row, text, firms, problems):
    words = text.split()
    if words[0] == "cmd":
        row["is_command"], row["kind"] = True, "command"
    elif words[0] in ("notice", "question", "reply", "chat"):
        row["kind"] = words[0]
    elif words[0] == "also":
        category, sub = words[1].split("/")
        row["also"].append({"category": category, "sub_category": sub, "urgency": words[2], "common_group": words[3][7:] if len(words) > 3 else None})
    elif words[0][0] == "R":
        problems[words[0][1:]] = row["id"]
        row["category"], row["sub_category"] = words[1].split("/")
        row["is_report"], row["urgency"], row["special"], row["kind"] = True, words[2], "special" in words[3:], "report"
        for word in words[3:]:
            if word.startswith("common:"):
                row["common_group"] = word[7:]
            elif word.startswith("for:"):
                row["fields"]["enterprise"] = firms[word[4:]]["name"]
        for key, span in re.findall(r'(place|quantity|contact):"([^"]*)"', text):
            row["fields"][key] = span
    elif words[0][0] == "+":
        if row["joins"] is None and not row["is_report"]:
            row["joins"], row["kind"] = problems[words[0][1:]], "followup"
        if len(words) > 1:
            row["urgency"] = words[1]
    else:
        row["joins"] = problems[words[1]]
        row["resolves" if words[0] == "ok" else "withdraws"], row["kind"] = problems[words[1]], "resolve" if words[0] == "ok" else "withdraw"


main()
