package org.aeoreach.library.retrieval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.aeoreach.library.retrieval.language.Term;
import org.aeoreach.library.retrieval.language.Terms;
import org.junit.jupiter.api.Test;

/** Names of several terms are terms of the index where a text has them. */
class GlossaryNamesTest {

    private final Names names = new Names(Glossary.read("高级认证企业, 高认 = advanced certified enterprise, ACE"));

    private List<String> found(String language, String text) {
        return names.in(language, Terms.pairs(text)).stream()
                .map(Term::text)
                .filter(term -> term.startsWith("="))
                .toList();
    }

    @Test
    void areFoundInsideLongerWordsAndAsOftenAsTheyStandThere() {
        assertThat(found("zh", "成为高级认证企业后，高级认证企业须复核")).hasSize(2).containsOnly("=高级 级认 认证 证企 企业");
        assertThat(found("zh", "高级认证")).isEmpty();
        assertThat(found("zh", "高级，认证企业")).as("torn apart").isEmpty();
    }

    @Test
    void mayHaveOneWordBetweenInEnglish() {
        assertThat(found("en", "An advanced certified enterprise")).hasSize(1);
        assertThat(found("en", "an advanced, newly certified enterprise")).hasSize(1);
        assertThat(found("en", "advanced firms, each a certified enterprise")).isEmpty();
        assertThat(found("en", "advanced newly certified large enterprise")).isEmpty();
    }

    @Test
    void takeThePlaceOfThePhraseOnlyWhenTheyAreKnown() {
        assertThat(names.term("zh", Terms.pairs("高级认证企业"))).isNotEmpty();
        assertThat(names.term("zh", Terms.pairs("认证企业"))).isEmpty();
        assertThat(names.term("zh", Terms.pairs("高认"))).as("one term anyway").isEmpty();
    }

    @Test
    void otherNamesMakeAnotherIndex() {
        assertThat(new Retrieval(Glossary.read("甲乙 = one")).version())
                .isEqualTo(new Retrieval(Glossary.read("甲乙 = one")).version())
                .isNotEqualTo(new Retrieval(Glossary.read("甲乙, 丙丁 = one")).version());
    }
}
