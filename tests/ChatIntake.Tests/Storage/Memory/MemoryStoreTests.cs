using ChatIntake.Journal;
using ChatIntake.Storage.Memory;

namespace ChatIntake.Tests.Storage.Memory;

public sealed class MemoryStoreTests : StoreTransactionContractTests
{
    protected override IStore Open() => new MemoryStore();

    [Test]
    public void A_write_is_complete_when_it_is_returned() => Assert.That(Put("a", "b").IsCompletedSuccessfully);

    [Test]
    public Task Sixteen_threads_lose_no_step() => StoreHammer.Strike(Store, () => { });
}
