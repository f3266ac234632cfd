package org.aeoreach.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The courses every installation starts with. */
class TrainingCourseTest {

    private final List<TrainingCourse> all = TrainingCourse.all();

    @Test
    void everySubjectOfTheSyllabusHasCourse() {
        assertThat(all)
                .extracting(TrainingCourse::code)
                .containsExactlyInAnyOrder(
                        "AEO-SYSTEM",
                        "STANDARD",
                        "BENEFITS",
                        "AEO-CODE",
                        "MOCK-VALIDATION",
                        "SECURITY",
                        "SMALL-ENTERPRISES",
                        "CROSS-BORDER-E-COMMERCE",
                        "VALIDATORS");
    }

    @Test
    void everyDocumentNamedComesWithTheProgramInBothLanguages() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            Set<String> there = files.map(file -> file.getFileName().toString()).collect(Collectors.toSet());
            assertThat(all).allSatisfy(course -> assertThat(course.documents().split(" "))
                    .isNotEmpty()
                    .allMatch(code -> there.contains(code + ".zh.md") && there.contains(code + ".en.md")));
        }
    }

    @Test
    void validatorsAreTaughtApartFromEnterprises() {
        assertThat(all).allSatisfy(course -> assertThat(
                        Arrays.asList(course.audience().split(" ")).contains("OFFICERS"))
                .isEqualTo(course.code().equals("VALIDATORS")));
    }
}
