using System.Globalization;
using System.IO.Compression;
using System.Text;
using ChatIntake.Segmentation.Keywords;

namespace ChatIntake.Tests.Segmentation.Keywords;

internal sealed class IdfTableTests
{
    [Test]
    public void The_compiled_table_has_every_value_of_the_text()
    {
        using var text = new StreamReader(new GZipStream(File.OpenRead(Path.Combine(AppContext.BaseDirectory, "data", "jieba", "idf.txt.gz")), CompressionMode.Decompress));
        var lines = 0;
        var wrong = new List<string>();
        while (text.ReadLine() is { } line)
        {
            lines++;
            var row = line.Split(' ');
            if (IdfTable.Jieba.Of(row[0]) != double.Parse(row[1], CultureInfo.InvariantCulture)) wrong.Add(line);
        }
        Assert.Multiple(() =>
        {
            Assert.That(lines, Is.EqualTo(270_132));
            Assert.That(wrong, Is.Empty);
        });
    }

    [Test]
    public void A_word_that_is_not_listed_has_the_median([Values("", "没有这个词", "工厂工厂", "ガ", "γ")] string word) => Assert.That(IdfTable.Jieba.Of(word), Is.EqualTo(IdfTable.Jieba.Median));

    [Test]
    public void The_median_is_the_upper_of_two_in_the_middle_and_the_later_of_two_values_of_a_word_counts()
    {
        var table = Read("a 9\r\nb 1\n  c 3\t\na 4\u2028d 2");
        Assert.Multiple(() =>
        {
            Assert.That(table.Median, Is.EqualTo(3));
            Assert.That(table.Of("a"), Is.EqualTo(4));
        });
    }

    [TestCase("a 1\n\nb 2", "Line 2")]
    [TestCase("a 1\nb", "Line 2")]
    [TestCase("a  1", "Line 1")]
    [TestCase("a x", "Line 1")]
    [TestCase("a nan", "Line 1")]
    [TestCase("", "no line")]
    public void A_wrong_file_is_refused_with_the_line(string lines, string said) => Assert.That(() => Read(lines), Throws.InstanceOf<InvalidDataException>().With.Message.Contain(said));

    [Test]
    public void A_file_that_is_not_utf8_is_refused()
    {
        using var file = new MemoryStream([0xff, 0x20, 0x31]);
        Assert.That(() => IdfTable.Read(file), Throws.InstanceOf<InvalidDataException>());
    }

    private static IdfTable Read(string lines)
    {
        using var file = new MemoryStream(Encoding.UTF8.GetBytes(lines));
        return IdfTable.Read(file);
    }
}
