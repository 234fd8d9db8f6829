#!/usr/bin/env python3
"""Writes data/jieba/*.gz from an installed jieba 0.42.1 (Debian: apt-get install python3-jieba; run with /usr/bin/python3).

The files are committed: run this only to check them or to take the data of another release. Python writes a double with the
shortest digits that give the same double back, so that nothing is lost on the way.
"""
import gzip
import pathlib

import jieba
import jieba.finalseg as finalseg
import jieba.posseg as posseg

SOURCE = pathlib.Path(jieba.__file__).parent
TARGET = pathlib.Path(__file__).parent.parent / "data" / "jieba"


def write(name, data):
    (TARGET / name).write_bytes(gzip.compress(data, compresslevel=9, mtime=0))


def lines(rows):
    return ("\n".join("\t".join(row) for row in rows) + "\n").encode("utf-8")


def words_model():
    """start STATE LOG; trans FROM TO LOG; emit CHARACTER LOG-B LOG-E LOG-M LOG-S, '-' where the model has none."""
    states = "BEMS"
    yield from (["start", s, repr(finalseg.start_P[s])] for s in states)
    yield from (["trans", s, t, repr(p)] for s in states for t, p in sorted(finalseg.trans_P[s].items()))
    for c in sorted(set().union(*(finalseg.emit_P[s] for s in states))):
        yield ["emit", c] + [repr(finalseg.emit_P[s][c]) if c in finalseg.emit_P[s] else "-" for s in states]


def tags_model():
    """The same with states PLACE-TAG; emit CHARACTER STATE LOG STATE LOG ...; states CHARACTER STATE ... for the characters whose states are known."""
    name = "-".join
    states = sorted(posseg.start_P)
    yield from (["start", name(s), repr(posseg.start_P[s])] for s in states)
    yield from (["trans", name(s), name(t), repr(p)] for s in states for t, p in sorted(posseg.trans_P[s].items()))
    for c in sorted(set().union(*(posseg.emit_P[s] for s in states))):
        yield ["emit", c] + [x for s in states if c in posseg.emit_P[s] for x in (name(s), repr(posseg.emit_P[s][c]))]
    yield from (["states", c] + [name(s) for s in sorted(known)] for c, known in sorted(posseg.char_state_tab_P.items()))


write("dict.txt.gz", (SOURCE / "dict.txt").read_bytes())
write("idf.txt.gz", (SOURCE / "analyse" / "idf.txt").read_bytes())
write("hmm.txt.gz", lines(words_model()))
write("tags.txt.gz", lines(tags_model()))
