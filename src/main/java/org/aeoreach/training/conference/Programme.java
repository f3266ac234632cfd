package org.aeoreach.training.conference;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.aeoreach.training.offer.DelegateType;

/** The programme of a conference: its parts in the order they begin. */
public record Programme(
        long conference, String zone, List<TrackView> tracks, List<PartView> parts, List<DelegateType> types) {

    /** A day at its place, with what runs at the same time put together. */
    public record Day(LocalDate date, List<Band> bands) {}

    /** Parts of which each overlaps another one, or one that overlaps none. */
    public record Band(Instant from, Instant until, List<PartView> parts) {

        /** Whether it is better shown in columns. */
        public boolean wide() {
            return parts.size() > 1;
        }

        /** Those of one track in their order. */
        public List<PartView> of(TrackView track) {
            return parts.stream()
                    .filter(each -> Objects.equals(each.track(), track.id()))
                    .toList();
        }

        /** Those of no track. */
        public List<PartView> free() {
            return parts.stream().filter(each -> each.track() == null).toList();
        }

        private Band with(PartView part) {
            List<PartView> more = new ArrayList<>(parts);
            more.add(part);
            return new Band(from, part.endsAt().isAfter(until) ? part.endsAt() : until, more);
        }
    }

    public List<Day> days() {
        return parts.stream()
                .map(each -> each.from().toLocalDate())
                .distinct()
                .map(date -> new Day(date, bands(date)))
                .toList();
    }

    private List<Band> bands(LocalDate date) {
        List<Band> bands = new ArrayList<>();
        for (PartView part : parts) {
            if (part.from().toLocalDate().equals(date)) {
                Band last = bands.isEmpty() ? null : bands.get(bands.size() - 1);
                if (last != null && part.startsAt().isBefore(last.until())) {
                    bands.set(bands.size() - 1, last.with(part));
                } else {
                    bands.add(new Band(part.startsAt(), part.endsAt(), List.of(part)));
                }
            }
        }
        return bands;
    }

    /** The tracks that have a part in a band, in their order. */
    public List<TrackView> tracks(Band band) {
        return tracks.stream().filter(each -> !band.of(each).isEmpty()).toList();
    }

    public Optional<PartView> part(long id) {
        return parts.stream().filter(each -> each.id() == id).findFirst();
    }

    /** How many there are of a kind. */
    public long count(ConferencePart part) {
        return parts.stream().filter(each -> each.part() == part && !each.off()).count();
    }
}
