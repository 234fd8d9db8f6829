using System.Text;
using ChatIntake.Segmentation;
using ChatIntake.Segmentation.Words;

namespace ChatIntake.Tests.Segmentation.Oracle;

/// <summary>A change of the words that both sides know, and what each answers to it.</summary>
internal abstract record WordChange(IReadOnlyList<string> Words)
{
    /// <summary>A suggested frequency, or 0 where a change has no answer.</summary>
    public abstract long Apply(Segmenter segmenter);

    public abstract long Apply(JiebaProcess jieba);

    public sealed override string ToString() => $"{Name} {string.Join(" | ", Words.Select(w => $"\"{Difference.Escape(w)}\""))}";

    protected abstract string Name { get; }

    /// <summary>The words of a user dictionary.</summary>
    public sealed record Load(string Dictionary, IReadOnlyList<string> Words) : WordChange(Words)
    {
        protected override string Name => $"load \"{Difference.Escape(Dictionary)}\"";

        public override long Apply(Segmenter segmenter)
        {
            segmenter.AddWords(UserWordFile.Read(new MemoryStream(Encoding.UTF8.GetBytes(Dictionary))));
            return 0;
        }

        public override long Apply(JiebaProcess jieba)
        {
            jieba.LoadUserDictionary(Dictionary);
            return 0;
        }
    }

    public sealed record Add(string Word, long? Frequency, string? Tag) : WordChange([Word])
    {
        protected override string Name => $"add {Frequency} {Tag}";

        public override long Apply(Segmenter segmenter)
        {
            segmenter.AddWord(Word, Frequency, Tag);
            return 0;
        }

        public override long Apply(JiebaProcess jieba)
        {
            jieba.AddWord(new UserWord(Word, Frequency, Tag));
            return 0;
        }
    }

    public sealed record Delete(string Word) : WordChange([Word])
    {
        protected override string Name => "delete";

        public override long Apply(Segmenter segmenter)
        {
            segmenter.DeleteWord(Word);
            return 0;
        }

        public override long Apply(JiebaProcess jieba)
        {
            jieba.DeleteWord(Word);
            return 0;
        }
    }

    public sealed record Join(string Word, bool Tune) : WordChange([Word])
    {
        protected override string Name => Tune ? "tune to join" : "suggest to join";

        public override long Apply(Segmenter segmenter) => segmenter.SuggestFrequency(Word, Tune);

        public override long Apply(JiebaProcess jieba) => jieba.SuggestFrequency(Word, Tune);
    }

    public sealed record Split(IReadOnlyList<string> Parts, bool Tune) : WordChange([string.Concat(Parts), .. Parts])
    {
        protected override string Name => Tune ? "tune to split" : "suggest to split";

        public override long Apply(Segmenter segmenter) => segmenter.SuggestFrequency(Parts, Tune);

        public override long Apply(JiebaProcess jieba) => jieba.SuggestFrequency(Parts, Tune);
    }
}
