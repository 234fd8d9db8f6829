#!/usr/bin/env python3
"""Answers what jieba does, for the tests that compare with it.

Reads a JSON object a line and writes a JSON value a line, both in ASCII, so that lone surrogates travel as escapes. The first line
written is jieba's version. "do" names a method of Oracle, the other members are its arguments. A failure is answered with {"error": ...}.
Positions are in UTF-16 units.
"""
import io
import json
import logging
import sys

import jieba
import jieba.analyse
import jieba.finalseg
import jieba.posseg


class Tokenizer(jieba.Tokenizer):
    """jieba's dictionary, read from its text so that no cache file of another version is met, with a way back to it."""

    def __init__(self):
        super().__init__()
        self.FREQ, self.total = self.gen_pfdict(self.get_dict_file())
        self.initialized = True
        self.first_total = self.total
        self.before = {}
        self.tagged = set()

    def add_word(self, word, freq=None, tag=None):
        for end in range(len(word) + 1):
            self.before.setdefault(word[:end], self.FREQ.get(word[:end]))
        if tag:
            self.tagged.add(word)
        super().add_word(word, freq, tag)

    def forget(self):
        for word, freq in self.before.items():
            if freq is None:
                self.FREQ.pop(word, None)
            else:
                self.FREQ[word] = freq
        self.before = {}
        self.tagged = set()
        self.user_word_tag_tab = {}
        self.total = self.first_total


class Oracle:
    def __init__(self):
        self.words = Tokenizer()
        self.tags = jieba.posseg.POSTokenizer(self.words)
        self.first_tags = dict(self.tags.word_tag_tab)
        for extractor in (jieba.analyse.default_tfidf, jieba.analyse.default_textrank):
            extractor.tokenizer = self.words if extractor is jieba.analyse.default_tfidf else self.tags
            extractor.postokenizer = self.tags

    def reset(self):
        """Back to the dictionary as installed. Words that the model must not make are kept by jieba for the whole process."""
        for word in self.words.tagged:
            if word in self.first_tags:
                self.tags.word_tag_tab[word] = self.first_tags[word]
            else:
                self.tags.word_tag_tab.pop(word, None)
        self.words.forget()
        jieba.finalseg.Force_Split_Words.clear()

    def modes(self, text):
        """The members of a line of the golden file."""
        return {
            "text": text,
            "hmm": self.words.lcut(text),
            "nohmm": self.words.lcut(text, HMM=False),
            "all": self.words.lcut(text, cut_all=True),
            "search": self.words.lcut_for_search(text),
            "search_nohmm": self.words.lcut_for_search(text, HMM=False),
        }

    def cut(self, text, hmm):
        return self.words.lcut(text, HMM=hmm)

    def cut_all(self, text):
        return self.words.lcut(text, cut_all=True)

    def search(self, text, hmm):
        return self.words.lcut_for_search(text, HMM=hmm)

    def tokenize(self, text, mode, hmm):
        units = [0]
        for character in text:
            units.append(units[-1] + (2 if ord(character) > 0xFFFF else 1))
        return [[word, units[start], units[end]] for word, start, end in self.words.tokenize(text, mode=mode, HMM=hmm)]

    def tag(self, text, hmm):
        return [[token.word, token.flag] for token in self.tags.cut(text, HMM=hmm)]

    def tfidf(self, text, top, tags, by_tag):
        return self.keywords(jieba.analyse.default_tfidf, text, top, tags, by_tag)

    def textrank(self, text, top, tags, by_tag):
        return self.keywords(jieba.analyse.default_textrank, text, top, tags, by_tag)

    def keywords(self, extractor, text, top, tags, by_tag):
        """Word, weight and tag; json writes a double with the digits that give the same double back. Top 0 is all."""
        found = extractor.extract_tags(text, topK=top or None, withWeight=True, allowPOS=tuple(tags), withFlag=by_tag)
        return [[key.word, weight, key.flag] if isinstance(key, jieba.posseg.pair) else [key, weight, None] for key, weight in found]

    def load_userdict(self, text):
        self.words.load_userdict(io.BytesIO(text.encode("utf-8")))

    def add_word(self, word, freq, tag):
        self.words.add_word(word, freq, tag)

    def del_word(self, word):
        self.words.del_word(word)

    def suggest_word(self, word, tune):
        return self.words.suggest_freq(word, tune)

    def suggest_parts(self, parts, tune):
        return self.words.suggest_freq(tuple(parts), tune)

    def freq(self, words):
        return [self.words.FREQ.get(word, 0) for word in words]


def answer(oracle, line):
    try:
        arguments = json.loads(line)
        return getattr(oracle, arguments.pop("do"))(**arguments)
    except Exception as problem:
        return {"error": repr(problem)}


def main():
    jieba.setLogLevel(logging.CRITICAL)
    print(json.dumps(jieba.__version__), flush=True)
    oracle = Oracle()
    for line in sys.stdin:
        print(json.dumps(answer(oracle, line)), flush=True)


main()
