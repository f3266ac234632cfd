package org.aeoreach.enterprise.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.aeoreach.importing.cell.Days;
import org.aeoreach.importing.cell.FileField;
import org.aeoreach.importing.cell.Refusal;
import org.aeoreach.importing.cell.Vocabulary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineReaderTest {

    private static final Places PLACES = new Places(
            Map.of(
                    "5300", new Places.Place(1, "0000.5300."),
                    "5304", new Places.Place(2, "0000.5300.5304."),
                    "2210", new Places.Place(3, "0000.2200.2210.")),
            "0000.5300.");
    private static final Vocabulary WORDS = new Vocabulary()
            .with(ImportField.GRADE, "ACE", "ACE")
            .with(ImportField.GRADE, "高级认证企业", "ACE")
            .with(ImportField.BUSINESS_TYPES, "报关企业", "CUSTOMS_BROKER")
            .with(ImportField.BUSINESS_TYPES, "MANUFACTURER", "MANUFACTURER");

    private static Line read(String fields, String... cells) {
        var columns = FileField.held(ImportField.ALL, List.of(fields.split(" ")));
        return new LineReader(columns, WORDS, PLACES, LocalDate.of(2026, 11, 22)).read(7, cells);
    }

    private static @Nullable String reason(Line line) {
        Refusal refusal = line.refusal();
        return refusal == null ? null : refusal.reason();
    }

    @ParameterizedTest
    @CsvSource({
        "customs_code, 53O4000001, customs-code",
        "customs_code, 530400000, customs-code",
        "customs_code, 2210000001, outside",
        "customs_code, 7104000001, no-unit",
        "uscc, 91350100M000100Y42, uscc",
        "uscc, 91350100M000100Y4, uscc",
        "name_zh, =1+1, formula",
        "name_zh, 甲\u0007乙, characters",
        "name_since, 2026-02-30, day",
        "name_since, 2027-01-01, future",
        "grade, 特级, word",
        "grade, ACE, grade-since",
        "trading_partners, 'DE,XX', economy",
        "house, 5399, no-unit",
    })
    void refuses(String field, String cell, String reason) {
        boolean code = field.equals("customs_code") || field.equals("uscc");
        Line line = code ? read(field, cell) : read("customs_code " + field, "5304000001", cell);
        assertThat(reason(line)).isEqualTo(reason);
    }

    @Test
    void refusesRowsOfMoreCellsThanColumnsUnlessNothingStandsInThem() {
        assertThat(reason(read("customs_code name_zh", "5304000001", "甲", "乙"))).isEqualTo("width");
        assertThat(reason(read("customs_code name_zh", "5304000001", "甲", " "))).isNull();
        assertThat(reason(read("customs_code name_zh", "5304000001"))).isNull();
    }

    /** The example of GB 32100-2015 keeps its check digit; one character changed does not. */
    @Test
    void knowsCreditCodesByTheirCheckDigit() {
        assertThat(CodeForm.isUscc("91350100M000100Y43")).isTrue();
        assertThat(CodeForm.isUscc("91350101M000100Y43")).isFalse();
        assertThat(CodeForm.isUscc("91350100M000100I43")).isFalse();
    }

    @Test
    void readsWhatPeopleWrite() {
        Line line = read(
                "customs_code uscc grade grade_since business_types name_zh house",
                " ５３０４-00000a ",
                "91350100m000100y43",
                "高级认证企业",
                "2026年4月1日",
                "报关企业、manufacturer；报关企业",
                "'=甲\n有限公司 ",
                "");
        assertThat(reason(line)).isNull();
        assertThat(line.get(ImportField.CUSTOMS_CODE)).isEqualTo("530400000A");
        assertThat(line.get(ImportField.USCC)).isEqualTo("91350100M000100Y43");
        assertThat(line.get(ImportField.GRADE)).isEqualTo("ACE");
        assertThat(line.get(ImportField.GRADE_SINCE)).isEqualTo("2026-04-01");
        assertThat(line.get(ImportField.BUSINESS_TYPES)).isEqualTo("{CUSTOMS_BROKER,MANUFACTURER}");
        assertThat(line.get(ImportField.NAME_ZH)).isEqualTo("=甲 有限公司");
        assertThat(line.place()).isEqualTo(new Places.Place(2, "0000.5300.5304."));
    }

    @Test
    void refusesRowsThatMeanNobody() {
        assertThat(reason(read("name_zh", "甲"))).isEqualTo("no-code");
    }

    @Test
    void unknownHouseFallsToItsDistrict() {
        assertThat(read("customs_code", "5377000001").place()).isEqualTo(new Places.Place(1, "0000.5300."));
    }

    @ParameterizedTest
    @CsvSource({
        "2026-04-01, 2026-04-01",
        "2026/4/1, 2026-04-01",
        "20260401, 2026-04-01",
        "2026.04.1, 2026-04-01",
        "2026-04-01 00:00:00, 2026-04-01",
        "2026年4月1日, 2026-04-01",
        "2026-13-01,",
        "26-04-01,",
        "2026-04,",
        "20260401日日,",
        "2026-04-01 08:00:00,",
    })
    void readsDays(String text, @Nullable LocalDate day) {
        assertThat(Days.of(text)).isEqualTo(day);
    }
}
