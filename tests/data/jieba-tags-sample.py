#!/usr/bin/env python3
"""Writes jieba-tags-sample.jsonl.gz: what jieba 0.42.1 makes of some lines, tags and keywords (run with the Python that has it, Debian: python3-jieba).

A line an object: "text"; "hmm" and "nohmm": [word, tag] ...; "tfidf" and "textrank": [word, weight] ..., as called without options; "tfidf_tags" and
"textrank_tags": [word, tag, weight] ..., all of the tags n v nr m, words told apart by them. The lines come from the other files beside this one, whole and joined to
longer texts, and from a seeded generator of characters that texts do not have together.
"""
import gzip
import json
import pathlib
import random

import jieba
import jieba.analyse
import jieba.posseg

HERE = pathlib.Path(__file__).parent
TAGS = ("n", "v", "nr", "m")
ODD = [
    "", " ", "\r\n", "\n\r\r\n\t\x1c", "3.14", "a.5%", "1.2.3", "+++", "AT&T和C++", "50%-60%", "T恤-B超%卡拉OK", "𠮷野家😀😀", "１２３ＡＢＣ", "GDP增长6.1%,CPI涨2.9%",
    "no.5的x1y2", "the price of THE car is 3 and 3", "他说的确实在理", "乒乓球拍卖完了", "阿" * 300, "鿏鿐龥龥㐀", "・ガンダムγ射线ヴ",
]


def lines():
    with gzip.open(HERE / "jieba-golden-dev.jsonl.gz", "rt", encoding="utf-8") as file:
        golden = [json.loads(line)["text"] for line in file]
    with open(HERE / "group-dev.jsonl", encoding="utf-8") as file:
        chat = [json.loads(line)["text"] for line in file]
    random.seed(1)
    yield from ODD
    yield from golden[::12]
    yield from chat[::4]
    for begin in range(600, 1800, 100):
        yield "\n".join(golden[begin:begin + 20])
    common = "的一是了我不人在他有这个上们来到时大地为子中你说生国年着就那和要她出也得里后自以会.-%+#&_aB39 \n"
    for _ in range(120):
        rare = random.random()
        yield "".join(chr(random.randint(0x4E00, 0x9FD5)) if random.random() < rare else random.choice(common) for _ in range(random.randint(1, 40)))


def sample(text):
    tagged = {"withWeight": True, "withFlag": True, "allowPOS": TAGS, "topK": None}
    return {
        "text": text,
        "hmm": [[p.word, p.flag] for p in jieba.posseg.cut(text)],
        "nohmm": [[p.word, p.flag] for p in jieba.posseg.cut(text, HMM=False)],
        "tfidf": jieba.analyse.extract_tags(text, withWeight=True),
        "textrank": jieba.analyse.textrank(text, withWeight=True),
        "tfidf_tags": [[p.word, p.flag, w] for p, w in jieba.analyse.extract_tags(text, **tagged)],
        "textrank_tags": [[p.word, p.flag, w] for p, w in jieba.analyse.textrank(text, **tagged)],
    }


data = "".join(json.dumps(sample(text), ensure_ascii=False) + "\n" for text in lines() if not any("\ud800" <= c <= "\udfff" for c in text))
(HERE / "jieba-tags-sample.jsonl.gz").write_bytes(gzip.compress(data.encode("utf-8"), mtime=0))
