package org.aeoreach.training.session;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.stream.Stream;
import org.aeoreach.training.TrainingAudience;
import org.aeoreach.training.base.RoomView;
import org.aeoreach.training.base.TrainingRooms;
import org.aeoreach.training.course.Syllabus;
import org.aeoreach.training.trainer.TrainerView;
import org.aeoreach.training.trainer.Trainers;
import org.aeoreach.web.Page;
import org.aeoreach.web.form.Form;
import org.aeoreach.web.form.Option;
import org.aeoreach.web.picker.Reach;
import org.aeoreach.web.picker.UnitPickers;
import org.jspecify.annotations.Nullable;

/** What there is to choose from when a session is planned. What it has stays on offer, though it may be over by now. */
@ApplicationScoped
class SessionOptions {

    private static final List<String> ZONES = List.of(
            "Asia/Shanghai", "Asia/Urumqi", "Asia/Tokyo", "Asia/Singapore", "Europe/Paris", "Europe/London", "UTC");

    @Inject
    private TrainingReader reader;

    @Inject
    private Syllabus courses;

    @Inject
    private TrainingRooms rooms;

    @Inject
    private Trainers trainers;

    @Inject
    private UnitPickers units;

    Form offered(Page page, @Nullable TrainingView training, Form form) {
        return form.options("kind", Option.of(page, "session.kind.", TrainingKind.values()))
                .options("taughtIn", Option.of(page, "session.taught.", TaughtIn.values()))
                .options("audience", Option.of(page, "training.audience.", TrainingAudience.values()))
                .options("campaign", reader.campaigns(page, training == null ? null : training.campaign()))
                .options("planned", reader.planned(page, training == null ? null : training.planned()))
                .options("course", courses(page, training))
                .options("room", rooms(page, training))
                .options("trainers", trainers(page, training))
                .options("quotas", units.options(Reach.MINE))
                .options("zone", zones(page, form));
    }

    private static List<Option> zones(Page page, Form form) {
        Stream<String> typed = Stream.of(form.value("zone")).filter(each -> !each.isEmpty());
        return Stream.concat(ZONES.stream(), typed)
                .distinct()
                .map(each -> new Option(each, SessionTime.zone(each, page.language())))
                .toList();
    }

    private List<Option> courses(Page page, @Nullable TrainingView training) {
        Stream<Option> open = courses.open().stream()
                .map(each -> option(each.id(), page.pick(each.titleZh(), each.titleEn()) + " · " + each.code()));
        SessionCourse had = training == null ? null : training.course();
        Stream<Option> kept = had == null
                ? Stream.of()
                : Stream.of(option(had.id(), page.pick(had.titleZh(), had.titleEn()) + " · " + had.code()));
        return Stream.concat(open, kept).distinct().toList();
    }

    private List<Option> rooms(Page page, @Nullable TrainingView training) {
        SessionRoom had = training == null ? null : training.room();
        Stream<RoomView> open = rooms.open(false).stream();
        Stream<RoomView> all = had == null ? open : Stream.concat(open, Stream.of(rooms.get(had.id())));
        return all.distinct().map(each -> option(page, each)).toList();
    }

    private static Option option(Page page, RoomView room) {
        String size = room.capacity() == null
                ? page.t("planning.room-unlimited")
                : page.t("planning.room-for", room.capacity());
        String words = page.pick(room.roomZh(), room.roomEn()) + " · " + size
                + (room.approval() && !room.own() ? " · " + page.t("planning.room-approval") : "");
        return new Option(Long.toString(room.id()), words, page.pick(room.baseZh(), room.baseEn()));
    }

    private List<Option> trainers(Page page, @Nullable TrainingView training) {
        Stream<Option> teaching = trainers.teaching().stream().map(each -> option(page, each));
        Stream<Option> kept = training == null
                ? Stream.of()
                : training.trainers().stream()
                        .map(each ->
                                option(each.id(), name(page.pick(each.name(), each.latinName()), each.organisation())));
        return Stream.concat(teaching, kept).distinct().toList();
    }

    private static Option option(Page page, TrainerView trainer) {
        return option(trainer.id(), name(page.pick(trainer.name(), trainer.latinName()), trainer.organisation()));
    }

    private static String name(String name, @Nullable String organisation) {
        return organisation == null ? name : name + " · " + organisation;
    }

    private static Option option(long id, String words) {
        return new Option(Long.toString(id), words);
    }
}
