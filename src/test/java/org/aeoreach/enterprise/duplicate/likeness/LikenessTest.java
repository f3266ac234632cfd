package org.aeoreach.enterprise.duplicate.likeness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names are nearly the same, as a table; and that the pairs of many are found without comparing all with all. */
class LikenessTest {

    @ParameterizedTest
    @CsvSource({
        // The same but for form, width, case, marks, the 市 of a city, simplified characters.
        "深圳华强电子有限公司, 深圳华强电子有限公司, SAME",
        "深圳华强电子有限公司, 深圳华强电子有限责任公司, SAME",
        "深圳华强电子有限公司, 深圳华强电子股份有限公司, SAME",
        "深圳市华强电子有限公司, 深圳华强电子（集团）有限公司, SAME",
        "华强集团有限公司, 华强（集团）股份有限公司, SAME",
        "深圳(华强)电子公司, 深圳（华强）电子有限公司, SAME",
        "ＡＢＣ电子（深圳）有限公司, abc电子深圳有限公司, SAME",
        "深圳華強電子有限公司, 深圳华强电子有限公司, SAME",
        "深圳华强·电子有限公司, 深圳华强电子有限公司, SAME",
        // One or two characters, as many as the length bears.
        "深圳华强电子有限公司, 深圳华墙电子有限公司, NEAR",
        "深圳前海华强供应链管理有限公司, 深圳前海华强供应链有限公司, NEAR",
        "深圳前海华强供应链管理有限公司, 深圳前海华墙供应练管理有限公司, NEAR",
        "深圳前海华强供应链管理有限公司, 深圳前海华墙供应练官理有限公司, OTHER",
        "深圳华强电子有限公司, 深圳华明贸易有限公司, OTHER",
        "华强电子有限公司, 华强电有限公司, OTHER",
        "华强电子有限公司, 华墙电子有限公司, NEAR",
        "华强有限公司, 华墙有限公司, OTHER",
        "深圳华强电子有限公司, 深圳强华电子有限公司, NEAR",
        // Words in another order.
        "华强深圳电子有限公司, 深圳华强电子有限公司, NEAR",
        "深圳华强电子科技有限公司, 深圳电子科技华强有限公司, NEAR",
        "深圳华强（南山）电子有限公司, 南山华强（深圳）电子有限公司, NEAR",
        "深圳华强电子科技有限公司, 科技电子华强深圳有限公司, OTHER",
        // One character that went elsewhere is no word; and three slips are more than a long name is forgiven.
        "深圳华强有限公司, 圳华深强有限公司, OTHER",
        "深圳华强电子科技实业发展有限公司, 深圳华盛电器科技实业开展有限公司, OTHER",
        "深圳华强电子科技实业发展有限公司, 深圳华盛电器科技实业发展有限公司, NEAR",
        // Siblings: a number, an ordinal or a direction is not a slip.
        "深圳第一电子有限公司, 深圳第二电子有限公司, OTHER",
        "深圳华东电子贸易有限公司, 深圳华南电子贸易有限公司, OTHER",
        "深圳华强电子1号厂有限公司, 深圳华强电子2号厂有限公司, OTHER",
        "样本企业53048800001, 样本企业53048800002, OTHER",
        "有限公司, 集团公司, OTHER"
    })
    void knowsChineseNamesThatAreNearlyTheSame(String one, String other, Likeness expected) {
        assertThat(Likeness.of(NameKey.zh(one), NameKey.zh(other))).isEqualTo(expected);
        assertThat(Likeness.of(NameKey.zh(other), NameKey.zh(one)))
                .as("turned round")
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Shenzhen Huaqiang Electronics Co., Ltd. | SHENZHEN HUAQIANG ELECTRONICS LIMITED | SAME",
                "Shenzhen Hua Qiang Electronics Co., Ltd. | Shenzhen Huaqiang Electronics (Group) Co. Ltd | SAME",
                "Smith & Sons Trading Inc. | Smith and Sons Trading | SAME",
                "Shenzhen Huaqiang Electronics Co., Ltd. | Shenzhen Huaqing Electronics Co., Ltd. | NEAR",
                "Shenzhen Huaqiang Electronics Co., Ltd. | Shenzhen Huaqing Electronic Co., Ltd. | NEAR",
                "Shenzhen Huaqiang Electronics Co., Ltd. | Shenzhen Yongfeng Electronics Co., Ltd. | OTHER",
                "Huaqiang Electronics Shenzhen | Shenzhen Huaqiang Electronics | NEAR",
                "Harbour 1 Logistics | Harbour 2 Logistics | OTHER",
                "Abcdef Ltd | Abcdeg Ltd | OTHER"
            })
    void knowsEnglishNamesThatAreNearlyTheSame(String one, String other, Likeness expected) {
        assertThat(Likeness.of(NameKey.en(one), NameKey.en(other))).isEqualTo(expected);
        assertThat(Likeness.of(NameKey.en(other), NameKey.en(one))).isEqualTo(expected);
    }

    /** Every pair that comparing all with all finds, and no other. */
    @Test
    void findsAllPairsOfManyNames() {
        Random random = new Random(7);
        List<Named> names = new ArrayList<>();
        for (int i = 0; i < 1500; i++) {
            StringBuilder name = new StringBuilder();
            for (int length = 4 + random.nextInt(8); length > 0; length--) {
                name.append((char) (0x4E10 + random.nextInt(2500)));
            }
            names.add(named(names.size(), name + "有限公司"));
            if (i % 5 == 0) {
                names.add(named(names.size(), slip(name.toString(), random) + "股份有限公司"));
            }
            if (i % 50 == 0) {
                names.add(named(names.size(), name.substring(2) + name.substring(0, 2)));
            }
        }
        TreeSet<String> expected = new TreeSet<>();
        for (int i = 0; i < names.size(); i++) {
            for (int j = i + 1; j < names.size(); j++) {
                Named.Reason reason = names.get(i).like(names.get(j));
                if (reason != null) {
                    expected.add(i + " " + j + " " + reason);
                }
            }
        }
        assertThat(expected).as("planted").hasSizeGreaterThan(250);
        TreeSet<String> found = new TreeSet<>();
        NearPairs.of(names, () -> {})
                .forEach(pair ->
                        found.add(pair.first().id() + " " + pair.second().id() + " " + pair.reason()));
        assertThat(found).isEqualTo(expected);
    }

    private static Named named(long id, String name) {
        return Named.of(id, "0000.5300.", name, null);
    }

    /** One character other, missing, too many or exchanged with its neighbour. */
    private static String slip(String name, Random random) {
        int at = random.nextInt(name.length() - 1);
        return switch (random.nextInt(4)) {
            case 0 -> name.substring(0, at) + '某' + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.substring(at + 1);
            case 2 -> name.substring(0, at) + '某' + name.substring(at);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    @Test
    void passesOverNamesThatManyShare() {
        List<Named> names = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            names.add(named(i, "深圳华" + (char) (0xAC00 + i) + "电子有限公司"));
        }
        names.add(named(300, "广州双星橡胶制品有限公司"));
        names.add(named(301, "广州双星橡胶制品厂有限公司"));
        assertThat(NearPairs.of(names, () -> {}))
                .extracting(pair -> pair.first().id())
                .containsExactly(300L);
    }

    /** As many names as the largest district may have: the pairs are few, and the work can be ended at any time. */
    @Test
    void endsWhenAskedToAndStaysBounded() {
        Random random = new Random(11);
        List<Named> names = new ArrayList<>();
        for (int i = 0; i < 60_000; i++) {
            String brand = "" + (char) (0x4E10 + random.nextInt(600)) + (char) (0x4E10 + random.nextInt(600));
            names.add(named(i, "深圳市" + brand + "电子科技发展有限公司"));
        }
        int[] calls = new int[1];
        assertThat(NearPairs.of(names, () -> calls[0]++).size()).isLessThan(names.size() * NearPairs.CROWD / 2);
        assertThat(calls[0]).as("chances to end").isGreaterThan(5);
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> NearPairs.of(names, () -> {
                    throw new IllegalStateException("cancelled");
                }))
                .hasMessage("cancelled");
    }
}
