package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.aeoreach.enterprise.duplicate.likeness.Named;
import org.aeoreach.enterprise.duplicate.likeness.NearPairs;
import org.aeoreach.launcher.registry.SampleEnterprise;
import org.aeoreach.launcher.registry.SampleRegistry;
import org.junit.jupiter.api.Test;

/** The scan for duplicates finds a handful of pairs in a demonstration, as it would in a registry well kept. */
class DemoNamesTest {

    private static final SampleRegistry REGISTRY =
            new SampleRegistry(DemoRegistry.SIZE, RegistryFile.SEED, SampleHouses.demo());
    private static final List<SampleEnterprise> ALL =
            LongStream.range(0, REGISTRY.size()).mapToObj(REGISTRY::get).toList();

    private static List<NearPairs.Pair> pairs(String district) {
        List<Named> names = LongStream.range(0, ALL.size())
                .filter(i -> ALL.get((int) i).house().startsWith(district))
                .mapToObj(i -> {
                    SampleEnterprise row = ALL.get((int) i);
                    return Named.of(i, row.house(), row.nameZh(), row.nameEn());
                })
                .toList();
        return NearPairs.of(names, () -> {});
    }

    @Test
    void aHouseHasAHandfulOfSuspectedPairs() {
        List<NearPairs.Pair> shenzhen = pairs("53");
        Map<String, Long> ofHouses = shenzhen.stream()
                .filter(pair -> pair.first().path().equals(pair.second().path()))
                .collect(Collectors.groupingBy(pair -> pair.first().path(), Collectors.counting()));
        assertThat(ofHouses.get("5304")).isBetween(3L, 12L);
        assertThat(shenzhen).hasSizeLessThan(30);
        assertThat(pairs("22")).hasSizeBetween(1, 12);
    }

    @Test
    void someAreTheSameEnterpriseEnteredTwice() {
        assertThat(pairs("53"))
                .anySatisfy(pair -> assertThat(pair.second().id() - pair.first().id())
                        .as("one row after the other")
                        .isEqualTo(1));
    }

    /** Names nobody reads: a word of a trade for each of its English ones. */
    @Test
    void everyNameHasItsTwinInEnglish() {
        assertThat(ALL).allSatisfy(row -> assertThat(row.nameEn()).matches("[A-Z][A-Za-z .-]+ (Co|Corp)\\. Ltd\\."));
    }
}
