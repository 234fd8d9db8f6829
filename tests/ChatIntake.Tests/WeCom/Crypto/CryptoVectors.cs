namespace ChatIntake.Tests.WeCom.Crypto;

/// <summary>
/// The verified vectors of the protocol reference: V1 and V2 are printed in Tencent's own sample programs, the others were made
/// with Tencent's Node package.
/// </summary>
internal static class CryptoVectors
{
    internal const string SampleToken = "QDG6eK";
    internal const string SampleKey = "jWmYm7qr5nMoAUwZRjGtBxmz3KA1tkAj3ykkR6q2B2C";
    internal const string SampleCorpId = "wx5823bf96d3bd56c7";
    internal const string RobotToken = "SmokeToken2026";
    internal const string RobotKey = "AwoRGB8mLTQ7QklQV15lbHN6gYiPlp2kq7K5wMfO1dw";

    internal static readonly CryptoVector V1 = new(
        SampleToken, SampleKey, SampleCorpId, "5c45ff5e21c57e6ad56bac8758b79b1d9ac89fd3", "1409659589", "263014780",
        "P9nAzCzyDtyTWESHep1vC5X9xho/qYX3Zpb4yKa9SKld1DsH3Iyt3tP3zNdtp+4RPcs8TgAE7OaBO+FZXvnaqQ==",
        "1616140317555161061");

    internal static readonly CryptoVector V2 = new(
        SampleToken, SampleKey, SampleCorpId, "477715d11cdb4164915debcba66cb864d751f3e6", "1409659813", "1372623149",
        "RypEvHKD8QQKFhvQ6QleEB4J58tiPdvo+rtK1I9qca6aM/wvqnLSV5zEPeusUiX5L5X/0lWfrf0QADHHhGd3QczcdCUpj911L3vg3W/sYYvuJT"
        + "s3TUUkSUXxaccAS0qhxchrRYt66wiSpGLYL42aM6A8dTT+6k4aSknmPj48kzJs8qLjvd4Xgpue06DOdnLxAUHzM6+kDZ+HMZfJYuR+LtwGc2hg"
        + "f5gsijff0ekUNXZiqATP7PF5mZxZ3Izoun1s4zG4LUMnvw2r+KqCKIw+3IQH03v+BCA9nMELNqbSf6tiWSrXJB3LAVGUcallcrw8V2t9EL4Ehz"
        + "JWrQUax5wLVMNS0+rUPA3k22Ncx4XXZS9o0MBH27Bo6BpNelZpS+/uh9KsNlY6bHCmJU9p8g7m3fVKn28H3KDYA5Pl/T8Z1ptDAVe0lXdQ2Yoy"
        + "yH2uyPIGHBZZIs2pDBS8R07+qN+E7Q==",
        "hello");

    internal static readonly CryptoVector V3 = new(
        RobotToken, RobotKey, "", "8f46448a0f8705fa8d83a060e75828a75114c083", "1767225600", "nonce0001",
        "P8XLYP3mVm467GEjgHZ6BUlvmMkKQokkvplXjm4UAarK8BqoaDI3CdnmOBk+Yrtk3scEII4jP2cdm7TMBas0lvpf/l6GBI9wnOp6BaF6jZA5Ik"
        + "u+lAjC9yWxH9nn+vom0mADQyGEEAg3kM03dEt6AgUjZ2Nmo0sXIKZsE+DajTAT9rZp8KrxNc9lKommhmNNeQ7yuzSiYtCnbmlX0oSXdM0nOc5v"
        + "TJrfaQ2+bxhGy8wdlmKS+miBmpYvSw+pWcjzZdYztCrsb9kFnkN7DpR8YPZObqsBqKBfMoadTEZxVV2ZAppDJjpXSHysoNS3VWjGfSoP/mceu3"
        + "Gl3+YqVp7V9H2ByrDPEXTyHeDKDY4mG35UsHJNWGMsu1HSDIzDT+AW+IzOY7VxT/KCob/hzF0krmfvowKlZQ3/SvPMXKE2oGY=",
        """{"msgid":"MSG-0001","aibotid":"BOT-01","chatid":"wrCHAT01","chattype":"group","from":{"userid":"zhangsan"},"response_url":"https://qyapi.weixin.qq.com/cgi-bin/aibot/response?response_code=CODE01","msgtype":"text","text":{"content":"@case-bot 打印机卡纸 🖨 + 100%"}}""");

