package org.aeoreach.enquiry.publish;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What in a text looks like a name, a number or an address, whoever's it may be. Better once too often than missed. */
final class Telltales {

    private static final String SURNAMES = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢"
            + "姚沈钟姜崔谭陆汪范金石廖贾夏韦付傅方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤欧";
    private static final Pattern GENERIC =
            Pattern.compile(".*(本|我|我们|贵|该|各|某|分|子|母|总|集团|关联|货代|报关|物流|外贸|生产|贸易|运输|代理|仓储|家|个|所在|的|在)公司");
    private static final List<Pattern> ALL = Stream.of(
                    // Mail, and figures in a row: telephone numbers, codes of enterprises, declarations.
                    "[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+",
                    "(?<![0-9A-Z])[0-9A-HJ-NPQRTUWXY]{18}(?![0-9A-Z])",
                    "(?<!\\d)(?!\\d{4}-\\d{1,2}-\\d{1,2}(?!\\d))(?:AEO)?(?:CN)?\\d(?:[ -]?\\d){6,24}",
                    // Enterprises.
                    "\\p{IsHan}{2,20}(?:有限公司|有限责任公司|股份公司|集团公司)",
                    "\\p{IsHan}{2,8}(?<!有限|责任|股份)公司",
                    "(?:[A-Z][\\w&'-]*[ ,]+){1,5}(?:Co\\.?,? ?Ltd|Ltd|Inc|GmbH|LLC|Corp|Limited)\\b\\.?",
                    // Persons.
                    "[" + SURNAMES + "]\\p{IsHan}{0,2}(?:先生|女士|小姐|经理|总监|老师|科长|处长|关长|主任)",
                    "\\b(?:Mr|Ms|Mrs|Miss|Dr|Prof)\\.? [A-Z][a-z]+(?: [A-Z][a-z]+)?",
                    "\\bDear [A-Z][a-z]+",
                    "(?:联系人|姓名|电话|手机|地址|微信|QQ|法定代表人)[:：是为]\\s*[^\\s，。；,;]{2,20}",
                    // Addresses.
                    "\\p{IsHan}{2,12}(?:路|街|大道|巷|弄)\\s*\\d+\\s*(?:号|弄|栋|幢)?",
                    "\\b\\d+ (?:[A-Z][a-z]+ ){1,3}(?:Road|Rd|Street|St|Avenue|Ave|Lane)\\b")
            .map(Pattern::compile)
            .toList();

    private Telltales() {}

    /** As they stand in the texts, each once. */
    static List<String> in(Stream<String> texts) {
        String all = String.join("\n", texts.toList());
        return ALL.stream()
                .flatMap(pattern -> pattern.matcher(all).results())
                .map(MatchResult::group)
                .map(String::strip)
                .filter(found -> !GENERIC.matcher(found).matches())
                .distinct()
                .toList();
    }
}
