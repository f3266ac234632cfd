package org.aeoreach.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.aeoreach.platform.Language;
import org.aeoreach.platform.Messages;
import org.aeoreach.scope.Role;
import org.junit.jupiter.api.Test;

/** Everything a person reads is there in both languages, and nothing is written past the messages. */
class MessagesTest {
    private static final Path I18N = Path.of("src/main/resources/i18n");
    // Keys as they stand in code and templates: a first word that is a feature, then words joined by dots.
    private static final Pattern LITERAL = Pattern.compile("\"([a-z]+(?:\\.[A-Za-z0-9_-]+)+\\.?)\"");
    // Names the other language in that language.
    private static final String OTHER = "web.other-language";
    private static final Pattern CHINESE = Pattern.compile("[\\u4e00-\\u9fff]");

    private final Map<String, String> zh = texts(Language.ZH);
    private final Map<String, String> en = texts(Language.EN);

    @Test
    void everyFileIsKnownToMessages() {
        Set<String> files =
                files(I18N, "").map(file -> file.getFileName().toString()).collect(Collectors.toSet());
        Set<String> expected = Messages.FEATURES.stream()
                .flatMap(feature -> Stream.of(feature + "_zh.properties", feature + "_en.properties"))
                .collect(Collectors.toSet());
        assertThat(files).isEqualTo(expected);
    }

    @Test
    void bothLanguagesHaveTheSameKeys() {
        assertThat(zh.keySet()).isEqualTo(en.keySet());
    }

    @Test
    void noTextIsEmptyAndNoneIsInTheOtherLanguage() {
        assertThat(zh.values()).noneMatch(String::isBlank);
        assertThat(en.values()).noneMatch(String::isBlank);
        assertThat(en.keySet()).allMatch(key -> !chinese(en, key) || key.equals(OTHER));
        // Codes and names of products are the same in both; a sentence is not.
        assertThat(zh.keySet()).allMatch(key -> chinese(zh, key) || key.equals(OTHER) || sameOrWordless(key));
    }

    /** One thing has one name: what a customs unit is called on its own pages, it is called everywhere. */
    @Test
    void unitsOfCustomsHaveOneNameInChinese() {
        assertThat(zh.keySet())
                // Columns of other people's files are recognised by whatever they are called there; a password is
                // looked at for the name of any employer.
                .filteredOn(key -> !key.contains(".alias.")
                        && !key.startsWith("identity.rules.")
                        && !key.equals("identity.invalid.password-common"))
                .allMatch(key -> !zh.getOrDefault(key, "").replace("合作单位", "").contains("单位"));
        assertThat(files(Path.of("src/main/resources/mail"), "_zh.txt"))
                .isNotEmpty()
                .allMatch(file -> !read(file).replace("合作单位", "").contains("单位"));
    }

    private static boolean chinese(Map<String, String> texts, String key) {
        return CHINESE.matcher(texts.getOrDefault(key, "")).find();
    }

    private boolean sameOrWordless(String key) {
        String text = zh.getOrDefault(key, "");
        return !text.matches(".*[A-Za-z]{2}.*") || text.equals(en.get(key));
    }

    @Test
    void bothLanguagesHaveTheSameArguments() {
        assertThat(zh.keySet())
                .allMatch(key -> arguments(zh.getOrDefault(key, "")).equals(arguments(en.getOrDefault(key, ""))));
    }

    private static Set<String> arguments(String pattern) {
        Matcher found = Pattern.compile("\\{(\\d)").matcher(pattern);
        Set<String> all = new TreeSet<>();
        while (found.find()) {
            all.add(found.group(1));
        }
        return all;
    }

