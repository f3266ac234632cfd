package org.aeoreach.organization.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.Charset;
import java.util.List;
import org.aeoreach.organization.Units;
import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HouseFileTest {

    private static final String HEADER = "code,name_zh,name_en,opened_on,source\n";

    @Test
    void readsQuotedValuesAndSaysWhereEachRowBegins() {
        List<HouseRow> rows = HouseFile.rows(
                "\uFEFF" + HEADER + "5301,\"甲,\n乙\",,,s\n\n5302, 丙 ,B,2026-01-02,\"he said \"\"s\"\"\"\r\n");
        assertThat(rows).extracting(HouseRow::line).containsExactly(2L, 5L);
        Units.NewHouse second = rows.get(1).house(7);
        assertThat(second.nameZh()).isEqualTo("丙");
        assertThat(second.openedOn()).hasToString("2026-01-02");
        assertThat(second.source()).isEqualTo("he said \"s\"");
        assertThat(rows.get(0).house(7).nameZh()).isEqualTo("甲,\n乙");
        assertThat(rows.get(0).house(7).nameEn()).isNull();
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '\'',
            value = {
                "'', organization.import.empty",
                "'code,name_zh\n5301,x\n', organization.import.header",
                "'code,name_zh,name_en,opened_on,source\n', organization.import.empty",
                "'code,name_zh,name_en,opened_on,source\n5301,\"x', organization.import.quoting",
                "'code,name_zh,name_en,opened_on,source\n5301,\"x\"y,,,s\n', organization.import.quoting"
            })
    void refusesWhatIsNoSuchFile(String text, String reason) {
        assertThat(reason(() -> HouseFile.rows(text))).isEqualTo(reason);
    }

    @Test
    void refusesOtherEncodings() {
        byte[] gbk = (HEADER + "5301,蛇口,,,s").getBytes(Charset.forName("GBK"));
        assertThat(reason(() -> HouseFile.decode(gbk))).isEqualTo("organization.import.encoding");
        assertThat(reason(() -> HouseFile.rows(HEADER + "5301,\0,,,s"))).isEqualTo("organization.import.encoding");
    }

    @Test
    void refusesARowWithTooFewColumnsOrNoDate() {
        HouseRow shortRow = HouseFile.rows(HEADER + "5301,x\n").get(0);
        HouseRow undated = HouseFile.rows(HEADER + "5301,x,,2026-02-30,s\n").get(0);
        assertThat(catchThrowableOfType(Problem.class, shortRow::requireComplete)
                        .key())
                .isEqualTo("organization.import.columns");
        assertThat(reason(() -> undated.house(7))).isEqualTo("web.invalid.date");
    }

    private static String reason(org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        return catchThrowableOfType(Problem.class, call).errors().get(0).key();
    }
}
