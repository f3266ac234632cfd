package org.aeoreach.library.retrieval;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A question and the documents that answer it, judged by reading them.
 *
 * @param group zh, en, typo or cross
 * @param grades of documents by their keys: 3 answers it, 2 answers much of it, 1 helps
 */
public record Judged(int number, String group, String language, String question, Map<String, Integer> grades) {

    private static final int DEPTH = 10;
    /** From this grade on a document counts as an answer. */
    private static final int ANSWER = 2;

    /** The questions that come with the program. */
    public static List<Judged> all() {
        return lines().lines()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("\t", -1))
                .map(cells -> new Judged(Integer.parseInt(cells[0]), cells[1], cells[2], cells[3], grades(cells[4])))
                .toList();
    }

    private static String lines() {
        try (InputStream in = Judged.class.getResourceAsStream("/search/judged.tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> grades(String cell) {
        Map<String, Integer> grades = new HashMap<>();
        for (String each : cell.split(" ", -1)) {
            int colon = each.lastIndexOf(':');
            grades.put(each.substring(0, colon), Integer.parseInt(each.substring(colon + 1)));
        }
        return grades;
    }

    /** Not looked at when weights are chosen. */
    public boolean isHeldOut() {
        return number % 3 == 0;
    }

    /** Whether it is asked of texts in the other language only. */
    public boolean isCross() {
        return group.equals("cross");
    }

    /** Gain of the first ten against that of the best order, 0 to 1. @param found keys, the best first */
    public double ndcg(List<String> found) {
        List<Integer> best = new ArrayList<>(grades.values());
        best.sort(Collections.reverseOrder());
        return gain(found.stream().map(key -> grades.getOrDefault(key, 0)).toList()) / gain(best);
    }

    private static double gain(List<Integer> grades) {
        double gain = 0;
        for (int i = 0; i < Math.min(DEPTH, grades.size()); i++) {
            gain += (Math.pow(2, grades.get(i)) - 1) / (Math.log(i + 2) / Math.log(2));
        }
        return gain;
    }

    /** One by the place of the first answer among the first ten, or 0. */
    public double reciprocalRank(List<String> found) {
        for (int i = 0; i < Math.min(DEPTH, found.size()); i++) {
            if (grades.getOrDefault(found.get(i), 0) >= ANSWER) {
                return 1.0 / (i + 1);
            }
        }
        return 0;
    }

    /** Share of the documents that help among the first ten. */
    public double recall(List<String> found) {
        List<String> first = found.subList(0, Math.min(DEPTH, found.size()));
        return (double) grades.keySet().stream().filter(first::contains).count() / grades.size();
    }
}
