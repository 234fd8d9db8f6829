using ChatIntake.Segmentation.Entities;

namespace ChatIntake.Tests.Segmentation.Entities;

internal sealed class PlateScannerTests
{
    [TestCase("贵A12345")]
    [TestCase("贵A·12345")]
    [TestCase("贵A•12345")]
    [TestCase("贵 A 12345")]
    [TestCase("贵A 12345")]
    [TestCase("贵A-12345")]
    [TestCase("贵a12345")]
    [TestCase("贵Ａ１２３４５")]
    [TestCase("贵J28X17")]
    [TestCase("贵AD12345")]
    [TestCase("贵AF12345")]
    [TestCase("粤B12345D")]
    [TestCase("渝D挂·K123")]
    [TestCase("渝D1234挂")]
    [TestCase("川A挂1234挂")]
    [TestCase("湘A1234学")]
    [TestCase("粤Z1234港")]
    public void A_plate_is_found_as_it_is_typed(string plate)
    {
        Assert.Multiple(() =>
        {
            Assert.That(Found.Texts(plate), Is.EqualTo(new[] { "Plate " + plate }));
            Assert.That(Found.Of(EntityKind.Plate, $"车号{plate},司机"), Is.EqualTo(new[] { plate }));
        });
    }

    [TestCase("尾号 3721")]
    [TestCase("A12345")]
    [TestCase("贵阳12345")]
    [TestCase("贵A123")]
    [TestCase("贵A1234")]
    [TestCase("贵A1234567")]
    [TestCase("贵AHELLO")]
    [TestCase("云A")]
    [TestCase("新ABCDE")]
    [TestCase("甲A12345")]
    public void What_is_no_plate_is_none(string text) => Assert.That(Found.Of(EntityKind.Plate, text), Is.Empty);

    [Test]
    public void Plates_in_a_row_are_parted() => Assert.That(
        Found.Of(EntityKind.Plate, "桂K66128、桂K90335 贵J3F629贵JD6620"), Is.EqualTo(new[] { "桂K66128", "桂K90335", "贵J3F629", "贵JD6620" }));
}
