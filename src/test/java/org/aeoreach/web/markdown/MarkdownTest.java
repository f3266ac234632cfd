package org.aeoreach.web.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.aeoreach.platform.Problem;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {
    private static final Set<String> ELEMENTS = Set.of(
            "p",
            "br",
            "hr",
            "h1",
            "h2",
            "h3",
            "h4",
            "h5",
            "h6",
            "blockquote",
            "pre",
            "code",
            "ul",
            "ol",
            "li",
            "em",
            "strong",
            "a");
    private static final Path CORPUS = Path.of("src/test/resources/markdown-attacks.txt");

    static List<String> attacks() throws IOException {
        List<String> all = new ArrayList<>();
        for (String line : Files.readAllLines(CORPUS)) {
            if (!line.isBlank() && !line.startsWith("//")) {
                all.add(line.replace("\\n", "\n")
                        .replace("\\t", "\t")
                        .replace("\\0", "\0")
                        .replace("\\u202e", "\u202e")
                        .replace("\\u200b", "\u200b"));
            }
        }
        return all;
    }

    @Test
    void corpusIsLarge() throws IOException {
        assertThat(attacks()).hasSizeGreaterThanOrEqualTo(100).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void nothingRunsThatPeopleType(String text) {
        assertThat(faults(Markdown.html(text, 3).toString())).isEmpty();
    }

    /** The policy must hold by itself, whatever comes out of the renderer. */
    @ParameterizedTest
    @MethodSource("attacks")
    void nothingRunsThatIsHtmlAlready(String text) {
        assertThat(faults(SafeHtml.of(text).toString())).isEmpty();
    }

    /** What a parser of HTML5, as browsers have it, finds in it that must not be there. */
    private static List<String> faults(String html) {
        List<String> faults = new ArrayList<>();
        Document page = Jsoup.parse("<!DOCTYPE html><html><head></head><body><div id=\"x\">" + html
                + "</div><i id=\"after\"></i></body></html>");
        // What breaks out of its place would draw what follows into itself.
        if (page.select("body > i#after").size() != 1 || page.select("body > *").size() != 2) {
            faults.add("breaks out");
        }
        for (Element element : page.select("#x *")) {
            if (!ELEMENTS.contains(element.normalName())) {
                faults.add(element.normalName());
            }
            element.attributes().forEach(attribute -> check(element, attribute, faults));
        }
        return faults;
    }

    private static void check(Element element, Attribute attribute, List<String> faults) {
        String value = attribute.getValue();
        boolean fine =
                switch (attribute.getKey()) {
                    case "href" ->
                        element.normalName().equals("a")
                                && value.matches("(?is)(https?://[^/]|mailto:[^/]).*")
                                && element.attr("rel").equals("nofollow noopener noreferrer");
                    case "rel" -> element.hasAttr("href");
                    case "start" -> value.matches("[0-9]{1,6}");
                    default -> false;
                };
        if (!fine) {
            faults.add(element.normalName() + " " + attribute);
        }
    }

    @Test
    void theOracleSeesWhatItShould() {
        assertThat(faults("<p onclick=\"x()\">a</p>")).isNotEmpty();
        assertThat(faults("<a href=\"https://a.example\">a</a>")).isNotEmpty();
        assertThat(faults("<img src=x>")).isNotEmpty();
        assertThat(faults("</div><p>a")).isNotEmpty();
    }

    @Test
    void keepsWhatPeopleMean() {
        String html = Markdown.html("""
                # 标题

                第一行
                第二行 **重要** *注意* `code`

                3. 三
                4. 四

                > 引用

                [链接](https://a.example/b?c=d&e=f) <mailto:a@b.example>
                """, 3).toString();
        Element body = Jsoup.parseBodyFragment(html).body();
        assertThat(body.select("h3").text()).isEqualTo("标题");
        assertThat(body.select("p br")).hasSize(1);
        assertThat(body.select("strong").text()).isEqualTo("重要");
        assertThat(body.select("ol").attr("start")).isEqualTo("3");
        assertThat(body.select("a").eachAttr("href"))
                .containsExactly("https://a.example/b?c=d&e=f", "mailto:a@b.example");
        assertThat(body.select("blockquote").text()).isEqualTo("引用");
    }

    @Test
    void headingsStayBelowTheirSection() {
        Element body = Jsoup.parseBodyFragment(
                        Markdown.html("# a\n\n## b\n\n###### c", 4).toString())
                .body();
        assertThat(body.select("h1, h2, h3")).isEmpty();
        assertThat(body.select("h4").text()).isEqualTo("a");
        assertThat(body.select("h5").text()).isEqualTo("b");
        assertThat(body.select("h6").text()).isEqualTo("c");
    }

    @Test
    void ofImagesTheDescriptionStaysInOrder() {
        String html = Markdown.html("before ![the **big** plan](https://a.example/p.png) after", 3)
                .toString();
        assertThat(Jsoup.parseBodyFragment(html).text()).isEqualTo("before the big plan after");
    }

    @Test
    void htmlIsShownAsItWasTyped() {
        String html = Markdown.html("a <b>bold</b> <!-- c -->", 3).toString();
        assertThat(Jsoup.parseBodyFragment(html).text()).isEqualTo("a <b>bold</b> <!-- c -->");
    }

    /** Texts that make careless parsers slow or overflow the stack. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "> ",
                "- ",
                "[",
                "![",
                "*",
                "**a ",
                "_a ",
                "`",
                "<",
                "((",
                "[a](",
                "1. ",
                "\t",
                "&#",
                "*_",
                "[a]: b\n"
            })
    void endsInTimeOnHostileTexts(String piece) {
        assertThat(cpuMillis(piece.repeat(Markdown.LONGEST / piece.length()))).isLessThan(5000);
    }

    @Test
    void endsInTimeOnDeepNesting() {
        assertThat(cpuMillis("*a _b ".repeat(2000) + "_* ".repeat(2000))).isLessThan(5000);
    }

    /** Of this thread alone: other work on the machine must not count. */
    private static long cpuMillis(String text) {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        assertThat(Markdown.html(text, 3).toString()).isNotNull();
        return (threads.getCurrentThreadCpuTime() - before) / 1_000_000;
    }

    @Test
    void refusesWhatIsTooLongAndCountsLineEndsOnce() {
        String most = "a\r\n".repeat(Markdown.LONGEST / 2);
        assertThat(Markdown.parse("note", most)).hasSize(Markdown.LONGEST).doesNotContain("\r");
        assertThatThrownBy(() -> Markdown.parse("note", most + "a")).isInstanceOf(Problem.class);
        assertThatThrownBy(() -> Markdown.parse("note", "a\0b")).isInstanceOf(Problem.class);
    }
}
