// Times cppjieba as eng/README.md tells: cppjieba TEXT OUT DICTIONARIES
// OUT is strings (words), offsets (words with their places) or ranges (places only, from the layer below its public one).
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <iostream>
#include <string>
#include <vector>

#include "cppjieba/MixSegment.hpp"

using Clock = std::chrono::steady_clock;
using cppjieba::MixSegment;

// Lets the layer below answer: the words as ranges of the decoded text, no string made.
class RangeSegment : public MixSegment {
 public:
  using MixSegment::Cut;
  using MixSegment::MixSegment;

  size_t CutRanges(const std::string& line, std::vector<cppjieba::WordRange>& words) const {
    words.clear();
    cppjieba::PreFilter filter(symbols_, line);
    while (filter.HasNext()) {
      const cppjieba::PreFilter::Range range = filter.Next();
      Cut(range.begin, range.end, words, true);
    }
    return words.size();
  }
};

static double Milliseconds(Clock::time_point since) {
  return std::chrono::duration<double, std::milli>(Clock::now() - since).count();
}

static double ProcessorSeconds() {
  timespec time;
  clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec + time.tv_nsec / 1e9;
}

static double ResidentMegabytes() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);)
    if (line.rfind("VmRSS:", 0) == 0) return std::atof(line.c_str() + 6) * 1024 / 1e6;
  return 0;
}

static size_t Pass(const RangeSegment& segment, const std::string& out, const std::vector<std::string>& lines) {
  std::vector<std::string> words;
  std::vector<cppjieba::Word> places;
  std::vector<cppjieba::WordRange> ranges;
  size_t count = 0;
  for (const std::string& line : lines) {
    if (out == "strings") {
      words.clear();
      segment.Cut(line, words, true);
      count += words.size();
    } else if (out == "offsets") {
      segment.Cut(line, places, true);
      count += places.size();
    } else {
      count += segment.CutRanges(line, ranges);
    }
  }
  return count;
}

int main(int argc, char** argv) {
  if (argc != 4) return 2;
  const std::string out = argv[2], dictionaries = argv[3];
  std::vector<std::string> lines;
  std::ifstream file(argv[1], std::ios::binary);
  for (std::string line; std::getline(file, line);) lines.push_back(line);

  const double before = ResidentMegabytes();
  Clock::time_point start = Clock::now();
  const cppjieba::DictTrie dictionary(dictionaries + "/jieba.dict.utf8");
  const cppjieba::HMMModel model(dictionaries + "/hmm_model.utf8");
  const RangeSegment segment(&dictionary, &model);
  const double load = Milliseconds(start);
  start = Clock::now();
  Pass(segment, out, {"工业企业复工复产"});
  const double first = Milliseconds(start);
  std::printf("%.3f\t%.3f\n", load, first);
  std::fflush(stdout);

  double memory = 0;
  for (std::string go; std::getline(std::cin, go);) {
    const double least = std::atof(go.c_str());
    size_t tokens = 0, passes = 0;
    const double processor = ProcessorSeconds();
    start = Clock::now();
    do tokens = Pass(segment, out, lines), passes++;
    while (Milliseconds(start) < least);
    const double elapsed = Milliseconds(start) / 1e3;
    const double spent = ProcessorSeconds() - processor;
    if (memory == 0) memory = ResidentMegabytes() - before;
    std::printf("%.6f\t%.6f\t%zu\t%.1f\n", elapsed / passes, spent / passes, tokens, memory);
    std::fflush(stdout);
  }
  return 0;
}
