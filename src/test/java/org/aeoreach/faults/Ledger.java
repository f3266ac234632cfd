package org.aeoreach.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/** What the clients tried to write, and for which of it they hold an acknowledgement. */
final class Ledger {

    private static final LocalDate FIRST = LocalDate.of(2030, 1, 1);

    private final String key = UUID.randomUUID().toString();
    private final AtomicInteger tried = new AtomicInteger();
    private final Map<Integer, Long> acknowledged = new ConcurrentHashMap<>();
    private final long assignment;
    private final long substitute;

    private Ledger(long assignment, long substitute) {
        this.assignment = assignment;
        this.substitute = substitute;
    }

    /** Entries are substitutions of one officer by another, each on a day of its own. */
    static Ledger open(Client client) throws IOException {
        long absent = person(client, "dapeng.absent");
        String assignment = client.get("/api/v1/people/" + absent).field("assignmentId");
        return new Ledger(Long.parseLong(assignment), person(client, "dapeng.officer"));
    }

    private static long person(Client client, String login) throws IOException {
        return Long.parseLong(client.get("/api/v1/people?q=" + login).field("id"));
    }

    /** Tries a new entry. */
    Client.Answer write(Client client) throws IOException {
        return write(client, tried.incrementAndGet());
    }

    private Client.Answer write(Client client, int number) throws IOException {
        Client.Answer answer = client.post("/api/v1/substitutions", body(number), key + "-" + number);
        if (answer.succeeded()) {
            Long before = acknowledged.putIfAbsent(number, answer.created());
            assertThat(before == null || before == answer.created())
                    .as("same answer to the same key: %s", answer)
                    .isTrue();
        }
        return answer;
    }

    private String body(int number) {
        LocalDate day = FIRST.plusDays(number);
        return "{\"assignmentId\":%d,\"substituteId\":%d,\"firstDay\":\"%s\",\"lastDay\":\"%3$s\"}"
                .formatted(assignment, substitute, day);
    }

    int acknowledged() {
        return acknowledged.size();
    }

    int unacknowledged() {
        return tried.get() - acknowledged.size();
    }

    /** What was acknowledged must be there, whatever has happened since. */
    void requirePresent(Store store) {
        Map<String, Long> present = store
                .list("select id || ' ' || first_day from aeo.substitution where first_day > date '" + FIRST + "'")
                .stream()
                .map(row -> row.split(" ", 2))
                .collect(Collectors.toMap(row -> row[1], row -> Long.parseLong(row[0])));
        List<Integer> lost = acknowledged.entrySet().stream()
                .filter(entry -> !entry.getValue()
                        .equals(present.get(FIRST.plusDays(entry.getKey()).toString())))
                .map(Map.Entry::getKey)
                .toList();
        assertThat(lost).as("acknowledged and lost").isEmpty();
    }

    /** Does what a careful client does that got no answer: asks again with the same key. */
    void settle(Client client) throws IOException {
        for (int number = 1; number <= tried.get(); number++) {
            if (!acknowledged.containsKey(number)) {
                assertThat(write(client, number).status()).isEqualTo(201);
            }
        }
    }
}
