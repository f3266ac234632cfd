package org.aeoreach.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.aeoreach.search.text.Tiers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what typed texts names and codes are found, and in which order. */
class NamesTest {

    private KindIndex index;

    @BeforeEach
    void fill(@TempDir Path directory) {
        index = Named.create(directory);
        Named.add(
                index,
                entry(
                        1,
                        3,
                        "5304123456",
                        "91440300192203821K",
                        "深圳市华强电子有限公司",
                        "Shenzhen Huaqiang Electronics Co., Ltd.",
                        ""),
                entry(2, 3, "5304123999", "91440300708461136T", "华强（深圳）物流有限公司", "Huaqiang Logistics Co., Ltd.", ""),
                entry(
                        3,
                        3,
                        "3502000001",
                        "91350200612260034C",
                        "厦门长乐国际贸易有限公司",
                        "Xiamen Changle International Trade",
                        "厦门旧名实业公司"),
                entry(4, 3, "5100000004", "914401012312345678", "重庆绿野食品有限公司", "Chongqing Luye Foods", ""),
                entry(5, 0, "2210000005", "91310000607331515X", "上海华强供应链管理有限公司", "Shanghai Huaqiang Supply Chain", ""),
                entry(6, 3, "2210000006", "", "上海AEO认证咨询有限公司", "", ""));
        index.refresh();
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static Entry entry(long id, long rank, String code, String uscc, String zh, String en, String former) {
        return new Entry(id, "0000.", Reach.UNIT, rank, given(code, uscc), given(zh, en), given(former));
    }

    private static List<String> given(String... texts) {
        return List.of(texts).stream().filter(text -> !text.isEmpty()).toList();
    }

    private List<Long> found(String text) {
        return index.find(Tiers.of(text), new Search("", "", "0000.", 10)).ids();
    }

    @ParameterizedTest
    @CsvSource({
        "深圳市华强电子有限公司, '1'",
        "华强, '2,5,1'",
        "强电, '1'",
        "电子有限, '1'",
        "華強電子, '1'",
        "华强 物流, '2'",
        "华强 5304123999, '2'",
        "ＡＥＯ认证, '6'",
        "aeo, '6'",
        "5304123456, '1'",
        "53041239, '2'",
        "5304 123456, '1'",
        "91350200612260034c, '3'",
        "913502006122, '3'",
        "huaqiang, '2,5,1'",
        "hua qiang dian zi, '1'",
        "huaqiangd, '1'",
        "hqdz, '1'",
        "szshqdzyxgs, '1'",
        "xmcl, '3'",
        "chongqing lvye, '4'",
        "lvye, '4'",
        "luye, '4'",
        "changle, '3'",
        "cqly, '4'",
        "shenzhen elec, '1'",
        "logist, '2'",
        "厦门旧名, '3'",
        "旧名实业, '3'"
    })
    void findsWhatIsMeant(String typed, String ids) {
        assertThat(found(typed)).as(typed).containsExactlyElementsOf(numbers(ids));
    }

    @ParameterizedTest
    @CsvSource({
        "szhqdz, '1'",
        "深圳华强电子, '1'",
        "花强电子, '1'",
        "华墙电子, '1'",
        "华强店子, '1'",
        "华强甲子有限, '1'",
        "长乐国家贸易, '3'",
        "Elektronics, '1'",
        "Shenzen, '1'",
        "Xiamne, '3'",
        "haungqianggongying, ''",
        "huaqianggognying, '5'",
        "changleguoj1, ''"
    })
    void forgivesOneMistake(String typed, String ids) {
        assertThat(found(typed)).as(typed).containsExactlyElementsOf(numbers(ids));
    }

    private static List<Long> numbers(String ids) {
        return ids.isEmpty()
                ? List.of()
                : List.of(ids.split(",", -1)).stream().map(Long::valueOf).toList();
    }

    @ParameterizedTest
    @CsvSource({"天津", "'  '", "'（）'", "zzzz", "'\"*?~^['", "9999999999"})
    void findsNothingWhereNothingIs(String typed) {
        assertThat(found(typed)).as(typed).isEmpty();
    }

    @Test
    void saysWhenItGuessed() {
        assertThat(index.find(Tiers.of("花强电子"), new Search("", "", "0000.", 10)).guessed())
                .isTrue();
        assertThat(index.find(Tiers.of("华强电子"), new Search("", "", "0000.", 10)).guessed())
                .isFalse();
    }

    @Test
    void saysWhenThereIsMore() {
        Found two = index.find(Tiers.of("有限公司"), new Search("", "", "0000.", 2));
        assertThat(two.ids()).containsExactly(5L, 1L);
        assertThat(two.more()).isTrue();
        assertThat(index.find(Tiers.of("有限公司"), new Search("", "", "0000.", 6)).more())
                .isFalse();
    }

    @Test
    void endsForTheLongestTexts() {
        assertThat(found("华".repeat(5000))).isEmpty();
        assertThat(found("qiang".repeat(5000))).isEmpty();
        assertThat(found("q ".repeat(5000))).isEmpty();
    }
}