    /** An apostrophe starts a quotation in a pattern, and swallows the arguments behind it. */
    @Test
    void patternsShowAllTheirArguments() {
        for (Map<String, String> texts : List.of(zh, en)) {
            assertThat(texts).allSatisfy((key, text) -> {
                Set<String> used = arguments(text);
                // A choice between one and many is made by a number.
                Object[] values = {
                    text.contains("{0,choice,") ? 7 : "<0>",
                    text.contains("{1,choice,") ? 8 : "<1>",
                    "<2>",
                    "<3>",
                    "<4>",
                    "<5>"
                };
                String shown = used.isEmpty() ? text : new MessageFormat(text).format(values);
                assertThat(used)
                        .as(key)
                        .allMatch(argument -> shown.contains(String.valueOf(values[Integer.parseInt(argument)])));
            });
        }
    }

    @Test
    void keysUsedInTemplatesExist() {
        assertThat(missing(Path.of("src/main/jte"), ".jte")).isEmpty();
    }

    @Test
    void keysUsedInCodeExist() {
        assertThat(missing(Path.of("src/main/java"), ".java")).isEmpty();
    }

    private Set<String> missing(Path root, String ending) {
        Set<String> owners =
                zh.keySet().stream().map(key -> key.split("\\.", 2)[0]).collect(Collectors.toSet());
        Set<String> missing = new TreeSet<>();
        files(root, ending)
                .filter(file -> !file.toString().contains("launcher"))
                .forEach(file -> {
                    Matcher literals = LITERAL.matcher(read(file));
                    while (literals.find()) {
                        String key = literals.group(1);
                        if (owners.contains(key.split("\\.", 2)[0]) && !exists(key)) {
                            missing.add(key + " in " + file.getFileName());
                        }
                    }
                });
        return missing;
    }

    /** A key, the slug of a problem, the beginning of a key that ends in a value, or the name of an audited action. */
    private boolean exists(String key) {
        return zh.containsKey(key)
                || (zh.containsKey(key + ".title") && zh.containsKey(key + ".detail"))
                || (key.endsWith(".") && zh.keySet().stream().anyMatch(known -> known.startsWith(key)))
                || zh.containsKey("audit.action." + key)
                || actionsHaveNoTextsYet(key);
    }

    private boolean actionsHaveNoTextsYet(String key) {
        return !key.contains(".problem.")
                && !key.contains(".invalid.")
                && key.split("\\.", -1).length == 2
                && zh.keySet().stream().noneMatch(known -> known.startsWith("audit.action."));
    }

    @Test
    void everyRoleHasName() {
        assertThat(Role.values()).allMatch(role -> zh.containsKey("scope.role." + role));
    }

    @Test
    void templatesHoldNoWordsOfTheirOwn() {
        Map<String, List<String>> found = new TreeMap<>();
        files(Path.of("src/main/jte"), ".jte").forEach(file -> {
            List<String> words = TemplateText.in(read(file));
            if (!words.isEmpty()) {
                found.put(file.toString(), words);
            }
        });
        assertThat(found).isEmpty();
    }

    @Test
    void findsWordsInTemplates() {
        assertThat(TemplateText.in("<p>${page.t(\"a.b\")} Hello @if(x != null)${x}@else中@endif</p>"))
                .containsExactly("Hello", "中");
        assertThat(TemplateText.in("@template.web.layout(page = page, content = @`<a title=\"Go\">${f(\"{}\")}</a>`)"))
                .containsExactly("Go");
        assertThat(TemplateText.in("@template.a(content = @`<b>${x}</b> @template.b(content = @`In`) Out`)"))
                .containsExactlyInAnyOrder("In", "Out");
    }

    private static Map<String, String> texts(Language language) {
        Map<String, String> all = new TreeMap<>();
        files(I18N, "_" + language.code() + ".properties").forEach(file -> {
            Properties properties = new Properties();
            try (Reader reader = Files.newBufferedReader(file)) {
                properties.load(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            properties.stringPropertyNames().forEach(key -> all.put(key, properties.getProperty(key)));
        });
        return all;
    }

    private static Stream<Path> files(Path root, String ending) {
        try (Stream<Path> all = Files.walk(root)) {
            return Arrays.stream(all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toArray(Path[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
