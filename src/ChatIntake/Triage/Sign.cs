namespace ChatIntake.Triage;

/// <summary>What a hit of the lexicon says; each is a section of one lexicon file (see <see cref="LexiconSections"/>).</summary>
internal enum Sign
{
    /// <summary>Says what the problem is about; the entry carries the topic.</summary>
    Topic,

    /// <summary>Hands the segmenter a word; says nothing.</summary>
    Word,

    /// <summary>Another way to say the word that heads its section; says nothing by itself.</summary>
    Variant,

    /// <summary>Belongs to the class of words that heads its section; says nothing by itself.</summary>
    Kin,

    Difficulty, Request, Good, Past, Hypothetical, Private, Unneeded, Turn, Neutral,
    Solved, Likely, Partial, Unsolved,
    Withdrawn, Mistaken, Met,
    Greeting, Thanks, Acknowledgement, SignUp, Figures, Advert, Notice, News, Opener, Question, Banter,
    Addition, Impatience, MeToo, Agreement, Reference, Again, Aftermath, ThirdParty, Undertaking, Separator, Witness, Fresh, Asked,
    Critical, Urgent, Pressing, UrgentTopic,
    Danger, Conflict, Higher, Misconduct, Debt,
}
