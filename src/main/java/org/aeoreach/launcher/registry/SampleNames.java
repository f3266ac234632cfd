package org.aeoreach.launcher.registry;

import java.util.SplittableRandom;

/** Names as enterprises have them: city, fancy word, trade, form. Pronounced as the Chinese ones are. */
final class SampleNames {

    // Each a character and how it is said. They are many, and so are the words for a trade, so that two names of one
    // town
    // seldom differ in only a character or two: such pairs are what the scan for duplicates looks for.
    private static final String[] SYLLABLES = """
            恒 heng, 远 yuan, 嘉 jia, 禾 he, 瑞 rui, 澜 lan, 宁 ning, 拓 tuo, 和 he, 信 xin, 博 bo, 锦 jin, 云 yun,
            川 chuan, 海 hai, 岳 yue, 晨 chen, 曦 xi, 腾 teng, 骏 jun, 启 qi, 航 hang, 盛 sheng, 泰 tai, 裕 yu,
            丰 feng, 格 ge, 朗 lang, 诺 nuo, 维 wei, 科 ke, 凌 ling, 霄 xiao, 沐 mu, 谷 gu, 乔 qiao, 森 sen, 蓝 lan,
            辰 chen, 星 xing, 汇 hui, 通 tong, 联 lian, 创 chuang, 达 da, 业 ye, 鼎 ding, 弘 hong, 昊 hao, 睿 rui,
            思 si, 源 yuan, 润 run, 康 kang, 宜 yi, 美 mei, 品 pin, 艺 yi, 卓 zhuo, 越 yue, 凯 kai, 威 wei, 福 fu,
            临 lin, 松 song, 柏 bai, 桐 tong, 榕 rong, 棠 tang, 枫 feng, 竹 zhu, 兰 lan, 荷 he, 莲 lian, 芳 fang,
            茂 mao, 苗 miao, 蕴 yun, 藤 teng, 溪 xi, 泓 hong, 清 qing, 涛 tao, 浩 hao, 淼 miao, 渊 yuan, 洲 zhou,
            港 gang, 帆 fan, 舟 zhou, 桥 qiao, 峰 feng, 岭 ling, 岩 yan, 石 shi, 玉 yu, 琳 lin, 珑 long, 璟 jing,
            琪 qi, 瑜 yu, 珏 jue, 金 jin, 银 yin, 铭 ming, 锐 rui, 钧 jun, 铂 bo, 鑫 xin, 光 guang, 明 ming, 晖 hui,
            晴 qing, 旭 xu, 昱 yu, 晟 sheng, 晶 jing, 日 ri, 月 yue, 天 tian, 宇 yu, 寰 huan, 坤 kun, 元 yuan,
            亨 heng, 利 li, 贞 zhen, 仁 ren, 义 yi, 礼 li, 智 zhi, 诚 cheng, 德 de, 善 shan, 贤 xian, 文 wen,
            章 zhang, 墨 mo, 砚 yan, 书 shu, 翰 han, 雅 ya, 韵 yun, 歌 ge, 鸣 ming, 鹏 peng, 鸿 hong, 雁 yan, 鹤 he,
            鹿 lu, 麒 qi, 龙 long, 凤 feng, 驰 chi, 骋 cheng, 飞 fei, 翔 xiang, 翼 yi, 跃 yue, 迈 mai, 进 jin,
            展 zhan, 扬 yang, 升 sheng, 隆 long, 昌 chang, 荣 rong, 华 hua, 富 fu, 庆 qing, 祥 xiang, 吉 ji, 安 an,
            平 ping, 顺 shun, 健 jian, 强 qiang, 永 yong, 久 jiu, 长 chang, 恩 en, 惠 hui, 仕 shi, 杰 jie, 豪 hao,
            俊 jun, 彦 yan, 立 li, 成 cheng, 正 zheng, 方 fang, 圆 yuan, 均 jun, 衡 heng, 同 tong, 众 zhong, 合 he,
            友 you, 爱 ai, 心 xin, 乐 le, 悦 yue, 欣 xin, 怡 yi, 舒 shu, 柔 rou, 素 su, 简 jian, 洁 jie, 新 xin, 奇 qi,
            妙 miao, 灵 ling, 动 dong, 力 li, 能 neng, 量 liang, 子 zi, 微 wei, 芯 xin, 数 shu, 码 ma
            """.strip().split(",\\s+");

    /** One in so many is entered a second time, a little differently, as happens where many enter. */
    private static final int TWICE = 300;

    private SampleNames() {}

    /** A trade in several words for it, the section of GB/T 4754 it belongs to and the business types it has. */
    record Trade(String zh, String en, String sector, String types, int weight) {}

