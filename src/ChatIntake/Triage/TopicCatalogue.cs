using System.Collections.Frozen;

namespace ChatIntake.Triage;

/// <summary>The eight categories with their sub-categories: codes in facts, Chinese names on screens and in tables.</summary>
public static class TopicCatalogue
{
    private static readonly (string Code, string Name)[] Names =
    [
        ("transport", "物流运输"), ("transport.held", "车辆受阻"), ("transport.passes", "通行证件"), ("transport.capacity", "运力运价"),
        ("transport.roads", "道路状况"), ("transport.rail", "铁路场站"),
        ("materials", "原料物资"), ("materials.raw", "原料短缺"), ("materials.fuel", "燃料煤炭"), ("materials.equipment", "设备配件"),
        ("materials.packaging", "包装辅料"), ("materials.prices", "价格上涨"),
        ("labour", "用工"), ("labour.hiring", "招工缺口"), ("labour.return", "返岗困难"), ("labour.wages", "劳资社保"),
        ("labour.training", "技能培训"), ("labour.board", "食宿通勤"),
        ("funds", "资金"), ("funds.loans", "贷款融资"), ("funds.arrears", "账款拖欠"), ("funds.subsidies", "补贴兑现"), ("funds.taxes", "税费负担"),
        ("epidemic", "防疫防控"), ("epidemic.quarantine", "隔离管控"), ("epidemic.tests", "核酸健康码"), ("epidemic.supplies", "防疫物资"),
        ("epidemic.closure", "封控停产"), ("epidemic.standards", "防控标准"),
        ("utilities", "水电气要素"), ("utilities.power", "供电"), ("utilities.water", "供水"), ("utilities.gas", "燃气"),
        ("utilities.network", "通信网络"), ("utilities.steam", "蒸汽热力"),
        ("permits", "政策审批"), ("permits.licences", "证照许可"), ("permits.environment", "环评能评"), ("permits.land", "用地规划"),
        ("permits.projects", "项目申报"), ("permits.inspections", "执法检查"),
        ("other", "其他"), ("other.sales", "市场销售"), ("other.security", "周边治安"), ("other.safety", "安全环保"),
        ("other.facilities", "设施环境"), ("other.beyond", "非职责"),
    ];

    private static readonly FrozenDictionary<string, string> NameByCode = Names.ToFrozenDictionary(t => t.Code, t => t.Name, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> CodeByName = Names.ToFrozenDictionary(t => t.Name, t => t.Code, StringComparer.Ordinal);

    /// <summary>All topics of the second level, in the order of the table.</summary>
    public static IReadOnlyList<Topic> Topics { get; } = [.. Names.Where(t => t.Code.Contains('.', StringComparison.Ordinal)).Select(t => new Topic(t.Code))];

    /// <summary>The eight codes of the first level, in the order of the table.</summary>
    public static IReadOnlyList<string> Categories { get; } = [.. Names.Where(t => !t.Code.Contains('.', StringComparison.Ordinal)).Select(t => t.Code)];

    /// <summary>The Chinese name of the category (物流运输).</summary>
    public static string CategoryName(Topic topic) => NameByCode.GetValueOrDefault(topic.Category, "其他");

    /// <summary>The Chinese name of the sub-category (车辆受阻), or null where the topic has only its first level.</summary>
    public static string? SubName(Topic topic) => topic.Code == topic.Category ? null : NameByCode.GetValueOrDefault(topic.Code);

    /// <summary>The topic for a Chinese name of either level, or null. Names of sub-categories are unique among all.</summary>
    public static Topic? Find(string name) => CodeByName.TryGetValue(name, out var code) ? new Topic(code) : null;
}
