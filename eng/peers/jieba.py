"""Times jieba itself as eng/README.md tells: python3 jieba.py TEXT strings CACHE. It loads from its cache where there is one."""
import gc
import logging
import sys
from time import perf_counter, process_time

sys.path.pop(0)  # This file bears the name of the package.
import jieba  # noqa: E402

jieba.setLogLevel(logging.ERROR)


def milliseconds(since):
    return (perf_counter() - since) * 1e3


def resident():
    gc.collect()
    with open("/proc/self/status", encoding="utf-8") as status:
        return next(int(line.split()[1]) for line in status if line.startswith("VmRSS:")) * 1024 / 1e6


def one_pass(lines):
    return sum(len(jieba.lcut(line)) for line in lines)


def main(text, _out, cache):
    with open(text, "rb") as file:
        lines = [line for line in file.read().decode("utf-8").split("\n") if line]

    before = resident()
    jieba.dt.tmp_dir = cache
    start = perf_counter()
    jieba.initialize()
    load = milliseconds(start)
    start = perf_counter()
    one_pass(["工业企业复工复产"])
    first = milliseconds(start)
    print(f"{load:.3f}\t{first:.3f}", flush=True)

    memory = None
    for go in sys.stdin:
        passes = tokens = 0
        start, processor = perf_counter(), process_time()
        while passes == 0 or milliseconds(start) < float(go):
            tokens = one_pass(lines)
            passes += 1
        elapsed, processor = milliseconds(start) / 1e3, process_time() - processor
        memory = memory or resident() - before
        print(f"{elapsed / passes:.6f}\t{processor / passes:.6f}\t{tokens}\t{memory:.1f}", flush=True)


main(*sys.argv[1:])
