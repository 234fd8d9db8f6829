using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Tests.Segmentation.Entities;

internal sealed class PhoneScannerTests
{
    [TestCase("13812345678")]
    [TestCase("１３８１２３４５６７８")]
    [TestCase("138-1234-5678")]
    [TestCase("138 1234 5678")]
    [TestCase("138 12345678")]
    [TestCase("+8613812345678")]
    [TestCase("+86 13812345678")]
    [TestCase("+86-138-1234-5678")]
    [TestCase("(+86)13812345678")]
    [TestCase("008613812345678")]
    [TestCase("8613812345678")]
    [TestCase("0854-1234567")]
    [TestCase("0854 1234567")]
    [TestCase("08541234567")]
    [TestCase("(0854)1234567")]
    [TestCase("（０８５４）1234567")]
    [TestCase("010-12345678")]
    [TestCase("021-12345678-8001")]
    [TestCase("400-123-4567")]
    [TestCase("400-1234-567")]
    [TestCase("4001234567")]
    [TestCase("800 123 4567")]
    public void A_number_is_found_as_it_is_typed(string phone)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Found.Texts(phone), Is.EqualTo(new[] { "Phone " + phone }));
            Assert.That(Found.Of(EntityKind.Phone, $"电话{phone}找老李"), Is.EqualTo(new[] { phone }));
        });
    }

    [TestCase("2020138123456789012", Description = "order")]
    [TestCase("6222021381234567890", Description = "account")]
    [TestCase("6222 0213 8123 4567 890", Description = "account in groups")]
    [TestCase("520103199001011234", Description = "identity")]
    [TestCase("52010319900101123X", Description = "identity with X")]
    [TestCase("138123456789")]
    [TestCase("1381234567")]
    [TestCase("12812345678")]
    [TestCase("JD13812345678")]
    [TestCase("20-13812345678")]
    [TestCase("13812345678.50")]
    [TestCase("138-1234-5678-90")]
    [TestCase("1-3-8-1-2-3-4-5-6-7-8")]
    [TestCase("0854123456")]
    [TestCase("0012345678")]
    [TestCase("1234567")]
    [TestCase("91522799MA7X0K3C4T")]
    public void Other_strings_of_digits_have_none(string text) => Assert.That(Found.Of(EntityKind.Phone, text), Is.Empty);

    [Test]
    public void What_stands_beside_a_number_is_not_counted_by_it() =>
        Assert.That(Found.Texts("老莫 13800099017 车号贵J5520挂"), Is.EqualTo(new[] { "Phone 13800099017", "Plate 贵J5520挂" }));

    [Test]
    public void Two_numbers_in_a_row_are_two() =>
        Assert.That(Found.Of(EntityKind.Phone, "13812345678 13912345678/0854-1234567"), Is.EqualTo(new[] { "13812345678", "13912345678", "0854-1234567" }));
}
