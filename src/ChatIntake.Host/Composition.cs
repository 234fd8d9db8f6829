using ChatIntake.Chat;
using ChatIntake.Desk;
using ChatIntake.Host.Channels;
using ChatIntake.Host.Settings;
using ChatIntake.Host.Workers;
using ChatIntake.Intake;
using ChatIntake.Journal;
using ChatIntake.Notices;
using ChatIntake.Roster;
using ChatIntake.Segmentation;
using ChatIntake.Storage.LiteDb;
using ChatIntake.WeCom.Archive;
using ChatIntake.WeCom.Webhooks;
using Microsoft.Extensions.Options;

namespace ChatIntake.Host;

/// <summary>What the program is made of, in the order of a message's way.</summary>
internal static class Composition
{
    public static IServiceCollection AddSettings(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<IValidateOptions<IntakeOptions>, IntakeOptionsValidator>();
        services.AddSingleton<IValidateOptions<IntakeOptions>, DistinctSettings>();
        services.AddSingleton<IValidateOptions<IntakeOptions>>(new KnownSettings(configuration.GetSection(IntakeOptions.Section)));
        services.AddOptions<IntakeOptions>().Bind(configuration.GetSection(IntakeOptions.Section)).ValidateOnStart();
        return services;
    }

    public static IServiceCollection AddStore(this IServiceCollection services) => services.AddSingleton<IStore>(s => LiteStore.Open(
        Settings(s).Store, s.GetRequiredService<Clocks>().Machine, s.GetRequiredService<ILogger<LiteStore>>()));

    public static IServiceCollection AddIntake(this IServiceCollection services) => services.AddSingleton(s =>
    {
        var receiver = new Receiver(s.GetRequiredService<IStore>(), Desk(s), s.GetRequiredService<Clocks>().Desk);
        receiver.Received += () => s.GetRequiredService<Pipeline>().Inputs.Beat();
        return receiver;
    });

    public static IServiceCollection AddDesk(this IServiceCollection services)
    {
        services.AddSingleton(s => DeskRunner.Open(s.GetRequiredService<IStore>(), Desk(s), () => new Segmenter(), s.GetRequiredService<ILogger<DeskRunner>>()));
        services.AddSingleton(s => new Pipeline(
            s.GetRequiredService<IStore>(), s.GetRequiredService<DeskRunner>(), s.GetRequiredService<OutboxRunner>(), s.GetRequiredService<Clocks>().Desk));
        services.AddHostedService(s => new DeskWorker(
            s.GetRequiredService<Pipeline>(), s.GetRequiredService<Clocks>(), s.GetRequiredService<IHostApplicationLifetime>(),
            s.GetRequiredService<ILogger<DeskWorker>>()));
        services.AddHostedService(s => new LexiconWatch(
            Path.Combine(RuleFiles.Locate(Settings(s).Desk.Data), "lexicon"), TimeSpan.FromSeconds(Settings(s).Desk.LexiconSeconds), text => Import(s, text),
            s.GetRequiredService<Clocks>().Machine, s.GetRequiredService<ILogger<LexiconWatch>>()));
        return services;
    }

    private static async Task Import(IServiceProvider s, string lexicon)
    {
        var binding = new RosterBinding(Settings(s).Desk.Corp, Players: false);
        await RuleImport.Import(s.GetRequiredService<IStore>(), Desk(s), RuleKinds.Lexicon, lexicon, binding, s.GetRequiredService<Clocks>().Desk.GetUtcNow());
        s.GetRequiredService<Pipeline>().Inputs.Beat();
    }

    public static IServiceCollection AddNotices(this IServiceCollection services, IConfiguration configuration)
    {
        var posting = configuration.GetSection(IntakeOptions.Section).GetSection("Posting").Get<PostingOptions>() ?? new PostingOptions();
        services.AddWeComWebhooks(o =>
        {
            o.BaseUrl = new Uri(posting.BaseUrl);
            o.AttemptTimeout = TimeSpan.FromSeconds(posting.AttemptSeconds);
        });
        services.AddSingleton<IPostSender, WebhookSender>();
        services.AddSingleton(s => new OutboxRunner(
            s.GetRequiredService<IStore>(), s.GetRequiredService<DeskRunner>(), s.GetRequiredService<IPostSender>(), s.GetRequiredService<Clocks>().Desk, posting.PerMinute));
        return services;
    }

    public static IServiceCollection AddChannels(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddHttpClient("archive").AddStandardResilienceHandler();
        var channels = configuration.GetSection(IntakeOptions.Section).GetSection("Channels").Get<ChannelOptions>() ?? new ChannelOptions();
        foreach (var archive in channels.Archives)
        {
            services.AddKeyedSingleton(archive.Name, (s, _) => Feed(s, archive));
            services.AddSingleton<IHostedService>(s => new ArchiveWorker(
                s.GetRequiredKeyedService<ArchiveFeed>(archive.Name), TimeSpan.FromSeconds(archive.PollSeconds), s.GetRequiredService<Clocks>().Machine,
                s.GetRequiredService<ILogger<ArchiveWorker>>()));
        }
        return services;
    }

    /// <summary>One endpoint for each bot and robot of the settings.</summary>
    public static void MapCallbacks(this WebApplication app)
    {
        var channels = Settings(app.Services).Channels;
        foreach (var bot in channels.Bots) Endpoint(app.Services, bot, RobotKind.AiBot).Map(app);
        foreach (var robot in channels.Robots) Endpoint(app.Services, robot, RobotKind.GroupRobot).Map(app);
    }

    private static CallbackEndpoint Endpoint(IServiceProvider s, CallbackOptions options, RobotKind kind) => new(
        options, kind, Settings(s).Desk.Corp, s.GetRequiredService<Receiver>(),
        [.. Settings(s).Channels.Archives.Select(a => s.GetRequiredKeyedService<ArchiveFeed>(a.Name))], s.GetRequiredService<Clocks>(),
        TimeSpan.FromMinutes(Settings(s).Channels.StaleMinutes),
        s.GetRequiredService<ILogger<CallbackEndpoint>>());

    private static ArchiveFeed Feed(IServiceProvider s, ArchiveOptions archive) => new(
        archive.Name, Settings(s).Desk.Corp,
        new HttpArchiveSource(s.GetRequiredService<IHttpClientFactory>().CreateClient("archive"), new Uri(archive.Url), Settings(s).Desk.Corp, Settings(s).Secrets.GetValueOrDefault(archive.Secret, "")),
        s.GetRequiredService<IStore>(), s.GetRequiredService<Receiver>(), s.GetRequiredService<ILogger<ArchiveFeed>>());

    private static DeskId Desk(IServiceProvider s) => new(Settings(s).Desk.Id);

    private static IntakeOptions Settings(IServiceProvider s) => s.GetRequiredService<IOptions<IntakeOptions>>().Value;
}
