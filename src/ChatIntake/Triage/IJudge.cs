namespace ChatIntake.Triage;

/// <summary>One rule of triage; the judges are asked in order, and the first that answers decides.</summary>
internal interface IJudge
{
    /// <summary>The verdict, or null where the rule has nothing to say.</summary>
    Verdict? Judge(Occasion occasion);
}
