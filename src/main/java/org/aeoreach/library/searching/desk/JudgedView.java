package org.aeoreach.library.searching.desk;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.library.retrieval.Judged;
import org.aeoreach.library.retrieval.Why;

/** How the judged questions are answered now. @param asked those with the least of what they could have first */
public record JudgedView(List<Group> groups, List<Asked> asked) {

    /** A group of questions, or all of them, with the means of its measures. */
    public record Group(String name, int questions, double ndcg, double reciprocalRank, double recall) {}

    /** A question as it is answered now */
    public record Asked(Judged judged, double ndcg, double reciprocalRank, double recall) {

        static Asked of(Judged judged, List<String> found) {
            return new Asked(judged, judged.ndcg(found), judged.reciprocalRank(found), judged.recall(found));
        }

        /** Place of the first document that answers, 0 when it is not among the first ten. */
        public long best() {
            return reciprocalRank == 0 ? 0 : Math.round(1 / reciprocalRank);
        }
    }

    /** One question with the reasons of each document expected. */
    public record One(Judged judged, List<Why> expected, List<String> first) {

        public int grade(Why why) {
            return judged.grades().getOrDefault(why.key(), 0);
        }
    }

    static JudgedView of(List<Asked> asked) {
        List<Group> groups = Stream.concat(
                        Stream.of("all"),
                        asked.stream().map(each -> each.judged().group()).distinct())
                .map(name -> group(
                        name,
                        asked.stream()
                                .filter(each -> name.equals("all")
                                        || each.judged().group().equals(name))
                                .toList()))
                .toList();
        return new JudgedView(
                groups,
                asked.stream().sorted(Comparator.comparingDouble(Asked::ndcg)).toList());
    }

    private static Group group(String name, List<Asked> of) {
        return new Group(
                name,
                of.size(),
                of.stream().mapToDouble(Asked::ndcg).average().orElse(0),
                of.stream().mapToDouble(Asked::reciprocalRank).average().orElse(0),
                of.stream().mapToDouble(Asked::recall).average().orElse(0));
    }
}
