package org.aeoreach.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.platform.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LettersTest {

    private static final String SUBSTITUTION = "organization-substitution";

    private final Messages messages = new Messages();
    private final Letters letters = new Letters(messages, "https://reach.example");

    static List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/mail"))) {
            return files.map(file -> file.getFileName().toString().replaceFirst("_[a-z]+\\.txt$", ""))
                    .distinct()
                    .toList();
        }
    }

    static Letter letter(Language language, Map<String, String> changed) {
        Map<String, String> parameters = new HashMap<>(Map.of(
                "absent", "许问樵",
                "role", "隶属海关关员",
                "unit", "大鹏海关",
                "firstDay", "2026年12月1日",
                "lastDay", "2026年12月24日",
                "acting", "/acting"));
        parameters.putAll(changed);
        return new Letter(
                SUBSTITUTION,
                language,
                new MailAddress("liang@customs.example"),
                new HeaderText("梁晓川"),
                parameters,
                "0000.5300.5316.");
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachTemplateSpeaksBothLanguagesAndHasAName(String name) {
        LetterTemplate zh = LetterTemplate.named(name, Language.ZH);
        LetterTemplate en = LetterTemplate.named(name, Language.EN);
        assertThat(en.declared()).isEqualTo(zh.declared());
        Map<String, String> values = new HashMap<>();
        zh.declared().forEach(placeholder -> values.put(placeholder, "v"));
        for (Language language : Language.values()) {
            assertThat(LetterTemplate.named(name, language).subject(values)).isNotBlank();
            assertThat(messages.find(language, "mail.template." + name)).isNotNull();
        }
    }

    // What somebody has to get: because of something he did, or because he must know, and all letters of his enquiries
    // and trainings.
    // All else he may decline.
    private static final Set<String> SERVICE = Set.of(
            "enterprise-claim",
            "enterprise-claim-refused",
            "enterprise-claim-taken",
            "enterprise-coordinator",
            "enterprise-delegation",
            "enterprise-delegation-returned",
            "enterprise-delegation-revoked",
            "enterprise-delegation-revoked-by-house",
            "enterprise-resumed",
            "enterprise-suspended",
            "enterprise-transferred",
            "enterprise-transferred-officer",
            "enterprise-user-revoked",
            "enterprise-welcome",
            "identity-factor-removed",
            "identity-invitation",
            "identity-mail",
            "enquiry-confirm",
            "enquiry-mail-received",
            "enquiry-received",
            "identity-mail-changed",
            "identity-password-changed",
            "identity-reset",
            "library-keeper",
            "library-subscribe",
            "organization-substitution",
            "organization-substitution-revoked",
            "transfer-accepted",
            "transfer-merged",
            "transfer-refused",
            "transfer-reopened");

    @ParameterizedTest
    @MethodSource("names")
    void whatIsNoServiceMessageCanBeDeclined(String name) {
        for (Language language : Language.values()) {
            LetterTemplate template = LetterTemplate.named(name, language);
            assertThat(template.topic() == null)
                    .as(name)
                    .isEqualTo(SERVICE.contains(name) || name.startsWith("enquiry-") || name.startsWith("training-"));
            if (template.topic() != null) {
                assertThat(messages.find(language, "mail.topic." + template.topic()))
                        .isNotNull();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("names")
    void eachTemplateUsesWhatItDeclares(String name) {
        for (Language language : Language.values()) {
            LetterTemplate template = LetterTemplate.named(name, language);
            Map<String, String> values = new HashMap<>();
            template.declared().forEach(placeholder -> values.put(placeholder, "<" + placeholder + ">"));
            String all = template.subject(values)
                    + template.lines(values).stream()
                            .flatMap(List::stream)
                            .map(LetterText.Piece::text)
                            .collect(Collectors.joining());
            template.declared().forEach(placeholder -> assertThat(all).as(name).contains("<" + placeholder + ">"));
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void leadsToWhatItsReaderGetsWhereHeMayDecline(Language language) {
        String address = "https://reach.example/portal/mail/" + "x".repeat(43);
        LetterText text = letters.write(
                new Letter(
                        "outreach-tasks",
                        language,
                        new MailAddress("liang@customs.example"),
                        new HeaderText("梁晓川"),
                        Map.of("overdue", "1", "today", "0", "first", "甲", "tasks", "/desk/tasks"),
                        "0000."),
                "x".repeat(43),
                false);
        assertThat(text.plain()).contains(messages.text(language, "mail.choosing"), address);
        assertThat(text.html()).contains("<a href=\"" + address + "\">");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void saysTheSameInBothParts(Language language) {
        LetterText text = letters.write(letter(language, Map.of()));
        for (String part : List.of(text.plain(), text.html())) {
            assertThat(part)
                    .contains("梁晓川", "许问樵", "隶属海关关员", "大鹏海关", "2026年12月24日", "https://reach.example/acting")
                    .contains(messages.text(language, "mail.closing"))
                    .doesNotContain("{{", "[mail.");
        }
        assertThat(text.html())
                .contains("<html lang=\"" + language.tag() + "\">")
                .contains("<a href=\"https://reach.example/acting\">");
    }

    @Test
    void writesInTheLanguageOfTheRecipient() {
        assertThat(letters.write(letter(Language.ZH, Map.of())).subject()).isEqualTo("请您代理许问樵的工作");
        assertThat(letters.write(letter(Language.EN, Map.of())).subject()).isEqualTo("You stand in for 许问樵");
    }

    @ParameterizedTest
    @ValueSource(strings = {"${7*7}", "#{7*7}", "{{unit}}", "@if(true)x@endif", "$unsafe{1}", "!{1}", "%s", "{0}"})
    void evaluatesNothing(String value) {
        LetterText text = letters.write(letter(Language.EN, Map.of("absent", value)));
        assertThat(text.subject()).isEqualTo("You stand in for " + value);
        assertThat(text.plain()).contains("stand in for " + value + " while");
        assertThat(text.html()).contains("stand in for " + value + " while");
    }

    @Test
    void escapesWhatPeopleWroteInTheHtmlPart() {
        LetterText text = letters.write(letter(Language.EN, Map.of("unit", "<img src=x onerror=\"alert(1)\">&")));
        assertThat(text.html()).contains("&lt;img src=x onerror=").doesNotContain("<img");
        assertThat(text.plain()).contains("Unit: <img src=x onerror=\"alert(1)\">&\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x\r\nBcc: a@b.example", "x\n", "x\u0000"})
    void refusesAParameterOfMoreThanOneLine(String value) {
        assertThatThrownBy(() -> letters.write(letter(Language.EN, Map.of("unit", value))))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.errors().get(0).field()).isEqualTo("unit"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example/", "//evil.example", "javascript:alert(1)", "/a b", "/a\"b", ""})
    void refusesALinkThatIsNoPathOfOurs(String link) {
        assertThatThrownBy(() -> letters.write(letter(Language.EN, Map.of("acting", link))))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void leavesTheLineOfAnOptionalLinkOut() {
        LetterTemplate template = LetterTemplate.of("Optional: more\nSubject: s\n\na\n{{more}}\nb");
        assertThat(template.lines(Map.of("more", ""))).hasSize(2);
        assertThat(template.lines(Map.of("more", "/x"))).hasSize(3);
    }

    @Test
    void refusesParametersTheTemplateDoesNotDeclare() {
        assertThatThrownBy(() -> letters.write(letter(Language.EN, Map.of("password", "x"))))
                .hasMessageContaining("password");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{{other}}", "{{ absent }}", "{{absent", "{{a.b}}", "{{Absent}}"})
    void refusesATemplateWithAnotherPlaceholder(String body) {
        assertThatThrownBy(() -> LetterTemplate.of("Parameters: absent\nSubject: s\n\n" + body))
                .isInstanceOf(IllegalStateException.class);
    }
}
