package org.aeoreach.launcher;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fictional people and enterprises of a demo installation. They are chosen so that every role is held and every
 * case of scope can be tried: sister houses, a foreign district, two roles of one person, a stand-in, enterprise users; and two officers of the General
 * Administration, since what one of them writes for everybody the other has to approve.
 */
final class DemoPeople {

    private static final String GACC = "0000";
    private static final String SHANGHAI = "2200";
    private static final String PUDONG = "2210";
    private static final String SHENZHEN = "5300";
    private static final String SHEKOU = "5304";
    private static final String DAPENG = "5316";
    private static final String ELECTRONICS = "演示电子（深圳）有限公司";
    private static final String TEXTILES = "演示纺织（上海）有限公司";
    private static final String BROKER = "演示报关（深圳）有限公司";
    private static final String ALL = "ADMINISTER,ASK,REGISTER,ANSWER_SURVEYS,SELF_ASSESS";

    static final List<Enterprise> ENTERPRISES = List.of(
            new Enterprise(
                    ELECTRONICS,
                    "Demonstration Electronics (Shenzhen) Co., Ltd.",
                    SHEKOU,
                    "5304999901",
                    "office.electronics@demo.invalid"),
            new Enterprise(
                    TEXTILES,
                    "Demonstration Textiles (Shanghai) Co., Ltd.",
                    PUDONG,
                    "2210999902",
                    "office.textiles@demo.invalid"),
            new Enterprise(BROKER, "Demonstration Customs Brokers (Shenzhen) Co., Ltd.", DAPENG, "5316999903", null),
            // Nobody acts for this one yet: its account is there to be claimed.
            new Enterprise(
                    "演示跨境电商（深圳）有限公司",
                    "Demonstration Cross-border E-commerce (Shenzhen) Co., Ltd.",
                    SHEKOU,
                    "5304999904",
                    "office.ecommerce@demo.invalid"));

    static final List<Person> PEOPLE = List.of(
            officer("gacc.officer", "陈远帆", "Chen Yuanfan", GACC),
            officer("gacc.editor", "方书言", "Fang Shuyan", GACC),
            officer("gacc.auditor", "何明鉴", "He Mingjian", GACC),
            officer("system.admin", "林守正", "Lin Shouzheng", GACC),
            officer("shenzhen.admin", "黄文竹", "Huang Wenzhu", SHENZHEN),
            officer("shenzhen.officer", "周海晴", "Zhou Haiqing", SHENZHEN),
            officer("shenzhen.two.roles", "苏临风", "Su Linfeng", SHENZHEN),
            officer("shenzhen.planner", "叶知秋", "Ye Zhiqiu", SHENZHEN),
            officer("shanghai.officer", "沈若谷", "Shen Ruogu", SHANGHAI),
            officer("shanghai.planner", "程以宁", "Cheng Yining", SHANGHAI),
            officer("shekou.officer", "梁晓川", "Liang Xiaochuan", SHEKOU),
            officer("shekou.coordinator", "唐予安", "Tang Yu'an", SHEKOU),
            officer("shekou.admin", "钟一诺", "Zhong Yinuo", SHEKOU),
            officer("dapeng.officer", "罗知夏", "Luo Zhixia", DAPENG),
            officer("dapeng.absent", "许问樵", "Xu Wenqiao", DAPENG),
            officer("pudong.officer", "顾清和", "Gu Qinghe", PUDONG),
            new Person("electronics.user", "宋知微（演示）", "Song Zhiwei (demo)", SHEKOU, ELECTRONICS, "zh"),
            new Person("electronics.staff", "陆念真（演示）", "Lu Nianzhen (demo)", SHEKOU, ELECTRONICS, "zh"),
            new Person("broker.agent", "江行舟（演示）", "Jiang Xingzhou (demo)", DAPENG, BROKER, "zh"),
            new Person("textiles.user", "叶思齐（演示）", "Ye Siqi (demo)", PUDONG, TEXTILES, "en"));

    static final List<Role> ROLES = List.of(
            new Role("gacc.officer", "GACC_OFFICER", GACC),
            new Role("gacc.editor", "GACC_OFFICER", GACC),
            new Role("gacc.auditor", "AUDITOR", GACC),
            new Role("system.admin", "SYSTEM_ADMINISTRATOR", GACC),
            new Role("shenzhen.admin", "UNIT_ADMINISTRATOR", SHENZHEN),
            new Role("shenzhen.officer", "DISTRICT_OFFICER", SHENZHEN),
            new Role("shenzhen.planner", "DISTRICT_OFFICER", SHENZHEN),
            new Role("shenzhen.two.roles", "DISTRICT_OFFICER", SHENZHEN),
            new Role("shenzhen.two.roles", "COORDINATOR", DAPENG),
            new Role("shanghai.officer", "DISTRICT_OFFICER", SHANGHAI),
            new Role("shanghai.planner", "DISTRICT_OFFICER", SHANGHAI),
            new Role("shekou.officer", "HOUSE_OFFICER", SHEKOU),
            new Role("shekou.coordinator", "COORDINATOR", SHEKOU),
            new Role("shekou.admin", "UNIT_ADMINISTRATOR", SHEKOU),
            new Role("dapeng.officer", "HOUSE_OFFICER", DAPENG),
            new Role("dapeng.absent", "HOUSE_OFFICER", DAPENG),
            new Role("pudong.officer", "HOUSE_OFFICER", PUDONG),
            new Role("electronics.user", "ENTERPRISE_USER", SHEKOU),
            new Role("electronics.staff", "ENTERPRISE_USER", SHEKOU),
            new Role("broker.agent", "ENTERPRISE_USER", DAPENG),
            new Role("textiles.user", "ENTERPRISE_USER", PUDONG));

    // What each may do for his enterprise.
    static final List<Member> MEMBERS = List.of(
            new Member("electronics.user", ALL),
            new Member("electronics.staff", "ASK,REGISTER"),
            new Member("broker.agent", ALL),
            new Member("textiles.user", ALL));

    static final List<Delegation> DELEGATIONS = List.of(new Delegation(ELECTRONICS, "broker.agent", "ASK,SELF_ASSESS"));

    // From the sister house, so that acting for the absent one visibly changes what is seen.
    static final List<StandIn> STAND_INS =
            List.of(new StandIn("dapeng.absent", "HOUSE_OFFICER", DAPENG, "shekou.officer"));

    private DemoPeople() {}

    /** A fictional enterprise, registered with the house of that code; its number 9999 is one customs never gives. */
    record Enterprise(
            String zh,
            String en,
            String unit,
            String code,
            @Nullable String mail) {}

    /** A user of the enterprise his account belongs to, and his rights there. */
    record Member(String login, String rights) {}

    /** Rights an enterprise lends to a representative. */
    record Delegation(String enterprise, String login, String rights) {}

    /** Somebody who can sign in; with the Chinese name of his enterprise when he is not an officer. */
    record Person(
            String login,
            String zh,
            String en,
            String unit,
            @Nullable String enterprise,
            String language) {}

    /** A role of a person in a unit. */
    record Role(String login, String role, String unit) {}

    /** Who stands in for whom in one of the absent person's roles. */
    record StandIn(String absent, String role, String unit, String substitute) {}

    private static Person officer(String login, String zh, String en, String unit) {
        return new Person(login, zh + "（演示）", en + " (demo)", unit, null, "zh");
    }
}