    internal static readonly CryptoVector V4 = new(
        RobotToken, RobotKey, "", "69649f94fc34339246dd851842ed285852d645c7", "1767225600", "nonce0001",
        "P8XLYP3mVm467GEjgHZ6BRdel3g44KKIk71OLx5vN9pcZFxKkUHa0mQYTarq2z7K7zwwJ+DGehmKYDmsasq6yg==",
        "xxxxxxxxxxxx");

    internal static readonly CryptoVector V5 = new(
        RobotToken, RobotKey, "ww0000000000000001", "c5ab82d487ec0ca201ac686779e86953fabff4c5", "1767225600", "nonce0001",
        "P8XLYP3mVm467GEjgHZ6BaOx0iUiTZFhGgZeYkT7WMgaIJVT7WuxCDCb+aUsWwNS7WMW+S8FFdhR8Oew8IBC4w==",
        "hello");

    internal static readonly CryptoVector V6 = new(
        RobotToken, RobotKey, "", "38c12815fc50ff67b3b0cdb307496b74847cc3d8", "1767225601", "nonce0002",
        "P8XLYP3mVm467GEjgHZ6BSG1XB9vqlErMt84hWGx6wTI8t2ztA1SuBINaC7dcVCBf0pHl9GR7c9p4FyP21LtkKmj0tWWLXZ79YOlbnobF3pmIj"
        + "2yRULdxqDgcL3OzEw3iD0d6seaDMh1U/w2UJowmkCXBdVOVljzZiJVQVC8RNQy+p9Cy/Jq4KfQU5uxyhXpM/EKybN7tryLliQd3Ln/XYcTy1gZ"
        + "I8H9ywHTGe94AtssaHHVznI93j+3F07ZJKdyjzSZ0ynJkXzCSCysus0kGbH03ShpsmFFzukl3+oipPAvGkpcRn5GvaK9NR/ebWLV/BE/ZQfPyI"
        + "JQWQiKYxQn0PBHKe1euyXRW1WnzLUTkl9ggu7yCc7Ujx25me+LLze4qi6lA6/vyRjdfk8n7+xqzRYGlMgv2U9EMZuJY8eELbMzIyTOUjPVBjBV"
        + "ypu9rk6gwIXhmGbRU6rPQ/z3r17GunTKQ7YB5Q7No9UA2pwBrUWt+nFZOnlp4lpGAkqBbWoEEdGEqnB61E1KskqbTDFisbDPg8RP7uFgz1HgsE"
        + "713HtkHYopUxZkReg03rNdrcsWQqzvMb7ZbIeOkztCTjlnnPPVE0nLkM1Lvq0gcEBAfVu+g59roF3GRGXJihe98JnpsQ1TALheexyZulcr2WBe"
        + "bUr3evOpk+R0kBNNRPNkGbMC1sQPFthSXq+qrM1toolOxQCcSZQxbcY4pvSEy5/CZw==",
        """<xml><WebhookUrl> <![CDATA[https://qyapi.weixin.qq.com/cgi-bin/webhook/send?key=K1]]></WebhookUrl><MsgId>MSG-0002</MsgId><ChatId><![CDATA[wrCHAT01]]></ChatId><ChatType>group</ChatType><From><UserId>zhangsan</UserId><Name><![CDATA[张三]]></Name><Alias><![CDATA[jack]]></Alias></From><GetChatInfoUrl><![CDATA[https://qyapi.weixin.qq.com/cgi-bin/webhook/get_chat_info?code=C1]]></GetChatInfoUrl><MsgType>text</MsgType><Text><Content><![CDATA[@case-bot 门禁 <B2> & 电梯坏了]]></Content></Text></xml>""");

    internal static readonly CryptoVector V8 = new(
        RobotToken, RobotKey, "", "495fd50ad4d8769bd14a0812e6ed4c81bc7ab52b", "1767225602", "nonce0003",
        "P8XLYP3mVm467GEjgHZ6BW6c6InhMu0u0OpsocCEgbO0ku5Ew7UcNOUsKo/SahXl3Ux9lSQPfoQ5YFMlSStFGA==",
        "7411882211009");
}

internal sealed record CryptoVector(
    string Token, string Key, string ReceiveId, string Signature, string Timestamp, string Nonce, string Encrypt, string Plain);
