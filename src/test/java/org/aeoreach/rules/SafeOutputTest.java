package org.aeoreach.rules;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import gg.jte.Content;
import gg.jte.TemplateOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.web.markdown.SafeHtml;
import org.junit.jupiter.api.Test;

/** Nothing reaches a page unescaped but by the one maker of safe HTML. */
@AnalyzeClasses(packages = "org.aeoreach", importOptions = ImportOption.DoNotIncludeTests.class)
class SafeOutputTest {

    @ArchTest
    static final ArchRule onlySafeHtmlWritesUnescaped = noClasses()
            .that(not(resideInAPackage("org.aeoreach.templates..")).and(not(belongToAnyOf(SafeHtml.class))))
            .should()
            .beAssignableTo(Content.class)
            .orShould()
            .callMethod(TemplateOutput.class, "writeContent", String.class)
            .orShould()
            .callMethod(TemplateOutput.class, "writeUnsafeContent", String.class)
            .because("what a content writes is not escaped");

    @Test
    void noTemplateSwitchesEscapingOff() throws IOException {
        try (Stream<Path> all = Files.walk(Path.of("src/main/jte"))) {
            List<Path> found = all.filter(file -> file.toString().endsWith(".jte"))
                    .filter(file -> read(file).contains("$unsafe"))
                    .toList();
            assertThat(found).isEmpty();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
