package org.aeoreach.launcher.registry;

import java.util.SplittableRandom;

/** Names as enterprises have them: city, fancy word, trade, form. Pronounced as the Chinese ones are. */
final class SampleNames {

    // Each a character and how it is said.
    private static final String[] SYLLABLES = {
        "恒 heng",
        "远 yuan",
        "嘉 jia",
        "禾 he",
        "瑞 rui",
        "澜 lan",
        "宁 ning",
        "拓 tuo",
        "和 he",
        "信 xin",
        "博 bo",
        "锦 jin",
        "云 yun",
        "川 chuan",
        "海 hai",
        "岳 yue",
        "晨 chen",
        "曦 xi",
        "腾 teng",
        "骏 jun",
        "启 qi",
        "航 hang",
        "盛 sheng",
        "泰 tai",
        "裕 yu",
        "丰 feng",
        "格 ge",
        "朗 lang",
        "诺 nuo",
        "维 wei",
        "科 ke",
        "凌 ling",
        "霄 xiao",
        "沐 mu",
        "谷 gu",
        "乔 qiao",
        "森 sen",
        "蓝 lan",
        "辰 chen",
        "星 xing",
        "汇 hui",
        "通 tong",
        "联 lian",
        "创 chuang",
        "达 da",
        "业 ye",
        "鼎 ding",
        "弘 hong",
        "昊 hao",
        "睿 rui",
        "思 si",
        "源 yuan",
        "润 run",
        "康 kang",
        "宜 yi",
        "美 mei",
        "品 pin",
        "艺 yi",
        "卓 zhuo",
        "越 yue",
        "凯 kai",
        "威 wei",
        "福 fu",
        "临 lin"
    };

    private SampleNames() {}

    /** A trade, the section of GB/T 4754 it belongs to and the business types it has. */
    record Trade(String zh, String en, String sector, String types, int weight) {}

    static final Trade[] TRADES = {
        new Trade("电子科技", "Electronics", "C", "CONSIGNEE_CONSIGNOR;MANUFACTURER", 14),
        new Trade("精密机械", "Precision Machinery", "C", "CONSIGNEE_CONSIGNOR;MANUFACTURER", 11),
        new Trade("纺织服装", "Textiles and Garments", "C", "CONSIGNEE_CONSIGNOR;MANUFACTURER", 10),
        new Trade("塑胶制品", "Plastics", "C", "CONSIGNEE_CONSIGNOR;MANUFACTURER", 7),
        new Trade("五金", "Hardware", "C", "CONSIGNEE_CONSIGNOR;MANUFACTURER", 7),
        new Trade("新能源", "New Energy", "C", "CONSIGNEE_CONSIGNOR;MANUFACTURER;BONDED_ZONE", 2),
        new Trade("生物医药", "Biopharmaceuticals", "C", "CONSIGNEE_CONSIGNOR;MANUFACTURER", 2),
        new Trade("进出口贸易", "Import and Export", "F", "CONSIGNEE_CONSIGNOR", 22),
        new Trade("国际贸易", "International Trade", "F", "CONSIGNEE_CONSIGNOR", 14),
        new Trade("跨境电子商务", "Cross-border E-commerce", "F", "CONSIGNEE_CONSIGNOR;CBEC_OPERATOR", 5),
        new Trade("电商平台", "E-commerce Platform", "I", "CBEC_PLATFORM", 1),
        new Trade("国际物流", "International Logistics", "G", "CBEC_LOGISTICS", 3),
        new Trade("报关", "Customs Brokers", "G", "CUSTOMS_BROKER", 2),
        new Trade("速递", "Express", "G", "EXPRESS_OPERATOR", 1),
        new Trade("食品", "Foods", "C", "CONSIGNEE_CONSIGNOR;FOOD_AGRICULTURE", 5),
        new Trade("农业科技", "Agritech", "A", "CONSIGNEE_CONSIGNOR;FOOD_AGRICULTURE", 3),
        new Trade("软件", "Software", "I", "CONSIGNEE_CONSIGNOR", 3)
    };

    static Trade trade(SplittableRandom random) {
        int all = 0;
        for (Trade each : TRADES) {
            all += each.weight();
        }
        int left = random.nextInt(all);
        int i = 0;
        while (left >= TRADES[i].weight()) {
            left -= TRADES[i++].weight();
        }
        return TRADES[i];
    }

    /** A Chinese and an English name. */
    static String[] of(SampleHouse house, Trade trade, SplittableRandom random) {
        StringBuilder zh = new StringBuilder();
        StringBuilder en = new StringBuilder();
        int syllables = random.nextInt(3) == 0 ? 3 : 2;
        for (int i = 0; i < syllables; i++) {
            String[] syllable = SYLLABLES[random.nextInt(SYLLABLES.length)].split(" ");
            zh.append(syllable[0]);
            en.append(syllable[1]);
        }
        en.setCharAt(0, Character.toUpperCase(en.charAt(0)));
        boolean shares = random.nextInt(12) == 0;
        String city = house.cityEn() == null ? "" : house.cityEn() + " ";
        return new String[] {
            house.cityZh() + zh + trade.zh() + (shares ? "股份有限公司" : "有限公司"),
            city + en + " " + trade.en() + (shares ? " Corp. Ltd." : " Co. Ltd.")
        };
    }
}
