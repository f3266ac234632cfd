package org.aeoreach.search.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The syllables of Chinese characters, without tones. A character that names of places and firms read in several ways
 * has all of them. The table is made from Unicode CLDR.
 */
public final class Pinyin {

    private static final List<String> NONE = List.of();

    /** Second readings that occur in names of firms and places, and the letters v and u that stand for ü. */
    private static final String OTHERS = "重chong 长chang 厦xia 行hang 都du 乐yue 单shan 会kuai 盛cheng 番pan 大dai 朝zhao 调diao"
            + " 陆lu 堡pu 藏zang 传zhuan 区ou 柏bo 六lu 蚌beng 什shen 参shen 卡qia 咖ga 系ji 亳bo 蔚yu 曾ceng 解xie 仇qiu 车ju"
            + " 省xing 率lv 绿lu 吕lu 旅lu 律lu 铝lu 女nu 滤lu 奇ji 石dan 提di 降xiang 宿xiu 畜xu 屏bing 泊po 模mu 血xie 薄bo 折she";

    private static final int[] START = new int[Character.MAX_VALUE + 2];
    private static final SortedSet<String> SYLLABLES = new TreeSet<>();
    private static final List<List<String>> READINGS = readings();

    private Pinyin() {}

    /** All readings of a character; none for what is not in the table. */
    public static List<String> of(String symbol) {
        return symbol.length() == 1 ? READINGS.get(START[symbol.charAt(0)]) : NONE;
    }

    static boolean isSyllable(String text) {
        return SYLLABLES.contains(text);
    }

    /** Syllables that begin with the text. */
    static SortedSet<String> beginning(String text) {
        return SYLLABLES.subSet(text, text + Character.MAX_VALUE);
    }

    private static List<List<String>> readings() {
        Map<Character, List<String>> others = new HashMap<>();
        for (String other : OTHERS.split(" ", -1)) {
            others.computeIfAbsent(other.charAt(0), key -> new ArrayList<>()).add(other.substring(1));
        }
        List<List<String>> lists = new ArrayList<>(List.of(NONE));
        for (String line : Resource.text("pinyin.txt").lines().toList()) {
            int blank = line.indexOf(' ');
            String syllable = line.substring(0, blank);
            SYLLABLES.add(syllable);
            lists.add(List.of(syllable));
            int single = lists.size() - 1;
            for (char character : line.substring(blank + 1).toCharArray()) {
                START[character] = single;
            }
        }
        others.forEach((character, more) -> {
            List<String> all = new ArrayList<>(lists.get(START[character]));
            more.stream().filter(reading -> !all.contains(reading)).forEach(all::add);
            lists.add(List.copyOf(all));
            START[character] = lists.size() - 1;
        });
        // Nothing that people type as one syllable stands here as a letter or a sound.
        SYLLABLES.removeAll(Arrays.asList("m", "n", "ng", "hm"));
        return List.copyOf(lists);
    }
}
