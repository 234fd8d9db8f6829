using ChatIntake.Segmentation.Compiler;

if (args is not [var data, var output])
{
    Console.Error.WriteLine("Usage: compile DATA OUTPUT: from the folder of jieba's data to the folder of the tables.");
    return 2;
}

Directory.CreateDirectory(output);
var dictionary = DictionaryText.Read(Path.Combine(data, "dict.txt.gz"));
var model = WordModelText.Read(Path.Combine(data, "hmm.txt.gz"));
var trie = WordsTable.Write(Path.Combine(output, "words.bin"), dictionary, model);
TagsTable.Write(Path.Combine(output, "tags.bin"), dictionary, trie, TagModelText.Read(Path.Combine(data, "tags.txt.gz")));
IdfTableWriter.Write(Path.Combine(output, "idf.bin"), Path.Combine(data, "idf.txt.gz"), trie);
return 0;