    static final Trade[] TRADES = {
        new Trade(
                "电子科技|光电科技|电子元件|智能电子|通信设备",
                "Electronics|Optoelectronics|Electronic Components|Smart Devices|Telecom Equipment",
                "C",
                "CONSIGNEE_CONSIGNOR;MANUFACTURER",
                14),
        new Trade(
                "精密机械|机电设备|自动化设备|模具制造|仪器仪表",
                "Precision Machinery|Electromechanical|Automation|Mould Making|Instruments",
                "C",
                "CONSIGNEE_CONSIGNOR;MANUFACTURER",
                11),
        new Trade(
                "纺织服装|服饰|针织印染|家用纺织品|鞋帽制品",
                "Textiles and Garments|Apparel|Knitting and Dyeing|Home Textiles|Footwear",
                "C",
                "CONSIGNEE_CONSIGNOR;MANUFACTURER",
                10),
        new Trade(
                "塑胶制品|包装材料|橡塑科技|高分子材料",
                "Plastics|Packaging|Rubber and Plastics|Polymers",
                "C",
                "CONSIGNEE_CONSIGNOR;MANUFACTURER",
                7),
        new Trade(
                "五金|五金工具|金属制品|紧固件制造",
                "Hardware|Hardware Tools|Metal Products|Fasteners",
                "C",
                "CONSIGNEE_CONSIGNOR;MANUFACTURER",
                7),
        new Trade(
                "新能源|储能技术|光伏科技",
                "New Energy|Energy Storage|Photovoltaics",
                "C",
                "CONSIGNEE_CONSIGNOR;MANUFACTURER;BONDED_ZONE",
                2),
        new Trade("生物医药|医疗器械", "Biopharmaceuticals|Medical Devices", "C", "CONSIGNEE_CONSIGNOR;MANUFACTURER", 2),
        new Trade(
                "进出口贸易|进出口|对外贸易|经贸发展|外贸服务|商贸实业",
                "Import and Export|Foreign Trade|External Trade|Trade Development|Trade Services|Commerce and Industry",
                "F",
                "CONSIGNEE_CONSIGNOR",
                22),
        new Trade(
                "国际贸易|环球贸易|供应链管理|国际商务|贸易发展",
                "International Trade|Global Trading|Supply Chain|International Business|Trading Development",
                "F",
                "CONSIGNEE_CONSIGNOR",
                14),
        new Trade(
                "跨境电子商务|跨境电商|网络科技",
                "Cross-border E-commerce|Cross-border Online|Network Technology",
                "F",
                "CONSIGNEE_CONSIGNOR;CBEC_OPERATOR",
                5),
        new Trade("电商平台", "E-commerce Platform", "I", "CBEC_PLATFORM", 1),
        new Trade("国际物流|国际货运代理", "International Logistics|Freight Forwarding", "G", "CBEC_LOGISTICS", 3),
        new Trade("报关|报关服务", "Customs Brokers|Customs Services", "G", "CUSTOMS_BROKER", 2),
        new Trade("速递", "Express", "G", "EXPRESS_OPERATOR", 1),
        new Trade(
                "食品|粮油食品|冷链食品", "Foods|Grain and Oil|Cold Chain Foods", "C", "CONSIGNEE_CONSIGNOR;FOOD_AGRICULTURE", 5),
        new Trade("农业科技|农产品", "Agritech|Farm Products", "A", "CONSIGNEE_CONSIGNOR;FOOD_AGRICULTURE", 3),
        new Trade("软件|信息技术", "Software|Information Technology", "I", "CONSIGNEE_CONSIGNOR", 3)
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
        int syllables = random.nextInt(10) == 0 ? 3 : 4;
        for (int i = 0; i < syllables; i++) {
            String[] syllable = SYLLABLES[random.nextInt(SYLLABLES.length)].split(" ");
            zh.append(syllable[0]);
            en.append(syllable[1]);
        }
        en.setCharAt(0, Character.toUpperCase(en.charAt(0)));
        String[] words = trade.zh().split("\\|");
        int word = random.nextInt(words.length);
        boolean shares = random.nextInt(12) == 0;
        String city = house.cityEn() == null ? "" : house.cityEn() + " ";
        return new String[] {
            house.cityZh() + zh + words[word] + (shares ? "股份有限公司" : "有限公司"),
            city + en + " " + trade.en().split("\\|")[word] + (shares ? " Corp. Ltd." : " Co. Ltd.")
        };
    }

    /** Whether the row is the second entry of the one before it. */
    static boolean again(long index) {
        return index % TWICE == TWICE - 1;
    }

    /** The same names as somebody else would have entered them: with another legal form, or with two characters exchanged. */
    static String[] again(SampleHouse house, String[] names, long index) {
        if (index / TWICE % 2 == 0) {
            return new String[] {names[0].replaceFirst("(股份)?有限公司$", "有限责任公司"), names[1]};
        }
        StringBuilder zh = new StringBuilder(names[0]);
        int at = house.cityZh().length();
        char first = zh.charAt(at);
        zh.setCharAt(at, zh.charAt(at + 1));
        zh.setCharAt(at + 1, first);
        return new String[] {zh.toString(), names[1]};
    }
}
