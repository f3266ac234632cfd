package org.aeoreach.enterprise.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.LongStream;
import org.aeoreach.launcher.registry.SampleEnterprise;
import org.aeoreach.launcher.registry.SampleHouse;
import org.aeoreach.launcher.registry.SampleRegistry;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** The made-up registry at a tenth of its full size. */
class SampleRegistryTest {

    private static final List<SampleHouse> HOUSES = List.of(
            new SampleHouse("5304", "5300", "深圳", "Shenzhen", 3), new SampleHouse("2210", "2200", "上海", null, 1));
    private static final SampleRegistry REGISTRY = new SampleRegistry(114_000, 7, HOUSES);
    private static final List<SampleEnterprise> ALL =
            LongStream.range(0, REGISTRY.size()).mapToObj(REGISTRY::get).toList();

    private static long on(LocalDate day, Predicate<String> grade) {
        return ALL.stream()
                .filter(row -> !row.grade().since().isAfter(day)
                                && grade.test(row.grade().code())
                        || row.former().stream()
                                .anyMatch(former -> !former.from().isAfter(day)
                                        && !former.to().isBefore(day)
                                        && grade.test(former.code())))
                .count();
    }

    @Test
    void comesToThePublishedNumbersOfAeos() {
        Predicate<String> certified = grade -> grade.equals("ACE") || grade.equals("GCE");
        assertThat(on(LocalDate.of(2017, 12, 31), certified)).isCloseTo(3_715, Offset.offset(2L));
        assertThat(on(LocalDate.of(2019, 12, 31), "ACE"::equals)).isCloseTo(324, Offset.offset(2L));
        assertThat(on(LocalDate.of(2019, 12, 31), "GCE"::equals)).isCloseTo(2_550, Offset.offset(2L));
        assertThat(on(LocalDate.of(2024, 3, 31), "ACE"::equals)).isCloseTo(586, Offset.offset(20L));
        assertThat(on(LocalDate.of(2025, 7, 1), "ACE"::equals)).isCloseTo(703, Offset.offset(2L));
        assertThat(on(LocalDate.of(2025, 12, 31), "ACE"::equals)).isCloseTo(688, Offset.offset(2L));
        assertThat(on(LocalDate.of(2020, 5, 31), "DISCREDITED"::equals)).isCloseTo(679, Offset.offset(2L));
        assertThat(on(LocalDate.of(2022, 1, 1), "GCE"::equals)).isZero();
    }

    @Test
    void everyCodeIsRightAndThereOnce() {
        Set<String> codes = new HashSet<>();
        assertThat(ALL).allSatisfy(row -> {
            assertThat(CodeForm.isUscc(row.uscc())).as(row.uscc()).isTrue();
            assertThat(row.uscc()).as("no region has these digits").startsWith("9188");
            assertThat(CodeForm.isCustomsCode(row.customsCode())).isTrue();
            assertThat(row.customsCode().substring(4, 8)).isNotEqualTo("9999");
            assertThat(codes.add(row.uscc()) && codes.add(row.customsCode())).isTrue();
        });
    }

    @Test
    void gradesFollowEachOtherWithoutGaps() {
        assertThat(ALL).allSatisfy(row -> {
            LocalDate next = row.grade().since();
            for (int i = row.former().size() - 1; i >= 0; i--) {
                assertThat(row.former().get(i).to()).isEqualTo(next.minusDays(1));
                next = row.former().get(i).from();
                assertThat(next).isBeforeOrEqualTo(row.former().get(i).to());
            }
        });
    }

    @Test
    void anyRowIsTheSameEachTime() {
        assertThat(new SampleRegistry(114_000, 7, HOUSES).get(77_777)).isEqualTo(ALL.get(77_777));
        assertThat(new SampleRegistry(114_000, 8, HOUSES).get(77_777)).isNotEqualTo(ALL.get(77_777));
    }
}
