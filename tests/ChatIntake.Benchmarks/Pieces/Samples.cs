namespace ChatIntake.Benchmarks.Pieces;

/// <summary>What the pieces are measured on: one message as a chat has it, and a letter as long as people write them.</summary>
internal static class Samples
{
    internal const string Message = "各位领导好，我们嘉讯电子有限公司2月24号复工，612人到岗，体温全部正常，就是原料车在高速路口被拦下来了，通行证怎么办？";

    private const string Paragraph =
        "尊敬的领导：我是园区一家做磷酸铁锂的企业，春节以后按要求报了复工方案，防护物资也备了七天的量。现在最难的是运输，从外省来的货车到了收费站要查三样东西，"
        + "司机的健康证明、车辆的通行证和收货单位的接收函，缺一样就劝返。我们打了指挥部的电话，一个上午没有人接；去镇上开证明，又说要县里盖章。另外有二十多名工人在"
        + "湖北老家回不来，宿舍隔离的房间也不够。恳请派特派员来看一看，帮忙协调一下交通、卫健和社区，谢谢！联系电话13800000000，最好能在3月5日15:30以前答复。\n";

    internal static string Letter { get; } = string.Concat(Enumerable.Repeat(Paragraph, 5));
}
