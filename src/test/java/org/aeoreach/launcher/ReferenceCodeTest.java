package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.aeoreach.launcher.ReferenceCode.Kind;
import org.junit.jupiter.api.Test;

class ReferenceCodeTest {

    private static final List<ReferenceCode> ALL = ReferenceCode.all();
    private static final Map<String, ReferenceCode> BY_CODE =
            ALL.stream().collect(Collectors.toMap(ReferenceCode::code, Function.identity(), (a, b) -> a));

    @Test
    void holdsTheDistrictsAndEveryHouseRowOfTheSource() {
        assertThat(of(Kind.GACC)).hasSize(1);
        assertThat(of(Kind.DISTRICT)).hasSize(42);
        assertThat(of(Kind.HOUSE)).hasSize(284);
        assertThat(of(Kind.PORT_CODE)).hasSize(65);
        assertThat(of(Kind.HOUSE).size() + of(Kind.PORT_CODE).size()).isEqualTo(349);
    }

    @Test
    void codesAreFourDigitsAndUnique() {
        assertThat(ALL).extracting(ReferenceCode::code).doesNotHaveDuplicates().allMatch(c -> c.matches("[0-9]{4}"));
    }

    @Test
    void districtCodesEndInTwoZerosAndHouseCodesDoNot() {
        assertThat(of(Kind.DISTRICT)).allMatch(c -> c.code().endsWith("00") && "0000".equals(c.belongsTo()));
        assertThat(of(Kind.HOUSE)).noneMatch(c -> c.code().endsWith("00"));
        assertThat(of(Kind.PORT_CODE)).noneMatch(c -> c.code().endsWith("00"));
    }

    @Test
    void housesBelongToTheDistrictOfTheirFirstTwoDigits() {
        assertThat(of(Kind.HOUSE)).allSatisfy(c -> {
            assertThat(c.belongsTo()).isEqualTo(c.code().substring(0, 2) + "00");
            assertThat(BY_CODE).containsKey(c.belongsTo());
        });
    }

    @Test
    void portCodesBelongToAUnitOfTheirDistrict() {
        List<String> units = ALL.stream()
                .filter(ReferenceCode::isUnit)
                .map(ReferenceCode::code)
                .toList();
        assertThat(of(Kind.PORT_CODE)).allSatisfy(c -> assertThat(c.unitCode())
                .as(c.code())
                .isIn(units)
                .startsWith(c.code().substring(0, 2)));
    }

    @Test
    void unitsAreNamedAsCustomsOrOffices() {
        assertThat(of(Kind.DISTRICT)).allMatch(c -> c.zh().endsWith("海关"));
        assertThat(of(Kind.HOUSE)).allMatch(c -> c.zh().contains("海关"));
        assertThat(ALL).filteredOn(c -> c.zh().contains("办事处")).allMatch(ReferenceCode::isUnit);
        assertThat(of(Kind.HOUSE)).noneMatch(c -> c.zh().matches(".*(现场|物流中心|物流园区|快件监管).*"));
    }

    @Test
    void namesNotesAndSourcesAreNotBlankAndTrimmed() {
        assertThat(ALL).allSatisfy(c -> assertThat(List.of(c.zh(), c.note(), c.source()))
                .allMatch(text -> !text.isBlank() && text.equals(text.strip())));
    }

    @Test
    void readsTheQuotedProvinceOfNingbo() {
        assertThat(BY_CODE.get("3100")).satisfies(c -> {
            assertThat(c.zh()).isEqualTo("宁波海关");
            assertThat(c.note()).isEqualTo("directly affiliated customs district");
        });
    }

    private static List<ReferenceCode> of(Kind kind) {
        return ALL.stream().filter(c -> c.kind() == kind).toList();
    }
}
