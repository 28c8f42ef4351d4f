using FanIn.Runtime.Kernels;

namespace FanIn.Runtime.Tests.Kernels;

/// <summary>Workers begin with the same items in every round, and leave none behind.</summary>
public sealed class SharedItemsTests
{
    [Theory]
    [InlineData(1, 10)]
    [InlineData(2, 13)]
    [InlineData(3, 2)]
    [InlineData(8, 1000)]
    [InlineData(4, 0)]
    public void One_worker_alone_gets_every_item_once(int workers, int count)
    {
        var items = new SharedItems(workers);
        for (var worker = 0; worker < workers; worker++)
        {
            items.Reset(count);
            Assert.Equal(Enumerable.Range(0, count), Taken(items, worker).Order());
            Assert.Equal(-1, items.Take((worker + 1) % workers));
        }
    }

    [Fact]
    public void A_worker_begins_with_its_own_share_in_every_round()
    {
        var items = new SharedItems(2);
        for (var round = 0; round < 3; round++)
        {
            items.Reset(13);
            Assert.Equal((0, 6), (items.Take(0), items.Take(1)));
            Assert.Equal((7, 1), (items.Take(1), items.Take(0)));
            Assert.Equal([8, 9, 10, 11, 12, 2, 3, 4, 5], Taken(items, 1));     // then it helps the other
        }
    }

    [Fact]
    public void After_clearing_nothing_is_left()
    {
        var items = new SharedItems(3);
        items.Reset(100);
        items.Clear();
        Assert.Equal(-1, items.Take(0));
        items.Reset(1);
        Assert.Equal(0, items.Take(0));
    }

    private static IEnumerable<int> Taken(SharedItems items, int worker)
    {
        for (int item; (item = items.Take(worker)) >= 0;)
            yield return item;
    }
}
